import { PorteError } from "../errors.ts";
import { addDays, type Day, firstDay, lastDay, type Month, monthOf } from "./calendar.ts";
import { isRestDay } from "./holidays.ts";
import { dayInParis, instantInParis } from "./paris.ts";
import type { Collected, ImportNote, TimedSpan, TimeInterval } from "./time-intervals.ts";

/** From one instant to another, in milliseconds. */
export type Interval = readonly [from: number, to: number];

/** What a stretch has of a day: a time of it, or null for all of it. */
export interface Segment {
  readonly day: Day;
  readonly interval: Interval | null;
}

const MINUTE_MS = 60_000;
const LONGEST_MS = 24 * 60 * MINUTE_MS;

/** The same time without what overlaps, in its order. */
export function union(intervals: readonly Interval[]): Interval[] {
  const found: [number, number][] = [];
  for (const [from, to] of [...intervals].sort((one, other) => one[0] - other[0])) {
    const last = found.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

/** How long intervals last together that do not overlap. */
export function minutesIn(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, [from, to]) => sum + (to - from), 0) / MINUTE_MS;
}

/** The first instant of a month in Paris, and the first after it. */
function boundsOf(month: Month): Interval {
  const midnight = (day: Day) => instantInParis(day, "00:00:00").getTime();
  return [midnight(firstDay(month)), midnight(addDays(lastDay(month), 1))];
}

/** Says whether a stretch has anything to do with a month; what ends before it begins is where it begins. */
export function touchesMonth({ span }: TimeInterval, month: Month): boolean {
  if ("days" in span) return span.days.some((day) => monthOf(day) === month);
  const [first, after] = boundsOf(month);
  const [start, end] = [span.start.getTime(), span.end.getTime()];
  return start < after && (end > first || start >= first);
}

/** The days of a month that a stretch lies on, whatever it is. */
export function daysTouched({ span }: TimeInterval, month: Month): Day[] {
  if ("days" in span) return span.days.filter((day) => monthOf(day) === month);
  const days = cut(span, month).map(({ day }) => day);
  return days.length > 0 ? days : [dayInParis(span.start)];
}

/**
 * The pieces that a stretch has of each day of a month. Rest days among whole days are named and left out, and so they are in what was planned
 * over more than a day.
 * @throws {PorteError} `import.duration` for one that ends before it starts, or that was measured over a day.
 */
export function piecesOf(timeInterval: TimeInterval, terms: Collected, notes: ImportNote[]): Segment[] {
  const { span, at, text } = timeInterval;
  if ("days" in span) {
    const days = span.days.filter((day) => monthOf(day) === terms.month);
    return withoutRest(
      timeInterval,
      days.map((day) => ({ day, interval: null })),
      terms,
      notes,
    );
  }
  const lasts = span.end.getTime() - span.start.getTime();
  const isLong = lasts > LONGEST_MS;
  if (!(lasts >= 0) || (isLong && span.isPlanned !== true))
    throw new PorteError("import.duration", { file: terms.file, at, text, hours: Math.round(lasts / 3_600) / 1_000 });
  if (lasts === 0) notes.push({ code: "too_short", at, text, day: dayInParis(span.start) });
  const pieces = cut(span, terms.month);
  const [first] = pieces;
  if (first !== undefined && dayInParis(new Date(span.end.getTime() - 1)) !== dayInParis(span.start))
    notes.push({ code: "over_midnight", at, text, day: first.day });
  return isLong ? withoutRest(timeInterval, pieces, terms, notes) : pieces;
}

function withoutRest(
  { at, text }: TimeInterval,
  pieces: readonly Segment[],
  terms: Collected,
  notes: ImportNote[],
): Segment[] {
  return pieces.filter(({ day }) => {
    const isRest = isRestDay(day, terms.alsaceMoselle);
    if (isRest) notes.push({ code: "rest_day", at, text, day });
    return !isRest;
  });
}

/** Cuts a time at the midnights of Paris that it lies over, within a month. */
function cut({ start, end }: TimedSpan, month: Month): Segment[] {
  const [first, after] = boundsOf(month);
  const last = Math.min(end.getTime(), after);
  const pieces: Segment[] = [];
  let from = Math.max(start.getTime(), first);
  while (from < last) {
    const day = dayInParis(new Date(from));
    const to = Math.min(instantInParis(addDays(day, 1), "00:00:00").getTime(), last);
    pieces.push({ day, interval: [from, to] });
    from = to;
  }
  return pieces;
}
