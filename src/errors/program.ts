import { type Rows, row } from "./row.ts";

/** What can be undone on this machine. */
type LocalActWords =
  | "declare"
  | "restore"
  | "expense-added"
  | "expense-changed"
  | "expense-removed"
  | "receipt-attached"
  | "refusal-noted"
  | "vehicle"
  | "step-skipped"
  | "step-resumed"
  | "match"
  | "day-length"
  | "sheet"
  | "mission-added"
  | "mission-changed";

/** How a run ends: checks, the demo, an interruption, an undo. */
export const programFailures = {
  "check.found": row<{ count: number }>({ exit: 6 }),
  /** So many things need their porté. */
  "check.todo": row<{ count: number }>({ exit: 6 }),
  "check.yours": row<{ month: string; steps: readonly string[] }>({ exit: 6 }),
  "demo.failed": row<{ command: string; code: number }>({ exit: 1 }),
  /** Left on purpose, or stopped; what was typed is kept, and the command that takes it up again where there is one. */
  "run.interrupted": row<{ kept: boolean; isLeft: boolean; resume: string | null }>({ exit: 130 }),
  /** The desktop shows nothing: `reason` is what its program said. */
  "run.notify": row<{ reason: string }>({ exit: 2 }),
  "undo.nothing": row({ exit: 2 }),
  "undo.changed": row<{ kind: LocalActWords; about: string }>({ exit: 2 }),
} satisfies Rows<"check" | "demo" | "run" | "undo">;
