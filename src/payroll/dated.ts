import type { Day } from "../domain/calendar.ts";

/** A text of law: its name, and the day it bears; null where the text has no day of its own (a circular, a rate notified). */
export interface LegalText {
  readonly title: string;
  readonly of: Day | null;
}

/** One value of the law from a day on, until the next step begins. */
export interface Step<Value> {
  readonly from: Day;
  readonly value: Value;
  readonly text: LegalText;
}

/** A value of the law through time: steps without ends, so that neither gap nor overlap can be written. */
export interface Dated<Value> {
  readonly name: string;
  readonly steps: readonly Step<Value>[];
}

/** Reads the law on a day of the years that are known: before its first step a row is missing, and that is a bug. */
export function stepOn<Value>({ name, steps }: Dated<Value>, day: Day): Step<Value> {
  const step = steps.findLast(({ from }) => from <= day);
  if (step === undefined) throw new RangeError(`no row of ${name} on ${day}`);
  return step;
}

/** Says where a value comes from, in the law's own French: the text, its day, and since when it holds. */
export function citation({ title, of }: LegalText, from?: Day): string {
  return `${title}${of === null ? "" : ` du ${french(of)}`}${from === undefined ? "" : `, depuis le ${french(from)}`}`;
}

function french(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
