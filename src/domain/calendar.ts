import { PorteError } from "../errors.ts";

/** A civil day of Europe/Paris, `2026-01-31`; days compare as strings. */
export type Day = string;

/** A civil month, `2026-01`. */
export type Month = string;

/** Days of the week from Monday, 1, to Sunday, 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;

/** @throws {PorteError} `input.day` unless the text is a day that exists, as `2026-01-31` or `31/01/2026`. */
export function parseDay(text: string): Day {
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  const day = french === null ? text.trim() : `${french[3]}-${pad(french[2])}-${pad(french[1])}`;
  if (!isDay(day)) throw new PorteError("input.day", { value: text });
  return day;
}

/** Says whether a text is a day that exists, as `2026-01-31`. */
export function isDay(text: string): boolean {
  const match = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && dayOf(utc(text)) === text;
}

/** @throws {PorteError} `input.month` unless the text is `2026-01`, `1/2026`, `current` or `last`. */
export function parseMonth(text: string, today: Day): Month {
  if (text === "current") return monthOf(today);
  if (text === "last") return addMonths(monthOf(today), -1);
  const french = /^(\d{1,2})\/(\d{4})$/.exec(text.trim());
  const month = french === null ? text.trim() : `${french[2]}-${pad(french[1])}`;
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new PorteError("input.month", { value: text });
  return month;
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

export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(index / 12)}-${pad(String((index % 12) + 1))}`;
}

export function weekday(day: Day): Weekday {
  return (((((utc(day) / DAY_MS + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/**
 * Reads a list of days within a month: `11,24-28`, or whole dates. A range keeps the days that `inRange` wants; a day
 * that is named alone is always kept.
 * @throws {PorteError} `input.days` for a day that the month does not have or a range that runs backwards.
 */
export function parseDays(text: string, month: Month, inRange: (day: Day) => boolean = () => true): Day[] {
  const max = Number(lastDay(month).slice(8));
  const days = new Set<Day>();
  for (const part of text.split(",")) {
    const match = /^(?:\d{4}-\d{2}-)?(\d{1,2})(?:-(\d{1,2}))?$/.exec(part.trim());
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    const otherMonth = /^\d{4}/.test(part.trim()) && !part.trim().startsWith(`${month}-`);
    if (match === null || otherMonth || from < 1 || to > max || from > to)
      throw new PorteError("input.days", { value: part.trim(), month });
    const listed = Array.from({ length: to - from + 1 }, (_, index) => `${month}-${pad(String(from + index))}`);
    for (const day of listed) if (from === to || inRange(day)) days.add(day);
  }
  return [...days].sort();
}

/** Writes days of one month as `parseDays` reads them: `2-6,9,12-13`. */
export function writeDays(days: readonly Day[]): string {
  const runs: [number, number][] = [];
  for (const day of days.map((one) => Number(one.slice(8)))) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(",");
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
