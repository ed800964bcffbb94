import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { COMPANY, NOW, OWN } from "../parts/programs.ts";
import { receiptOf, sent } from "../parts/receipts.ts";

function lacksStrace(): boolean {
  try {
    execFileSync("strace", ["-V"], { stdio: "ignore" });
    return false;
  } catch {
    return true;
  }
}

test.skipIf(lacksStrace())("a receipt that was acknowledged is on the disk: its bytes, and its name", async () => {
  const data = mkdtempSync(join(tmpdir(), "porte-syncs-"));
  const log = join(data, "syncs");
  const program = [process.execPath, ...COMPANY, "serve", "--demo", "--port", "0", "--json"];
  const child = spawn("strace", ["-f", "-y", "-e", "trace=fsync,fdatasync", "-o", log, ...program, "--data", data], {
    env: { ...OWN, PORTE_NOW: NOW },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
  const { url, portes } = JSON.parse(line);
  const synced = (path: RegExp) =>
    readFileSync(log, "utf8")
      .split("\n")
      .filter((call) => path.test(call)).length;
  const files = /fsync\(\d+<[^>]*\/receipts\/unfinished\/[0-9a-f-]{36}>/;
  const folders = /fsync\(\d+<[^>]*\/receipts>/;
  const before = [synced(files), synced(folders)];
  for (const seed of ["one", "two", "three"]) await sent(url, portes[0].token, receiptOf(seed, 1_000));
  expect([synced(files), synced(folders)]).toEqual(before.map((count) => count + 3));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  /** The company is the first of the threads that were followed. */
  const threads = readFileSync(log, "utf8")
    .split("\n")
    .flatMap((call) => /^(\d+) /.exec(call)?.[1] ?? []);
  process.kill(Math.min(...threads.map(Number)), "SIGTERM");
  await ended;
  rmSync(data, { recursive: true, force: true });
});
