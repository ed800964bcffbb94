import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, runFile } from "../parts/programs.ts";

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
