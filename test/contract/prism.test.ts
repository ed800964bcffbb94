import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../parts/postgres.ts";
import { type Home, newHome, RECEIPT } from "../parts/programs.ts";

/** A server that nobody here wrote, made from the contract alone: it checks what it is sent and answers with examples. */
let prism: ChildProcess;
let home: Home;

beforeAll(async () => {
  const port = await freePort();
  prism = spawn(process.execPath, [
    "node_modules/@stoplight/prism-cli/dist/index.js",
    ...["mock", "dist/openapi.yaml", "--port", String(port), "--host", "127.0.0.1", "--errors"],
  ]);
  const url = `http://127.0.0.1:${port}`;
  const isUp = async () => (await fetch(`${url}/service`).catch(() => null)) !== null;
  while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 200));
  home = newHome({ url: await unversioned(url), token: "any" });
});
afterAll(() => {
  prism.kill();
  home.remove();
});

/** Prism serves the paths without the `/v1` of the contract's server address: a relay puts it there. */
async function unversioned(target: string): Promise<string> {
  const { createServer, request } = await import("node:http");
  const relay = createServer((from, to) => {
    const { hostname, port } = new URL(target);
    const path = (from.url ?? "").replace(/^\/v1/, "");
    const onward = request({ hostname, port, path, method: from.method, headers: from.headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    from.pipe(onward);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => relay.listen(port, "127.0.0.1", resolve));
  relay.unref();
  return `http://127.0.0.1:${port}`;
}

test.each([
  [["whoami"]],
  [["missions"]],
  [["missions", "show", "ACME"]],
  [["declare", "list"]],
  [["declare", "show", "2026-11"]],
  [["expenses", "list"]],
  [["payslips", "list"]],
  [["payslips", "get", "2026-11"]],
  [["account", "2026-11"]],
  [["status"]],
])("%j understands a company that only has the contract", async (words) => {
  const plain = await home.porte(...words);
  const json = await home.porte(...words, "--json");

  expect(plain).toMatchObject({ code: 0 });
  expect(plain.stdout).not.toMatch(/undefined|NaN|null/);
  expect(json).toMatchObject({ stderr: "", code: 0 });
  JSON.parse(json.stdout);
});

test("what an expense sends is what the contract takes", async () => {
  const words = ["--amount", "12,50", "--category", "transport", "--date", "2026-11-10"];
  expect(await home.porte("expenses", "add", RECEIPT, ...words)).toMatchObject({ code: 0 });

  expect(await home.porte("expenses", "submit", "--yes", "--json")).toMatchObject({ stderr: "", code: 0 });
});

test("what a declaration sends is what the contract takes", async () => {
  const { stdout, code } = await home.porte(
    "declare",
    "2026-11",
    "--days",
    "30",
    "--mission",
    "ACME",
    "--dry-run",
    "--json",
  );
  expect(code).toBe(0);
  const file = join(home.folder, "days.csv");
  writeFileSync(file, "date;kind;mission;amount\n30/11/2026;mission;ACME;1\n");

  const sent = await home.porte("declare", "2026-11", "--csv", file, "--replace", "1", "--partial", "--yes", "--json");

  expect(JSON.parse(stdout).days).toHaveLength(1);
  expect(sent.code).toBe(0);
  expect(JSON.parse(sent.stdout).warnings).toEqual([
    { code: expect.any(String), message: expect.stringContaining('delimiter ";"') },
  ]);
});
