import { PorteError } from "../../errors.ts";
import { addDays, type Day, daysOf, isDay, lastDay, type Month, weekday } from "../calendar.ts";
import { dayFrom } from "../written-day.ts";
import { dayAndMonth, daysFromNow, weekdaysNamed } from "./day.ts";
import { comparable, meaningIn } from "./meaning.ts";
import { namesYear } from "./month.ts";
import { allWords, WEEKDAY_NAMES } from "./words.ts";

/** The weekdays, from Monday, 1, that a plural means: every one of a month. */
const everyWeekday = meaningIn(() =>
  WEEKDAY_NAMES.map((words, index) => [index + 1, allWords(words).map((word) => `${word}s`)]),
);

/** What stands between the first and the last day of a run, with the spaces around it. */
const RANGE_WORDS = /^(?:du |from )?(\S(?:.{0,28}\S)?)(?: {0,2}\.\. {0,2}| (?:au|à|a|to|-) )(\S.{0,29})$/i;
/** A run whose sign is a hyphen without spaces: days alone, or with their month; the first as `2026-11-24`, too. */
const HYPHEN = /^((?:20\d\d-\d\d-)?\d{1,2}(?:\/\d{1,2}(?:\/20\d\d)?)?)-(\d{1,2}(?:\/\d{1,2}(?:\/20\d\d)?)?)$/;

/**
 * Reads a list of days within a month: `11,24-28`, `24..28`, `du 24 au 28`, `18/11`, whole dates, `hier`, `lundis` for each Monday. A run, and
 * the plural of a weekday, keep the days that `inRange` wants; a day that is named alone is always kept.
 * @throws {PorteError} `input.days` for a day that the month does not have or a run that goes backwards; `input.ambiguous` for a weekday
 * that may be any of the month; `input.weekday` for one that does not agree with its day.
 */
export function parseDays(
  text: string,
  month: Month,
  inRange: (day: Day) => boolean = () => true,
  today: Day | null = null,
): Day[] {
  const days = text.split(/,|;| et | and /).flatMap((part) => partDays(part.trim(), { month, inRange, today }));
  return [...new Set(days)].sort();
}

/** What a list of days is read against. */
interface ListTerms {
  readonly month: Month;
  readonly inRange: (day: Day) => boolean;
  /** Null where nobody knows it: `hier` is then no day. */
  readonly today: Day | null;
}

function partDays(part: string, terms: ListTerms): Day[] {
  const { month, inRange } = terms;
  const [, first, last] = RANGE_WORDS.exec(part) ?? HYPHEN.exec(part) ?? [];
  if (first === undefined || last === undefined) {
    const [each] = everyWeekday(part);
    return each === undefined ? [oneDay(part, part, terms)] : weekdaysBetween(month, each, each).filter(inRange);
  }
  const [begin, end] = [everyWeekday(first)[0], everyWeekday(last)[0]];
  if (begin !== undefined && end !== undefined) return weekdaysBetween(month, begin, end).filter(inRange);
  const [from, to] = [oneDay(first, part, terms), oneDay(last, part, terms)];
  if (from > to) throw new PorteError("input.days", { value: part, month });
  return daysOf(month).filter((day) => day >= from && day <= to && (from === to || inRange(day)));
}

/** The days of a month from one weekday to another, each week. */
function weekdaysBetween(month: Month, from: number, to: number): Day[] {
  return daysOf(month).filter((day) => weekday(day) >= from && weekday(day) <= to);
}

/** @param part the part of the list that it stands in, which a failure names. */
function oneDay(text: string, part: string, terms: ListTerms): Day {
  const { month } = terms;
  const [, name = "", rest = ""] = /^(\p{L}{3,9})\.? +(.{1,30})$/u.exec(text) ?? [];
  const [named] = weekdaysNamed(name);
  if (named !== undefined) {
    const day = oneDay(rest, part, terms);
    if (weekday(day) !== named) throw new PorteError("input.weekday", { value: text, day });
    return day;
  }
  const [alone] = weekdaysNamed(text);
  if (alone !== undefined)
    throw new PorteError("input.ambiguous", {
      value: text,
      readings: [...weekdaysBetween(month, alone, alone), `${comparable(text)}s`],
    });
  const day = dayTyped(text, terms);
  if (day === null || !day.startsWith(`${month}-`) || day > lastDay(month))
    throw new PorteError("input.days", { value: part, month });
  return day;
}

function dayTyped(text: string, { month, today }: ListTerms): Day | null {
  const [fromNow] = daysFromNow(text);
  if (fromNow !== undefined) return today === null ? null : addDays(today, fromNow);
  if (namesYear(text)) return dayFrom(text);
  const found = dayAndMonth(text);
  if (found === null) return null;
  const day = `${found.month === null ? month : `${month.slice(0, 4)}-${pad(found.month)}`}-${pad(found.day)}`;
  return isDay(day) ? day : null;
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

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
