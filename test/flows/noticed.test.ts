// slow: 15 s
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ROOT } from "../parts/programs.ts";

const DAY_MS = 86_400_000;

/** The day's own draw, or the one that a failed run has told: a week meets some eighty changes. */
const SEED = process.env.PORTE_MUTATION_SEED ?? String(Math.floor(Date.now() / DAY_MS));

test(`twelve decisions that are turned around, drawn by ${SEED}, make tests fail`, async () => {
  const env = { ...process.env, PORTE_MUTATIONS: "12", PORTE_MUTATION_SEED: SEED, PORTE_MUTATION_QUICK: "1" };
  for (const name of Object.keys(env))
    if (/^VITEST|^TEST$|^NODE_OPTIONS$/.test(name)) Reflect.deleteProperty(env, name);
  const run = promisify(execFile)(process.execPath, [join(ROOT, "tools", "check-flows.mjs")], { cwd: ROOT, env });
  const { stdout } = await run.catch((failure: { stdout: string; stderr: string }) => ({
    stdout: `${failure.stdout}${failure.stderr}`,
  }));
  console.log(stdout.trim());
  expect(stdout).toMatch(/^12 of 12 changes noticed/m);
});
