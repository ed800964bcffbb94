import { PorteError } from "../errors.ts";
import {
  type Entry,
  isPart,
  KINDS,
  type Kind,
  missionEntry,
  needsMission,
  plainEntry,
  type ReportDay,
  uncounted,
} from "./activity.ts";
import { type Day, daysOf, type Month, weekday } from "./calendar.ts";
import { holidaysOf, isRestDay } from "./holidays.ts";
import { isHours } from "./hours.ts";
import { kindFromWord } from "./kind-words.ts";
import { parseDays } from "./typed/days.ts";
import { amountOf } from "./working-time.ts";

/** A month said in a few words, each as it is typed. */
export interface MonthWords {
  /** What fills the working days: `mission=ACME`, or a kind such as `training`. */
  readonly all?: string;
  readonly except?: string;
  readonly half?: string;
  readonly leave?: string;
  /** Single days said whole: `2026-11-13=ACME:0.5,training:0.5`. */
  readonly day?: readonly string[];
}

/** What the words are read against. */
export interface WordsTerms {
  readonly month: Month;
  readonly alsaceMoselle: boolean;
  /** The days of a mission that a word fills: those within its dates. */
  readonly isInMission: (reference: string, day: Day) => boolean;
  /** Says whether a mission has this reference. */
  readonly isMission: (reference: string) => boolean;
  /** The hours of a whole day of a mission, or of time for none. */
  readonly dayHours: (mission: string | null) => number;
  /** Null where nobody knows it. */
  readonly today: Day | null;
  /** What the month holds already; the words change it, unless they fill all of it. */
  readonly standing: readonly ReportDay[];
}

/** Says whether any of the words was typed. */
export function hasWords({ all, except, half, leave, day }: MonthWords): boolean {
  return [all, except, half, leave, day].some((word) => word !== undefined);
}

/**
 * Reads a month from its words: all, then what is left out, halved, on leave, and the days said whole. Filling all of a month
 * also counts its public holidays from Monday to Friday.
 * @throws {PorteError} `input.days`, `input.entry`.
 */
