import { PorteError } from "../../errors.ts";
import { addMonths, type Day, type Month, monthOf } from "../calendar.ts";
import { comparable, meaningIn } from "./meaning.ts";
import { allWords, MONTH_NAMES, MONTHS_FROM_NOW } from "./words.ts";

/** The numbers, from 1, of the months that a name means. */
export const monthsNamed = meaningIn(() => MONTH_NAMES.map((words, index) => [index + 1, allWords(words)]));
const monthsFromNow = meaningIn(() =>
  Object.entries(MONTHS_FROM_NOW).map(([count, words]) => [Number(count), allWords(words)]),
);

const YEAR_FIRST = /^(20\d\d)[-/.](\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})[-/.](20\d\d)$/;
const NAMED = /^(\D{3,12}?)[ -](20\d\d)$/;

/**
 * Reads a month as it is typed: `2026-11`, `11/2026`, `novembre 2026`, `courant`, `dernier`; without a year, `novembre`, `nov` or
 * `11` is the latest that is not in the future.
 * @throws {PorteError} `input.month`.
 */
export function parseMonth(text: string, today: Day): Month {
  const month = monthTyped(text.trim(), today);
  if (month === null) throw new PorteError("input.month", { value: text });
  return month;
}

function monthTyped(text: string, today: Day): Month | null {
  const [, year, number] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return civilMonth(year, Number(number));
  const [, other, its] = YEAR_LAST.exec(text) ?? [];
  if (its !== undefined) return civilMonth(its, Number(other));
  const [, name = "", of] = NAMED.exec(text) ?? [];
  if (of !== undefined) return civilMonth(of, monthsNamed(name)[0] ?? 0);
  const [fromNow] = monthsFromNow(text);
  if (fromNow !== undefined) return addMonths(monthOf(today), fromNow);
  const alone = /^\d{1,2}$/.test(text) ? Number(text) : monthsNamed(text)[0];
  return alone === undefined ? null : latestMonth(alone, today);
}

function latestMonth(number: number, today: Day): Month | null {
  const ofThisYear = civilMonth(today.slice(0, 4), number);
  return ofThisYear !== null && ofThisYear > monthOf(today) ? addMonths(ofThisYear, -12) : ofThisYear;
}

function civilMonth(year: string, number: number): Month | null {
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, "0")}` : null;
}

/** Says whether a typed month or day names its year: if not, which one was understood is to be said. */
export function namesYear(text: string): boolean {
  return /(?<!\d)20\d\d(?!\d)/.test(comparable(text));
}
