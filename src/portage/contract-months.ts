import { addMonths, type Day, firstDay, lastDay, type Month, monthOf } from "../domain/calendar.ts";

/** Months of a contract from date to date, a started one counting whole: 15 January to 14 March are two. */
export function monthsBetween(start: Day, end: Day): number {
  let months = 1;
  while (sameDay(start, months) <= end) months += 1;
  return months;
}

/** The same day of a month, so many months later; the last one where the month is shorter. */
function sameDay(start: Day, months: number): Day {
  const month = addMonths(monthOf(start), months);
  const day = `${month}-${start.slice(8)}`;
  return day > lastDay(month) ? lastDay(month) : day;
}

/** Says whether a month begins within the first two months of a contract that started on a day. */
export function isInFirstTwoMonths(start: Day, month: Month): boolean {
  return firstDay(month) < sameDay(start, 2);
}
