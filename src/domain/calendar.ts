/** A civil day of Europe/Paris, `2026-01-31`; days compare as strings. */
export type Day = string;

/** A civil month, `2026-01`. */
export type Month = string;

/** Days of the week from Monday, 1, to Sunday, 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;

/** Says whether a text is a day that exists, as `2026-01-31`. */
export function isDay(text: string): boolean {
  if (!/^20\d\d-(0[1-9]|1[0-2])-\d\d$/.test(text)) return false;
  const day = Number(text.slice(8));
  return day >= 1 && (day <= 28 || day <= dayCount(monthOf(text)));
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function firstDay(month: Month): Day {
  return `${month}-01`;
}

export function lastDay(month: Month): Day {
  return `${month}-${dayCount(month)}`;
}

/** Counts the days of a month. */
export function dayCount(month: Month): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
}

/** Lists every day of a month, in order. */
export function daysOf(month: Month): Day[] {
  return Array.from({ length: dayCount(month) }, (_, index) => `${month}-${pad(String(index + 1))}`);
}

export function addDays(day: Day, count: number): Day {
  return dayOf(utc(day) + count * DAY_MS);
}

/** Counts the days from one to another. */
export function daysBetween(from: Day, to: Day): number {
  return (utc(to) - utc(from)) / DAY_MS;
}

export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(index / 12)}-${pad(String((index % 12) + 1))}`;
}

export function weekday(day: Day): Weekday {
  return (((((utc(day) / DAY_MS + 3) % 7) + 7) % 7) + 1) as Weekday;
}

function pad(text: string | undefined): string {
  return (text ?? "").padStart(2, "0");
}

function utc(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
}

function dayOf(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

/** From one civil day to another, both included; `end` is null where none is set. */
export interface Term {
  readonly start: Day;
  readonly end: Day | null;
}

/** Says whether a day is of a term. */
export function isInTerm({ start, end }: Term, day: Day): boolean {
  return day >= start && (end === null || day <= end);
}

/** Says whether a term has a day in a month. */
export function touchesMonth({ start, end }: Term, month: Month): boolean {
  return start <= lastDay(month) && (end === null || end >= firstDay(month));
}
