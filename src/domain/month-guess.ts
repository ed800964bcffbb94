import { type Entry, needsMission, plainEntry, type ReportDay } from "./activity.ts";
import { type Day, daysOf, weekday } from "./calendar.ts";
import { isRestDay } from "./holidays.ts";
import { type FillingTerms, filledDays, holidayDays, missionsOn, wholeDay } from "./month-filling.ts";

/** Leave that the company has granted, both days included. */
export interface GrantedLeave {
  readonly kind: "paid-leave" | "unpaid-leave";
  readonly start: Day;
  readonly end: Day;
}

/**
 * Guesses a month: the weekdays as they were lived the month before, as far as its missions are still under way; else its
 * mission on every working day. Public holidays are counted, and granted leave stands on its working days.
 */
export function guessMonth(
  terms: FillingTerms,
  lastMonth: readonly ReportDay[],
  leave: readonly GrantedLeave[] = [],
): ReportDay[] {
  return joined(usualMonth(terms, lastMonth), leaveDays(terms, leave));
}

function leaveDays({ month, alsaceMoselle }: FillingTerms, leave: readonly GrantedLeave[]): ReportDay[] {
  return daysOf(month).flatMap((date) => {
    const granted = leave.find(({ start, end }) => date >= start && date <= end);
    const isLeave = granted !== undefined && !isRestDay(date, alsaceMoselle);
    return isLeave ? [{ date, entries: [plainEntry(granted.kind, 1)] }] : [];
  });
}

function usualMonth(terms: FillingTerms, lastMonth: readonly ReportDay[]): ReportDay[] {
  const habits = habitsOf(lastMonth, terms.alsaceMoselle);
  const lived = daysOf(terms.month).flatMap((date): ReportDay[] => {
    const usual = isRestDay(date, terms.alsaceMoselle) ? [] : (habits.get(weekday(date)) ?? []);
    const entries = usual.filter(({ kind, mission }) => wholeDay(terms, mission, date, kind) !== null);
    return entries.length === 0 ? [] : [{ date, entries }];
  });
  if (lived.length > 0) return joined(lived, holidayDays(terms));
  return filledDays(terms, missionsOn(terms)[0]?.reference ?? null, () => true);
}

/** The days of two lists, in order; where both name one, the second's stands. */
function joined(days: readonly ReportDay[], over: readonly ReportDay[]): ReportDay[] {
  const all = new Map([...days, ...over].map((day) => [day.date, day]));
  return [...all.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** What was done most often on each weekday, mission time only: leave and sickness are no habit. */
function habitsOf(days: readonly ReportDay[], alsaceMoselle: boolean): ReadonlyMap<number, readonly Entry[]> {
  const counts = new Map<number, Map<string, number>>();
  for (const { date, entries } of days) {
    if (isRestDay(date, alsaceMoselle) || !entries.every(({ kind }) => needsMission(kind))) continue;
    const ofDay = counts.get(weekday(date)) ?? new Map<string, number>();
    const written = JSON.stringify(entries);
    counts.set(weekday(date), ofDay.set(written, (ofDay.get(written) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([day, ofDay]) => {
      const [most = "[]"] = [...ofDay].toSorted(([, one], [, other]) => other - one)[0] ?? [];
      return [day, JSON.parse(most)];
    }),
  );
}
