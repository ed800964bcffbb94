import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT, runFile } from "../parts/programs.ts";

const parent = mkdtempSync(join(tmpdir(), "porte-folder-"));
const folder = join(parent, "porte é à");

beforeAll(() => {
  mkdirSync(folder);
  for (const name of ["src", "bin", "tools", "templates", "package.json", "package-lock.json"])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

test("the programs are built and run in a folder whose name has spaces and accents", async () => {
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "tools", "build.mjs")], { cwd: folder });
  expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: "" });

  const env = { HOME: parent, PORTE_LANG: "en" };
  const words = [join(folder, "bin", "porte.js"), "simulate", "--gross", "3000", "--date", "2026-11", "--json"];
  const { stdout, code } = await runFile(process.execPath, words, { env });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).payslip.gross).toBe(3000);
  const told = await runFile(process.execPath, [join(folder, "bin", "porte-company.js"), "--help"], { env });
  expect(told.code).toBe(0);
});

test("no script of the package needs a shell that knows `NAME=value program`", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const found = Object.entries(scripts).filter(([, script]) => /(^|&& *)[A-Z_]+=|\$\{?[A-Z_]+/.test(script));
  expect(found).toEqual([]);
});

test("a script's settings reach its program, and leave what the environment has", async () => {
  const tool = join(ROOT, "tools", "with.mjs");
  const program = 'process.stdout.write([process.env.ONE, process.env.TWO].join(" "))';
  const words = [tool, "ONE=a=b", "TWO=2", "--", process.execPath, "-e", program];
  expect(await runFile(process.execPath, words, { env: { TWO: "mine" } })).toMatchObject({
    stdout: "a=b mine",
    code: 0,
  });
});
