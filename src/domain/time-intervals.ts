import { PorteError } from "../errors.ts";
import { type Entry, KINDS, type Kind, missionEntry, needsMission, plainEntry, type ReportDay } from "./activity.ts";
import type { Day, Month } from "./calendar.ts";
import type { Aside, EventFault } from "./events/event.ts";
import { kindFromWord } from "./kind-words.ts";
import { daysTouched, type Interval, minutesIn, piecesOf, touchesMonth, union } from "./segments.ts";
import { amountOf } from "./working-time.ts";

/** A piece of time as another program recorded it: from one instant to another, or over whole days. */
export interface TimeInterval {
  /** Where it stands in its source: a line, or the event's own identifier. */
  readonly at: string;
  /** All that its source says of it: title, project, client, tags. */
  readonly text: string;
  readonly span: TimedSpan | { readonly days: readonly Day[] };
  /** Why it is left aside, unless such events are asked for: its owner declined it, or it leaves its time free. */
  readonly aside?: Aside;
}

/** From one instant to another. */
export interface TimedSpan {
  readonly start: Date;
  readonly end: Date;
  /** Whether it was planned, and may last for days; what was measured over a day is a clock that nobody stopped. */
  readonly isPlanned?: boolean;
}

/** A word of the source, and the time it stands for: a mission's reference or a kind. */
export interface MatchRule {
  readonly pattern: string;
  readonly what: string;
}

/** What an import must say: nothing is dropped in silence. */
export interface ImportNote {
  readonly code:
    | ("unmatched" | "too_short" | "over_midnight" | "rest_day" | "at_once" | "backwards" | "more" | "running")
    | ("elsewhere" | "twice" | "bad_distance")
    | Aside
    | EventFault["code"];
  readonly at: string;
  readonly text: string;
  /** Null for what is of no day that is known. */
  readonly day: Day | null;
  /** What could not be read. */
  readonly detail?: string;
}

/** Says how many lines are of other months; nothing where none is. */
export function elsewhereNotes(count: number): ImportNote[] {
  return count === 0 ? [] : [{ code: "elsewhere", at: "", text: String(count), day: null }];
}

export interface Collected {
  readonly file: string;
  readonly month: Month;
  readonly alsaceMoselle: boolean;
  readonly rules: readonly MatchRule[];
  readonly missions: readonly string[];
  /** The hours of a whole day of a mission, or of time for none. */
  readonly dayHours: (mission: string | null) => number;
  /** Whether events that were declined, or that leave their time free, are counted. */
  readonly includeDeclined: boolean;
}

/** Reads a rule as it is typed: `point hebdo=ACME`. @throws {PorteError} `import.match`. */
export function parseMatch(text: string): MatchRule {
  const [, pattern = "", what = ""] = /^(.+)=([\p{L}0-9_-]+)$/u.exec(text.trim()) ?? [];
  if (pattern.trim() === "") throw new PorteError("import.match", { value: text });
  return { pattern: pattern.trim(), what };
}

/**
 * Makes days from stretches of time. By day and by what they stand for, time is added up, and what overlaps is counted once: nobody
 * works twice at a time for one client. From three quarters of a day on it is a whole one, from a quarter half, and under it it is named and left
 * out. Whole-day events count working days. What does not fit a day is left to the report's own rules to find.
 * @throws {PorteError} `import.duration` for one that ends before it starts, or that was measured over a day.
 */
export function collectDays(
  timeIntervals: readonly TimeInterval[],
  terms: Collected,
): { days: ReportDay[]; notes: ImportNote[] } {
  const notes: ImportNote[] = [];
  const days = [...worked(timeIntervals, terms, notes)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([day, ofDay]): ReportDay[] => {
      notes.push(...atOnce(day, ofDay));
      const entries = [...ofDay].flatMap(([what, { whole, intervals, timeInterval }]) => {
        const minutes = Math.max(whole, minutesIn(union(intervals)));
        const amount = amountOf(minutes / 60, terms.dayHours(missionOf(what)));
        if (amount === 0) notes.push({ code: "too_short", at: timeInterval.at, text: timeInterval.text, day });
        return amount === 0 ? [] : [{ ...entryOf(what, amount), hours: inQuarters(minutes / 60) }];
      });
      return entries.length === 0 ? [] : [{ date: day, entries }];
    });
  return { days, notes };
}

