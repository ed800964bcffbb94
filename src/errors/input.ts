import { type Rows, row } from "./row.ts";

/** One of several things that an identifier may name, as far as it is known: its day, its amount in euros, whose it is. */
export interface Candidate {
  readonly id: string;
  readonly day: string | null;
  readonly amount: string | null;
  readonly name: string | null;
}

/** Values that cannot be read as what they must be. */
export const inputFailures = {
  "input.amount": row<{ value: string }>({ exit: 2 }),
  "input.amount_ambiguous": row<{ value: string; readings: readonly [string, string] }>({ exit: 2 }),
  "input.amount_range": row<{ value: string; least: string; most: string }>({ exit: 2 }),
  "input.rate": row<{ value: string; least: string; most: string }>({ exit: 2 }),
  "input.fraction": row<{ value: string; least: number; most: number }>({ exit: 2 }),
  "input.cover": row<{ percent: string }>({ exit: 2 }),
  "input.charge": row<{ value: string }>({ exit: 2 }),
  "input.lines": row<{ value: string }>({ exit: 2 }),
  "input.hours": row<{ value: string; least: number; most: number }>({ exit: 2 }),
  "input.times": row<{ value: string }>({ exit: 2 }),
  "input.rest_days": row<{ value: string; most: number }>({ exit: 2 }),
  "input.count": row<{ value: string; least: number; most: number }>({ exit: 2 }),
  "input.day": row<{ value: string }>({ exit: 2 }),
  /** A day whose name of the week is another one's. */
  "input.weekday": row<{ value: string; day: string }>({ exit: 2 }),
  /** Readings are days, or the words for values. */
  "input.ambiguous": row<{ value: string; readings: readonly string[] }>({ exit: 2 }),
  "input.month": row<{ value: string }>({ exit: 2 }),
  "input.expense_word": row<{ value: string }>({ exit: 2 }),
  "input.days": row<{ value: string; month: string }>({ exit: 2 }),
  "input.entry": row<{ value: string }>({ exit: 2 }),
  /** An identifier, or the number of a line, that no list holds; the command that lists them. */
  "input.not_listed": row<{ value: string; command: string }>({ exit: 2 }),
  /** The same of a list of what waits for a decision: it may have been decided on. */
  "input.not_waiting": row<{ value: string; command: string }>({ exit: 2 }),
  "input.which": row<{ value: string; candidates: readonly Candidate[] }>({ exit: 2 }),
  "input.mail": row<{ value: string }>({ exit: 2 }),
  /** Where documents go. */
  "input.way": row<{ value: string }>({ exit: 2 }),
  "input.text": row<{ value: string; most: number }>({ exit: 2 }),
} satisfies Rows<"input">;
