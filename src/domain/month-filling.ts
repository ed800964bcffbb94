import {
  type Entry,
  fitsDay,
  type Kind,
  type MissionTerm,
  missionEntry,
  needsMission,
  plainEntry,
  type ReportDay,
} from "./activity.ts";
import { type Day, daysOf, isInTerm, type Month, monthOf, touchesMonth, weekday } from "./calendar.ts";
import { holidaysOf } from "./holidays.ts";

/** What the days of a month are filled against. */
export interface FillingTerms {
  readonly month: Month;
  readonly alsaceMoselle: boolean;
  readonly missions: readonly MissionTerm[];
}

/** The missions that have days in the month. */
export function missionsOn({ month, missions }: FillingTerms): FillingTerms["missions"] {
  return missions.filter((mission) => touchesMonth(mission, month));
}

/** A whole day of a kind; null for what no report may hold that day, and for mission time where the mission is not under way. */
export function wholeDay(
  { missions, alsaceMoselle }: FillingTerms,
  mission: string | null,
  day: Day,
  kind: Kind,
): Entry | null {
  if (!needsMission(kind)) return fitsDay(kind, day, alsaceMoselle) ? plainEntry(kind, 1) : null;
  const term = missions.find(({ reference }) => reference === mission);
  return term === undefined || !isInTerm(term, day) ? null : missionEntry(kind, term.reference, 1);
}

/** Whole days of a mission on every working day that is free, and the public holidays. */
export function filledDays(terms: FillingTerms, mission: string | null, isFree: (day: Day) => boolean): ReportDay[] {
  const holidays = holidaysOf(Number(terms.month.slice(0, 4)), terms.alsaceMoselle);
  return daysOf(terms.month).flatMap((date) => {
    if (weekday(date) >= 6 || !isFree(date)) return [];
    const entry = wholeDay(terms, mission, date, holidays.has(date) ? "holiday" : "mission");
    return entry === null ? [] : [{ date, entries: [entry] }];
  });
}

/** The public holidays of a month from Monday to Friday. */
export function holidayDays({ month, alsaceMoselle }: Omit<FillingTerms, "missions">): ReportDay[] {
  const holidays = [...holidaysOf(Number(month.slice(0, 4)), alsaceMoselle).keys()];
  return holidays
    .filter((day) => monthOf(day) === month && weekday(day) < 6)
    .map((date) => ({ date, entries: [plainEntry("holiday", 1)] }));
}
