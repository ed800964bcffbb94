import { PorteError } from "../../errors.ts";
import { addDays, type Day, isDay, weekday } from "../calendar.ts";
import { dayFrom } from "../written-day.ts";
import { comparable, meaningIn } from "./meaning.ts";
import { monthsNamed, namesYear } from "./month.ts";
import { allWords, DAYS_FROM_NOW, WEEKDAY_NAMES } from "./words.ts";

/** Where a day whose year is not typed may lie: today or before, or on either side, which is then asked. */
export type DaySense = "past" | "either";

/** The weekdays, from Monday, 1, that a name means. */
export const weekdaysNamed = meaningIn(() => WEEKDAY_NAMES.map((words, index) => [index + 1, allWords(words)]));
/** The days that a word is from today. */
export const daysFromNow = meaningIn(() =>
  Object.entries(DAYS_FROM_NOW).map(([count, words]) => [Number(count), allWords(words)]),
);

/** From one 29 February to the next are eight years at most. */
const FARTHEST_DAYS = 8 * 366;

/**
 * Reads a day as it is typed: `2026-11-18`, `18/11/2026`, `18 novembre 2026`, `hier`, `aujourd'hui`; without a year, `18/11`,
 * `18 nov`, `18` or `lundi` is the latest that is not in the future. A name of the weekday before it must agree.
 * @throws {PorteError} `input.day`; `input.weekday` for a weekday that does not agree; `input.ambiguous` where it may lie on either side
 * of today.
 */
export function parseDay(text: string, today: Day, sense: DaySense = "past"): Day {
  const typed = text.trim();
  const day = isDay(typed) ? typed : readDay(typed, text, today, sense);
  if (day === null) throw new PorteError("input.day", { value: text });
  return day;
}

function readDay(typed: string, whole: string, today: Day, sense: DaySense): Day | null {
  /** A leading name of a day of the week, and the rest. */
  const [, name = "", rest = ""] = /^(\p{L}{3,9})[.,]? +(.{1,40})$/u.exec(typed) ?? [];
  const [named] = weekdaysNamed(name);
  if (named === undefined) return namesYear(typed) ? dayFrom(typed) : nearDay(typed, whole, today, sense);
  if (/^(dernier|last)$/i.test(rest)) return nearest(today, -1, (day) => day < today && weekday(day) === named);
  const day = readDay(rest, whole, today, sense);
  if (day !== null && weekday(day) !== named) throw new PorteError("input.weekday", { value: whole, day });
  return day;
}

/** A day without its year. */
function nearDay(typed: string, whole: string, today: Day, sense: DaySense): Day | null {
  const [fromNow] = daysFromNow(typed);
  if (fromNow !== undefined) return fromNow > 0 && sense === "past" ? null : addDays(today, fromNow);
  const is = partOf(typed);
  if (is === null) return null;
  const before = nearest(today, -1, is);
  if (sense === "past" || before === today) return before;
  const after = nearest(today, 1, is);
  if (before === null || after === null) return before ?? after;
  throw new PorteError("input.ambiguous", { value: whole, readings: [before, after] });
}

/** Says of a day whether it is the one that is typed, as far as that goes: its weekday, its number, its number and month. */
function partOf(typed: string): ((day: Day) => boolean) | null {
  const [named] = weekdaysNamed(typed);
  if (named !== undefined) return (day) => weekday(day) === named;
  const found = dayAndMonth(typed);
  if (found === null) return null;
  const end = `${found.month === null ? "" : pad(found.month)}-${pad(found.day)}`;
  return (day) => day.endsWith(end);
}

/** Reads a day and, where it is typed, its month: `18`, `18/11`, `18.11`, `18 nov`, `1er novembre`, `Nov 18`. */
export function dayAndMonth(typed: string): { readonly day: number; readonly month: number | null } | null {
  const [, day, number] = /^(\d{1,2})(?:er)?(?:[/.](\d{1,2}))?$/.exec(typed) ?? [];
  if (day !== undefined) return { day: Number(day), month: number === undefined ? null : Number(number) };
  const [, before, name, after] =
    /^(\d{1,2})?(?:er|st|nd|rd|th)?[ -]?([a-z]{3,9})[. ]{0,2}(\d{1,2})?$/.exec(comparable(typed)) ?? [];
  const [month] = monthsNamed(name ?? "");
  const only = before ?? after;
  if (month === undefined || only === undefined || (before !== undefined && after !== undefined)) return null;
  return { day: Number(only), month };
}

/** The nearest day from today on, or back, that is such a day; null where there is none. */
function nearest(today: Day, step: 1 | -1, is: (day: Day) => boolean): Day | null {
  for (let count = 0; count <= FARTHEST_DAYS; count += 1) {
    const day = addDays(today, step * count);
    if (is(day)) return day;
  }
  return null;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
