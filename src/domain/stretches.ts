import { PorteError } from "../errors.ts";
import { type Entry, KINDS, type Kind, missionEntry, needsMission, plainEntry, type ReportDay } from "./activity.ts";
import { addDays, type Day, type Month, monthOf } from "./calendar.ts";
import { isRestDay } from "./holidays.ts";
import { dayInParis, instantInParis } from "./paris.ts";
import { amountOf } from "./working-time.ts";

/** A piece of time as another program recorded it: from one instant to another, or over whole days. */
export interface Stretch {
  /** Where it stands in its source: a line, or the event's own identifier. */
  readonly at: string;
  /** All that its source says of it: title, project, client, tags. */
  readonly text: string;
  readonly span: { readonly start: Date; readonly end: Date } | { readonly days: readonly Day[] };
}

/** A word of the source, and the time it stands for: a mission's reference or a kind. */
export interface MatchRule {
  readonly pattern: string;
  readonly what: string;
}

/** What an import must say: nothing is dropped in silence. */
export interface ImportNote {
  readonly code: "unmatched" | "too_short" | "over_midnight" | "rest_day" | "running";
  readonly at: string;
  readonly text: string;
  readonly day: Day;
}

export interface Gathering {
  readonly file: string;
  readonly month: Month;
  readonly alsaceMoselle: boolean;
  readonly rules: readonly MatchRule[];
  readonly missions: readonly string[];
  /** The hours of a whole day of a mission, or of time for none. */
  readonly dayHours: (mission: string | null) => number;
}

const MINUTE_MS = 60_000;
const LONGEST_MS = 24 * 60 * MINUTE_MS;

/** Reads a rule as it is typed: `point hebdo=ACME`. @throws {PorteError} `import.match`. */
export function parseMatch(text: string): MatchRule {
  const [, pattern = "", what = ""] = /^(.+)=([A-Za-z0-9_-]+)$/.exec(text.trim()) ?? [];
  if (pattern.trim() === "") throw new PorteError("import.match", { value: text });
  return { pattern: pattern.trim(), what };
}

/**
 * Makes days from stretches of time. By day and by what they stand for, minutes are added up: from three quarters of a day on
 * they are a whole one, from a quarter half, and under it they are named and left out. Whole-day events count working days.
 * What does not fit a day is left to the report's own rules to find.
 * @throws {PorteError} `import.duration` for one that ends before it starts, or lasts over a day.
 */
export function gather(stretches: readonly Stretch[], terms: Gathering): { days: ReportDay[]; notes: ImportNote[] } {
  const notes: ImportNote[] = [];
  const minutes = minutesOf(stretches, terms, notes);
  const days = [...minutes]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([day, ofDay]): ReportDay[] => {
      const entries = [...ofDay].flatMap(([what, { count, stretch }]) => {
        const amount = amountOf(count / 60, terms.dayHours(missionOf(what)));
        if (amount === 0) notes.push({ code: "too_short", at: stretch.at, text: stretch.text, day });
        return amount === 0 ? [] : [{ ...entryOf(what, amount), hours: inQuarters(count / 60) }];
      });
      return entries.length === 0 ? [] : [{ date: day, entries }];
    });
  return { days, notes };
}

type Minutes = Map<Day, Map<string, { count: number; stretch: Stretch }>>;

/** Adds up the minutes of a month by day, and by what they stand for. */
function minutesOf(stretches: readonly Stretch[], terms: Gathering, notes: ImportNote[]): Minutes {
  const minutes: Minutes = new Map();
  for (const stretch of stretches) {
    const what = match(stretch, terms);
    const dayMinutes = terms.dayHours(what === null ? null : missionOf(what)) * 60;
    const pieces = piecesOf(stretch, terms, dayMinutes, notes);
    for (const piece of pieces.filter(({ day }) => monthOf(day) === terms.month)) {
      if (what === null) {
        notes.push({ code: "unmatched", at: stretch.at, text: stretch.text, day: piece.day });
        continue;
      }
      const ofDay = minutes.get(piece.day) ?? new Map<string, { count: number; stretch: Stretch }>();
      const before = ofDay.get(what)?.count ?? 0;
      minutes.set(piece.day, ofDay.set(what, { count: before + piece.minutes, stretch }));
    }
  }
  return minutes;
}

/** The mission that a word stands for; null for a kind that is for none. */
function missionOf(what: string): string | null {
  return KINDS.some((one) => one === what.toLowerCase() && !needsMission(one)) ? null : what.toUpperCase();
}

function inQuarters(hours: number): number {
  return Math.max(0.25, Math.round(hours * 4) / 4);
}

/** The first rule whose word the text holds; without any, a mission's own reference as a word of the text. */
function match({ text }: Stretch, { rules, missions }: Gathering): string | null {
  const said = text.toLowerCase();
  const rule = rules.find(({ pattern }) => said.includes(pattern.toLowerCase()));
  if (rule !== undefined) return rule.what;
  const words = new Set(said.split(/[^\p{L}\p{N}_-]+/u));
  return missions.find((reference) => words.has(reference.toLowerCase())) ?? null;
}

function entryOf(what: string, amount: number): Entry {
  const mission = missionOf(what);
  if (mission === null) return plainEntry(what.toLowerCase() as Kind, amount);
  return missionEntry("mission", mission, amount);
}

interface Piece {
  readonly day: Day;
  readonly minutes: number;
}

function piecesOf(stretch: Stretch, terms: Gathering, dayMinutes: number, notes: ImportNote[]): Piece[] {
  const { span, at, text } = stretch;
  if (!("days" in span)) return cutAtMidnight(stretch, span, terms, notes);
  return span.days.flatMap((day) => {
    if (!isRestDay(day, terms.alsaceMoselle)) return [{ day, minutes: dayMinutes }];
    if (monthOf(day) === terms.month) notes.push({ code: "rest_day", at, text, day });
    return [];
  });
}

/** Cuts a stretch at the midnights of Paris that it lies over, and says so. */
function cutAtMidnight(
  { at, text }: Stretch,
  { start, end }: { start: Date; end: Date },
  { file, month }: Gathering,
  notes: ImportNote[],
): Piece[] {
  const lasts = end.getTime() - start.getTime();
  if (!(lasts >= 0 && lasts <= LONGEST_MS))
    throw new PorteError("import.duration", { file, at, text, hours: Math.round(lasts / 3_600) / 1_000 });
  const pieces: Piece[] = [];
  let from = start;
  while (from < end) {
    const day = dayInParis(from);
    const midnight = instantInParis(addDays(day, 1), "00:00:00");
    const to = midnight < end ? midnight : end;
    pieces.push({ day, minutes: (to.getTime() - from.getTime()) / MINUTE_MS });
    from = to;
  }
  const [first] = pieces;
  if (pieces.length > 1 && first !== undefined && pieces.some(({ day }) => monthOf(day) === month))
    notes.push({ code: "over_midnight", at, text, day: first.day });
  return pieces;
}
