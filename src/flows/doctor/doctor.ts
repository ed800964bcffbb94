import { CHECKS, type CheckName } from "../../domain/doctor.ts";
import type { Machine } from "../session.ts";
import { type Finding, looked } from "./finding.ts";
import { LOCAL } from "./local.ts";
import { lookRemotely } from "./remote.ts";

/** One check and what it found. */
export interface Checked {
  readonly name: CheckName;
  readonly finding: Finding;
}

/** Looks at everything that porte stands on, each whatever became of the others. */
export async function examine(given: Machine): Promise<readonly Checked[]> {
  /** What was said once does not say how things are now; the clock has a check of its own. */
  const machine: Machine = { ...given, reads: "fresh", onClockOff: () => undefined };
  const local = Object.entries(LOCAL).map(async ([name, look]) => [name, await looked(() => look(machine))] as const);
  const [remote, ...found] = await Promise.all([lookRemotely(machine), ...local]);
  const all = { ...remote, ...Object.fromEntries(found) } as Readonly<Record<CheckName, Finding>>;
  return CHECKS.map((name) => ({ name, finding: all[name] }));
}
