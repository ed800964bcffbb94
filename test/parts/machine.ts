import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Machine } from "../../src/flows/session.ts";

/** A machine of its own for flows that run in the process of a test, at the moment the other tests live at. */
export interface TestMachine {
  readonly machine: Machine;
  readonly folder: string;
  remove(): void;
}

/** Makes a machine whose folders are new and empty. */
export function newMachine(env: Machine["env"] = {}, now = new Date("2026-11-25T16:40:00.000Z")): TestMachine {
  const folder = mkdtempSync(join(tmpdir(), "porte-machine-"));
  const machine: Machine = {
    folders: { config: join(folder, "config"), data: join(folder, "data") },
    env,
    now: () => now,
    today: () => "2026-11-25",
    timeoutMs: 5_000,
    profile: undefined,
    agent: "porte/test",
    onNewer: () => undefined,
    onClockOff: () => undefined,
    reads: "usual",
    onRecorded: () => undefined,
    onOthers: () => undefined,
  };
  return { machine, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
