import { PorteError } from "../errors.ts";
import type { Day, Month } from "./calendar.ts";
import { parseDays } from "./typed/days.ts";

/** When a day's work began and ended, on the clock of Paris: said where the contract sets no ranges of hours. */
export interface ClockTimes {
  readonly start: string;
  readonly end: string;
}

/** Minutes since midnight; null for what is no time of the day. */
function minutesOf(time: string | undefined): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time ?? "") ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** Says whether a day's clock times may stand: none, or both with the end after the start. */
export function areTimes({ start, end }: Partial<ClockTimes>): boolean {
  if (start === undefined && end === undefined) return true;
  const [from, to] = [minutesOf(start), minutesOf(end)];
  return from !== null && to !== null && from < to;
}

/** The clock times of a day; nothing where none are said. */
export function timesOf({ start, end }: Partial<ClockTimes>): Partial<ClockTimes> {
  return start === undefined || end === undefined ? {} : { start, end };
}

/** What a day takes of twenty-four hours by its clock times: from its start to its end, or what is no rest since the end of the day before. */
export function hoursTaken(day: Partial<ClockTimes>, before: Partial<ClockTimes> | undefined): number {
  const [from, to, evening] = [minutesOf(day.start), minutesOf(day.end), minutesOf(before?.end)];
  const span = from === null || to === null ? 0 : to - from;
  const sinceEvening = from === null || evening === null ? 0 : evening - from;
  return Math.max(span, sinceEvening) / 60;
}

/** Clock times as they are typed, by day: `3-6=09:00-17:30`; null for those that are taken away, `3=`. */
export type SaidTimes = ReadonlyMap<Day, ClockTimes | null>;

/** Reads clock times by day. @throws {PorteError} `input.times`, `input.days`. */
export function parseTimes(texts: readonly string[], month: Month, isKept: (day: Day) => boolean): SaidTimes {
  const said = new Map<Day, ClockTimes | null>();
  for (const text of texts) {
    const [, days = "", range = ""] = /^([^=]+)=(.*)$/.exec(text) ?? [];
    const times = timesFrom(range, text);
    for (const day of parseDays(days, month, isKept)) said.set(day, times);
  }
  return said;
}

function timesFrom(range: string, typed: string): ClockTimes | null {
  if (!typed.includes("=")) throw new PorteError("input.times", { value: typed });
  if (range.trim() === "") return null;
  const [start = "", end = "", ...others] = range.split("-").map(padded);
  if (others.length > 0 || end === "" || !areTimes({ start, end }))
    throw new PorteError("input.times", { value: typed });
  return { start, end };
}

/** `9h30`, `9:30` and `9h` are written as `09:30` and `09:00`. */
function padded(time: string): string {
  const [, hours, minutes = "00"] = /^(\d{1,2})(?:[:h](\d{2})?)?$/.exec(time.trim().toLowerCase()) ?? [];
  return hours === undefined ? "" : `${hours.padStart(2, "0")}:${minutes}`;
}

/** Gives days their clock times: those that are typed, their own, or those that stood on the same day. */
export function withTimes<Held extends { readonly date: Day } & Partial<ClockTimes>>(
  days: readonly Held[],
  standing: readonly Held[],
  said: SaidTimes,
): (Omit<Held, "start" | "end"> & Partial<ClockTimes>)[] {
  const stood = new Map(standing.map((day) => [day.date, timesOf(day)]));
  return days.map(({ start, end, ...day }) => {
    const typed = said.get(day.date);
    const own = start === undefined || end === undefined ? stood.get(day.date) : { start, end };
    return { ...day, ...(typed === undefined ? own : typed) };
  });
}
