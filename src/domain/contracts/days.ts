import { addDays, addMonths, type Day, dayCount, monthOf, weekday } from "../calendar.ts";
import { holidaysOf, isRestDay } from "../holidays.ts";

/** The same day of the month, some months later; the last of the month where it has no such day. */
export function addMonthsToDay(day: Day, count: number): Day {
  const month = addMonths(monthOf(day), count);
  const date = Math.min(Number(day.slice(8)), dayCount(month));
  return `${month}-${String(date).padStart(2, "0")}`;
}

/** The last day of a term of some months that begins on a day. */
export function lastOfMonths(start: Day, months: number): Day {
  return addDays(addMonthsToDay(start, months), -1);
}

/** Says whether a day is a `jour ouvrable`: any but Sundays and public holidays. */
function isOpenDay(day: Day): boolean {
  return weekday(day) !== 7 && !holidaysOf(Number(day.slice(0, 4))).has(day);
}

/** The last of some `jours ouvrables` that follow a day. */
export function addOpenDays(day: Day, count: number): Day {
  return nth(day, count, isOpenDay);
}

/** The last of some days at work that follow a day: Monday to Friday, public holidays out. */
export function addWorkingDays(day: Day, count: number): Day {
  return nth(day, count, (one) => !isRestDay(one));
}

function nth(day: Day, count: number, counts: (day: Day) => boolean): Day {
  let [last, left] = [day, count];
  while (left > 0) {
    last = addDays(last, 1);
    if (counts(last)) left -= 1;
  }
  return last;
}
