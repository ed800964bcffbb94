import { type Rows, row } from "./row.ts";

/** A month that is worked out: pay, turnover, simulations, and batches of them. */
export const simulationFailures = {
  "payroll.situation": row<{ name: string; month: string; limits: string }>({ exit: 2 }),
  "payroll.gross_range": row<{ value: string; least: string; most: string }>({ exit: 2 }),
  "portage.nothing_left": row<{ turnover: string; fee: string; expenses: string }>({ exit: 2 }),
  "portage.unreachable": row<{ target: string; most: string }>({ exit: 2 }),
  "simulation.exists": row<{ name: string; file: string }>({ exit: 2 }),
  "simulation.unknown": row<{ name: string; names: readonly string[] }>({ exit: 2 }),
  "simulation.name": row<{ name: string }>({ exit: 2 }),
  "batch.blank": row<{ line: number }>({ exit: 2 }),
  "batch.line": row<{ line: number; reason: string }>({ exit: 2 }),
  "batch.lines": row<{ bad: number; all: number }>({ exit: 2 }),
} satisfies Rows<"payroll" | "portage" | "simulation" | "batch">;