/** What a day has of one mission or kind: whole days said as such, in minutes, and times from one instant to another. */
interface Worked {
  whole: number;
  readonly intervals: Interval[];
  readonly timeInterval: TimeInterval;
}
type WorkedDays = Map<Day, Map<string, Worked>>;

/** Sorts the time of a month by day, and by what it stands for. */
function worked(timeIntervals: readonly TimeInterval[], terms: Collected, notes: ImportNote[]): WorkedDays {
  const days: WorkedDays = new Map();
  for (const timeInterval of timeIntervals.filter((one) => touchesMonth(one, terms.month))) {
    const what = match(timeInterval, terms);
    if (what === null || isAside(timeInterval, terms)) notes.push(...asideNotes(timeInterval, what, terms));
    else addWork(days, what, timeInterval, terms, notes);
  }
  return days;
}

function isAside({ aside }: TimeInterval, { includeDeclined }: Collected): boolean {
  return aside !== undefined && !includeDeclined;
}

/** What is for nobody here is told, and judged no further; what also is no work of one's own is not even told. */
function asideNotes(timeInterval: TimeInterval, what: string | null, terms: Collected): ImportNote[] {
  if (what === null && isAside(timeInterval, terms)) return [];
  const code = what === null || timeInterval.aside === undefined ? "unmatched" : timeInterval.aside;
  return daysTouched(timeInterval, terms.month).map((day) => ({
    code,
    at: timeInterval.at,
    text: timeInterval.text,
    day,
  }));
}

function addWork(
  days: WorkedDays,
  what: string,
  timeInterval: TimeInterval,
  terms: Collected,
  notes: ImportNote[],
): void {
  for (const { day, interval } of piecesOf(timeInterval, terms, notes)) {
    const ofDay = days.get(day) ?? new Map<string, Worked>();
    const known = ofDay.get(what) ?? { whole: 0, intervals: [], timeInterval };
    if (interval === null) known.whole = terms.dayHours(missionOf(what)) * 60;
    else known.intervals.push(interval);
    days.set(day, ofDay.set(what, known));
  }
}

/** Names what stands for two clients at one time: both are counted, as nobody but the porté can say which. */
function atOnce(day: Day, ofDay: ReadonlyMap<string, Worked>): ImportNote[] {
  const all = [...ofDay.values()].map(({ intervals, timeInterval: stretch }) => ({ times: union(intervals), stretch }));
  const apart = all.reduce((minutes, { times }) => minutes + minutesIn(times), 0);
  const [first, ...others] = all;
  const isOver = first !== undefined && apart > minutesIn(union(all.flatMap(({ times }) => times)));
  if (!isOver) return [];
  const text = [first, ...others].map(({ stretch: timeInterval }) => timeInterval.text).join(" / ");
  return [{ code: "at_once", at: first.stretch.at, text, day }];
}

/** The mission that a word stands for; null for a kind that is for none. */
function missionOf(what: string): string | null {
  return KINDS.some((one) => one === what.toLowerCase() && !needsMission(one)) ? null : what.toUpperCase();
}

function inQuarters(hours: number): number {
  return Math.max(0.25, Math.round(hours * 4) / 4);
}

/** The first rule whose word the text holds; without any, a mission's own reference as a word of the text. */
function match({ text }: TimeInterval, { rules, missions }: Collected): string | null {
  const said = text.toLowerCase();
  const rule = rules.find(({ pattern }) => said.includes(pattern.toLowerCase()));
  if (rule !== undefined) return codeOf(rule.what, missions);
  const words = new Set(said.split(/[^\p{L}\p{N}_-]+/u));
  return missions.find((reference) => words.has(reference.toLowerCase())) ?? null;
}

/** A word for a kind of time is its code, where no mission is called so. */
function codeOf(what: string, missions: readonly string[]): string {
  return missions.includes(what.toUpperCase()) ? what : (kindFromWord(what) ?? what);
}

function entryOf(what: string, amount: number): Entry {
  const mission = missionOf(what);
  if (mission === null) return plainEntry(what.toLowerCase() as Kind, amount);
  return missionEntry("mission", mission, amount);
}