export function monthFromWords(words: MonthWords, terms: WordsTerms): ReportDay[] {
  const days = new Map<Day, readonly Entry[]>(terms.standing.map(({ date, entries }) => [date, entries]));
  if (words.all !== undefined) {
    days.clear();
    for (const [day, entries] of filled(words.all, terms)) days.set(day, entries);
  }
  for (const day of listed(words.except, terms)) days.delete(day);
  for (const day of listed(words.half, terms)) days.set(day, halved(day, days.get(day)));
  for (const day of listed(words.leave, terms)) days.set(day, [plainEntry("paid-leave", 1)]);
  for (const text of words.day ?? []) {
    const { day, entries } = dayFrom(text, terms);
    days.set(day, entries);
  }
  return [...days]
    .filter(([, entries]) => entries.length > 0)
    .map(([date, entries]) => ({ date, entries }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}

function filled(all: string, terms: WordsTerms): [Day, Entry[]][] {
  const { month, alsaceMoselle, isInMission } = terms;
  const entry = entryFrom(all.replace(/^mission=/, "mission@"), all, terms);
  const holidays = holidaysOf(Number(month.slice(0, 4)), alsaceMoselle);
  return daysOf(month).flatMap((day): [Day, Entry[]][] => {
    if (weekday(day) >= 6) return [];
    if (holidays.has(day)) return [[day, [plainEntry("holiday", 1)]]];
    return entry.mission === null || isInMission(entry.mission, day) ? [[day, [entry]]] : [];
  });
}

/** A range means working days; a day named alone is taken as it is. */
function listed(text: string | undefined, { month, alsaceMoselle, today }: WordsTerms): Day[] {
  return text === undefined ? [] : parseDays(text, month, (day) => !isRestDay(day, alsaceMoselle), today);
}

/** @throws {PorteError} `input.entry` for a day that holds nothing, or not one thing, to halve. */
function halved(day: Day, entries: readonly Entry[] | undefined): Entry[] {
  const [only, ...others] = entries ?? [];
  if (only === undefined || others.length > 0) throw new PorteError("input.entry", { value: day });
  return [{ ...uncounted(only), amount: 0.5 }];
}

/** Reads one day: `2026-11-13=ACME:0.5,training:0.5`, or `13=…` within the month; nothing after the sign empties it. */
function dayFrom(text: string, terms: WordsTerms): { day: Day; entries: Entry[] } {
  const { month, today } = terms;
  const at = text.indexOf("=");
  if (at === -1) throw new PorteError("input.entry", { value: text });
  const [day = "", ...others] = parseDays(text.slice(0, at), month, undefined, today);
  if (others.length > 0) throw new PorteError("input.days", { value: text.slice(0, at), month });
  const said = text.slice(at + 1).trim();
  const parts = said.replace(DECIMAL_COMMA, "$1.$2").split(",");
  return { day, entries: said === "" ? [] : parts.map((part) => entryFrom(part.trim(), text, terms)) };
}

/** A comma between digits after a colon is a decimal one where the number ends there: `ACME:0,5`, `ACME:7,5h`. */
const DECIMAL_COMMA = /(:\d{1,2}),(\d{1,2})(?=h?(?:[:,]|$))/g;

/**
 * Reads one entry: `training:0.5`, `formation`, `ACME`, `ACME/CMD-1:0.3` by project code, `unbilled@ACME` for a day offered, `ACME:7.5h` by its
 * hours, which also say how much of a day it is, and `ACME:1:9h` where they do not.
 */
function entryFrom(part: string, typed: string, { dayHours, isMission }: WordsTerms): Entry {
  const match = ENTRY.exec(part);
  if (match === null) throw new PorteError("input.entry", { value: typed });
  const [, spentAs, name = "", projectCode = null, days, counted] = match;
  const kind = spentAs === undefined ? kindNamed(name, isMission) : null;
  if (kind !== null && (needsMission(kind) || projectCode !== null))
    throw new PorteError("input.entry", { value: typed });
  const { amount, hours } = lengthFrom(days, counted, dayHours(kind === null ? name.toUpperCase() : null));
  if (!isPart(amount) || (hours !== undefined && !isHours(hours)))
    throw new PorteError("input.entry", { value: typed });
  const entry =
    kind === null
      ? missionEntry(spentKind(spentAs), name.toUpperCase(), amount, projectCode)
      : plainEntry(kind, amount);
  return hours === undefined ? entry : { ...entry, hours };
}

/** What time of a mission is: billed, unless it is said to be offered. */
function spentKind(spentAs: string | undefined): "mission" | "unbilled" {
  return spentAs === undefined || spentAs === "mission" ? "mission" : "unbilled";
}

/** How long an entry lasts: the part of the day that is said, or that its hours are, or all of it. */
function lengthFrom(
  days: string | undefined,
  counted: string | undefined,
  dayHours: number,
): { amount: number; hours?: number } {
  if (counted === undefined) return { amount: Number(days ?? 1) };
  const hours = Number(counted);
  return { amount: days === undefined ? amountOf(hours, dayHours) : Number(days), hours };
}

const ENTRY =
  /^(?:(unbilled|offert|mission)@)?([\p{L}0-9_-]+)(?:\/([A-Za-z0-9_.-]+))?(?::(\d(?:\.\d{1,2})?))?(?::(\d{1,2}(?:\.\d{1,2})?)h)?$/u;

/**
 * The kind of time that a word names, and null for a mission's reference. @throws {PorteError} `input.ambiguous` for a word that is both:
 * `mission@CP` is then the mission.
 */
function kindNamed(name: string, isMission: WordsTerms["isMission"]): Kind | null {
  const kind = KINDS.find((one) => one === name.toLowerCase()) ?? null;
  const meant = kind ?? kindFromWord(name);
  if (kind !== null || meant === null || !isMission(name)) return meant;
  throw new PorteError("input.ambiguous", { value: name, readings: [meant, `mission@${name}`] });
}

/** Puts time on a day: the whole of it, or half beside the half of what the day held. */
export function putEntry(days: readonly ReportDay[], date: Day, entry: Entry, isHalf: boolean): ReportDay[] {
  const held = days.find((day) => day.date === date)?.entries ?? [];
  const [first] = held;
  const isSame = first !== undefined && first.kind === entry.kind && first.mission === entry.mission;
  const half = { ...entry, amount: 0.5 };
  const entries = !isHalf ? [entry] : first === undefined || isSame ? [half] : [{ ...first, amount: 0.5 }, half];
  return [...days.filter((day) => day.date !== date), { date, entries }].sort((a, b) => (a.date < b.date ? -1 : 1));
}
