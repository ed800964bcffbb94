import type { Day } from "./calendar.ts";

/** A text of law, and where to read it; a day or a link that nobody could read is null. */
export interface LegalText {
  readonly title: string;
  /** The day that the text bears; null where it has none of its own (a circular, a rate notified). */
  readonly of: Day | null;
  /** The day of its publication. */
  readonly published: Day | null;
  readonly link: string | null;
}

/** What a value counts in: one unit, one for each field of a record, or one for each item of a list. */
export type Unit =
  | "cents"
  | "ppm"
  | "hours"
  | "days"
  | "kilometres"
  | "mills"
  | "euros"
  | "count"
  | "multiple"
  | "hundredths"
  | "day"
  | "word"
  | { readonly words: readonly string[] }
  | { readonly fields: Readonly<Record<string, Unit>> }
  | { readonly items: Unit };

/** One value of the law from a day on, until the next step begins. */
export interface Step<Value> {
  readonly from: Day;
  readonly value: Value;
  readonly text: LegalText;
}

/** A value of the law through time: steps without ends, so that neither gap nor overlap can be written. */
export interface Dated<Value> {
  readonly name: string;
  readonly unit: Unit;
  /** The last day for which somebody has checked that no text changes it. */
  readonly checkedUntil: Day;
  readonly steps: readonly Step<Value>[];
}

/** Reads the law on a day: past the last day that was checked it is the last known one. Before the first step a row is missing, and that is a bug. */
export function stepOn<Value>({ name, steps }: Dated<Value>, day: Day): Step<Value> {
  const step = steps.findLast(({ from }) => from <= day);
  if (step === undefined) throw new RangeError(`no row of ${name} on ${day}`);
  return step;
}

/** Reads the law on a day, the last known one past the last day that was checked; null before the first step. */
export function stepIfAny<Value>({ steps }: Dated<Value>, day: Day): Step<Value> | null {
  return steps.findLast(({ from }) => from <= day) ?? null;
}

/** Says whether a day is past the last one for which a row was checked: what is read of it is then an estimate. */
export function isUnchecked({ checkedUntil }: Pick<Dated<unknown>, "checkedUntil">, day: Day): boolean {
  return day > checkedUntil;
}

/** Names a text of law, the day it bears, the day it was published, and where to read it. */
export function legalText(
  title: string,
  of: Day | null,
  published: Day | null = null,
  link: string | null = null,
): LegalText {
  return { title, of, published, link };
}

/** Says where a value comes from, in the law's own French: the text, its day, and since when it holds. */
export function citation({ title, of }: Pick<LegalText, "title" | "of">, from?: Day): string {
  return `${title}${of === null ? "" : ` du ${french(of)}`}${from === undefined ? "" : `, depuis le ${french(from)}`}`;
}

function french(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
