import type { Rule } from "./rule.ts";
import { DAY_MS, type Wall, wallOf } from "./stamp.ts";

/** The day of the week, from 0 for Monday: 1 January 1970 was a Thursday. */
function weekDayOf(midnight: Wall): number {
  return (((Math.floor(midnight / DAY_MS) + 3) % 7) + 7) % 7;
}

/** The midnight on which the week of a day begins. */
export function weekOf(midnight: Wall, weekStart: number): Wall {
  return midnight - ((weekDayOf(midnight) - weekStart + 7) % 7) * DAY_MS;
}

/**
 * What a rule says of days, with what it leaves to its event's start: the day of the week of a weekly one, of the month of
 * a monthly one, and so on (RFC 5545, 3.3.10, "derived from DTSTART").
 */
export function completeRule(rule: Rule, start: Wall): Rule {
  const { frequency, weekDays, monthDays, yearDays, weekNumbers, months } = rule;
  const at = new Date(start);
  const ofDay = [{ day: weekDayOf(start), nth: 0 }];
  const isSaid = weekDays.length + monthDays.length + yearDays.length > 0;
  if (frequency === "WEEKLY" && !isSaid) return { ...rule, weekDays: ofDay };
  if (frequency === "MONTHLY" && !isSaid && weekNumbers.length === 0) return { ...rule, monthDays: [at.getUTCDate()] };
  if (frequency !== "YEARLY" || isSaid) return rule;
  if (weekNumbers.length > 0) return { ...rule, weekDays: ofDay };
  return { ...rule, monthDays: [at.getUTCDate()], months: months.length > 0 ? months : [at.getUTCMonth() + 1] };
}

/** Says whether a rule, completed, has a day among those that it may fall on. */
export function isDayOf(rule: Rule, midnight: Wall): boolean {
  const { months, monthDays, yearDays, weekNumbers, weekDays } = rule;
  const date = new Date(midnight);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (months.length > 0 && !months.includes(month)) return false;
  if (weekDays.length > 0 && !isWeekDayOf(rule, midnight)) return false;
  if (monthDays.length > 0) {
    const ofMonth = wallOf(year, month + 1, 1) - wallOf(year, month, 1);
    if (!isNth(monthDays, day, ofMonth / DAY_MS)) return false;
  }
  if (yearDays.length > 0) {
    const first = wallOf(year, 1, 1);
    if (!isNth(yearDays, (midnight - first) / DAY_MS + 1, (wallOf(year + 1, 1, 1) - first) / DAY_MS)) return false;
  }
  return weekNumbers.length === 0 || isWeekOf(rule, midnight);
}

/** Says whether a place from 1 is among those of a list, which counts from the end where it is negative. */
function isNth(list: readonly number[], place: number, of: number): boolean {
  return list.includes(place) || list.includes(place - of - 1);
}

/** `1MO` is the first Monday of its month, and of its year where a yearly rule names no month. */
function isWeekDayOf({ frequency, months, weekDays, weekNumbers }: Rule, midnight: Wall): boolean {
  const ofDay = weekDays.filter(({ day }) => day === weekDayOf(midnight));
  const isCounted = (frequency === "MONTHLY" || frequency === "YEARLY") && weekNumbers.length === 0;
  if (ofDay.some(({ nth }) => nth === 0 || !isCounted)) return true;
  if (ofDay.length === 0) return false;
  const date = new Date(midnight);
  const isOfYear = frequency === "YEARLY" && months.length === 0;
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  const first = isOfYear ? wallOf(year, 1, 1) : wallOf(year, month, 1);
  const after = isOfYear ? wallOf(year + 1, 1, 1) : wallOf(year, month + 1, 1);
  const fromStart = Math.floor((midnight - first) / DAY_MS / 7) + 1;
  const fromEnd = -Math.floor((after - DAY_MS - midnight) / DAY_MS / 7) - 1;
  return ofDay.some(({ nth }) => nth === fromStart || nth === fromEnd);
}

/** Weeks are numbered in the year that holds four of their days at least. */
function isWeekOf({ weekNumbers, weekStart }: Rule, midnight: Wall): boolean {
  const week = weekOf(midnight, weekStart);
  const year = new Date(week + 3 * DAY_MS).getUTCFullYear();
  const first = firstWeek(year, weekStart);
  const place = (week - first) / DAY_MS / 7 + 1;
  return isNth(weekNumbers, place, (firstWeek(year + 1, weekStart) - first) / DAY_MS / 7);
}

function firstWeek(year: number, weekStart: number): Wall {
  return weekOf(wallOf(year, 1, 4), weekStart);
}
