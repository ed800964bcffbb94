import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { NOW, ROOT, runFile, TIMESHEET } from "../parts/programs.ts";

interface Nodes {
  readonly MAJORS: readonly number[];
  nodeOf(major: number, mostMs: number): Promise<{ program: string | null; why: string | null }>;
}

const { MAJORS, nodeOf }: Nodes = await import(new URL("../../tools/nodes.mjs", import.meta.url).href);

/** How long a registry may take: without one, the test is skipped, and says so. */
const MAX_FETCH_MS = 15_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** One other Node a day; `npm run check:nodes` tries them all. */
const seed = Number(process.env.PORTE_NODE_SEED ?? Math.floor(Date.now() / DAY_MS));

test("what was built runs on another Node: a simulation, a company, a declared month", async ({ skip }) => {
  const major = MAJORS[seed % MAJORS.length] ?? 0;
  const { program, why } = await nodeOf(major, MAX_FETCH_MS);
  if (program === null) {
    console.warn(`Node ${major} (seed ${seed}) is not tried: ${why}.`);
    skip(`Node ${major}: ${why}`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "porte-node-"));
  const env = { HOME: folder, PORTE_NOW: NOW, PORTE_LANG: "fr", PORTE_CACHE_DIR: join(folder, "cache") };
  const porte = join(ROOT, "bin", "porte.js");
  const words = [porte, "simulate", "--gross", "3000", "--date", "2026-11", "--json"];
  const here = await runFile(process.execPath, words, { env: { ...env, PORTE_CACHE_DIR: join(folder, "here") } });
  expect(await runFile(program, words, { env })).toEqual(here);
  expect(await runFile(program, words, { env })).toEqual(here);
  const kept = readdirSync(join(folder, "cache"));
  expect(kept).toEqual([expect.stringContaining(`-v${major}.`)]);
  const served = [
    join(ROOT, "bin", "porte-company.js"),
    "serve",
    "--demo",
    "--data",
    join(folder, "data"),
    "--port",
    "0",
    "--json",
  ];
  const company = spawn(program, served, { env, stdio: ["ignore", "pipe", "ignore"] });
  const gone = new Promise((resolve) => company.once("exit", resolve));
  try {
    const line = await new Promise<string>((resolve) =>
      createInterface({ input: company.stdout }).once("line", resolve),
    );
    const { url, portes } = JSON.parse(line);
    const access = { ...env, PORTE_API_URL: url, PORTE_TOKEN: portes[0].token };
    const declared = await runFile(program, [porte, "declare", "2026-11", "--csv", TIMESHEET, "--yes", "--json"], {
      env: access,
    });
    expect(declared).toMatchObject({ code: 0, stderr: "" });
  } finally {
    company.kill();
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
});
