import { PorteError } from "../errors.ts";
import {
  dayTotal,
  type Entry,
  hoursOf,
  isHours,
  isWork,
  type ReportDay,
  uncounted,
  type WorkingTime,
} from "./activity.ts";
import { addDays, addMonths, type Day, firstDay, lastDay, type Month, weekday } from "./calendar.ts";

/** A limit that the law sets to working time. Past it the report may be sent: it is the porté, and the company, who must know. */
export interface TimeLimit {
  readonly code:
    | "day-hours"
    | "daily-rest"
    | "legal-week"
    | "week-hours"
    | "average-hours"
    | "weekly-rest"
    | "forfait-days";
  readonly most: number;
  readonly unit: "hours" | "days";
  /** The first day of this wording. */
  readonly since: Day;
  readonly source: string;
}

/** The days at work of a year under forfait jours (art. L3121-64, I, 3°). */
export const FORFAIT_DAYS = 218;

/** The limits of the Code du travail, in the order they are shown. */
export const TIME_LIMITS: readonly TimeLimit[] = [
  { code: "day-hours", most: 10, unit: "hours", since: "2016-08-10", source: "art. L3121-18 du code du travail" },
  /** Eleven hours of rest leave thirteen of the day. */
  { code: "daily-rest", most: 13, unit: "hours", since: "2008-05-01", source: "art. L3131-1 du code du travail" },
  { code: "legal-week", most: 35, unit: "hours", since: "2016-08-10", source: "art. L3121-27 du code du travail" },
  { code: "week-hours", most: 48, unit: "hours", since: "2016-08-10", source: "art. L3121-20 du code du travail" },
  { code: "average-hours", most: 44, unit: "hours", since: "2016-08-10", source: "art. L3121-22 du code du travail" },
  /** Six days a week at most: the seventh would leave no rest of 35 hours in a row. */
  {
    code: "weekly-rest",
    most: 6,
    unit: "days",
    since: "2008-05-01",
    source: "art. L3132-1 et L3132-2 du code du travail",
  },
  {
    code: "forfait-days",
    most: FORFAIT_DAYS,
    unit: "days",
    since: "2016-08-10",
    source: "art. L3121-64 du code du travail",
  },
];

/** A limit that was passed: on a day, in the week of a Monday, or over the twelve months that end on a day. */
export interface TimeWarning extends Omit<TimeLimit, "since"> {
  readonly day: Day;
  readonly value: number;
}

/** A month's working time as its contract counts it. */
export interface WorkedTime {
  readonly workingTime: WorkingTime;
  /** Hours of the month; null where the contract counts none. */
  readonly hours: number | null;
  /** Days at work over the twelve months that end with this one; null out of forfait jours. */
  readonly forfaitDays: number | null;
  readonly warnings: readonly TimeWarning[];
}

const WEEKS = 12;
const YEAR_MONTHS = 12;

/**
 * Measures a month, and holds it against the law's limits; each warning names its rule. Under forfait jours the maxima of hours do not
 * apply (art. L3121-62), rest does.
 * @param days the month's days with those of the months before it: a year for forfait jours, twelve weeks for hours.
 */
export function workedTime(workingTime: WorkingTime, month: Month, days: readonly ReportDay[]): WorkedTime {
  const known = new Map(days.map(({ date, entries }) => [date, entries.filter(({ kind }) => isWork(kind))]));
  const isOfMonth = (date: Day) => date.startsWith(month);
  const own = [...known].filter(([date]) => isOfMonth(date));
  const hours = workingTime === "hours" ? own.reduce((total, [, entries]) => total + hoursOf(entries), 0) : null;
  const forfaitDays = workingTime === "forfait-days" ? daysOfYear(known, month) : null;
  const mondays = mondaysOf(month);
  const found: (Finding | null)[] = [
    ...(workingTime === "hours" ? hourFindings(known, own, mondays) : []),
    ...mondays.map((day) => ({ code: "weekly-rest" as const, day, value: daysWorked(known, day) })),
    forfaitDays === null ? null : { code: "forfait-days", day: lastDay(month), value: forfaitDays },
  ];
  const warnings = found.flatMap((one) => (one === null ? [] : warningOf(one)));
  return { workingTime, hours, forfaitDays, warnings };
}

interface Finding {
  readonly code: TimeLimit["code"];
  readonly day: Day;
  readonly value: number;
}

type Worked = ReadonlyMap<Day, readonly Entry[]>;

function warningOf({ code, day, value }: Finding): TimeWarning[] {
  return TIME_LIMITS.filter((limit) => limit.code === code && limit.since <= day && value > limit.most).map(
    ({ most, unit, source }) => ({ code, most, unit, source, day, value }),
  );
}

function hourFindings(known: Worked, own: readonly [Day, readonly Entry[]][], mondays: readonly Day[]): Finding[] {
  return [
    ...own.flatMap(([day, entries]) => [
      { code: "day-hours" as const, day, value: hoursOf(entries) },
      { code: "daily-rest" as const, day, value: hoursOf(entries) },
    ]),
    ...mondays.flatMap((day) => {
      const value = weekHours(known, day);
      /** Past the week's maximum, that is what is to be said. */
      const isOver = warningOf({ code: "week-hours", day, value }).length > 0;
      return [
        { code: isOver ? ("week-hours" as const) : ("legal-week" as const), day, value },
        { code: "average-hours" as const, day, value: averageHours(known, day) },
      ];
    }),
  ];
}

/** The Mondays of the weeks that end in a month: a week is judged once, when it is over. */
function mondaysOf(month: Month): Day[] {
  const first = firstDay(month);
  const sunday = addDays(first, (7 - weekday(first)) % 7);
  const mondays: Day[] = [];
  for (let day = sunday; day <= lastDay(month); day = addDays(day, 7)) mondays.push(addDays(day, -6));
  return mondays;
}

function weekOf(monday: Day): Day[] {
  return [0, 1, 2, 3, 4, 5, 6].map((count) => addDays(monday, count));
}

function weekHours(known: Worked, monday: Day): number {
  return weekOf(monday).reduce((total, day) => total + hoursOf(known.get(day) ?? []), 0);
}

function daysWorked(known: Worked, monday: Day): number {
  return weekOf(monday).filter((day) => (known.get(day) ?? []).length > 0).length;
}

/** The average of the twelve weeks that end with this one, to the hundredth. */
function averageHours(known: Worked, monday: Day): number {
  let total = 0;
  for (let week = 0; week < WEEKS; week += 1) total += weekHours(known, addDays(monday, -7 * week));
  return Math.round((total / WEEKS) * 100) / 100;
}

function daysOfYear(known: Worked, month: Month): number {
  const first = firstDay(addMonths(month, 1 - YEAR_MONTHS));
  const ofYear = [...known].filter(([date]) => date >= first && date <= lastDay(month));
  return dayTotal(ofYear.flatMap(([, entries]) => entries));
}

/** The hours of a whole day where nobody says other ones: a fifth of the legal week. */
export const USUAL_DAY_HOURS = 7;

/**
 * Counts the hours of a month as its contract wants them: where it counts hours, time at work that has none gets its part of the day's
 * length; elsewhere no hours are kept.
 * @param dayHours the length of a day of a mission, or of time for none, in hours.
 */
export function withHours(
  days: readonly ReportDay[],
  workingTime: WorkingTime,
  dayHours: (mission: string | null) => number,
): ReportDay[] {
  const counted = (entry: Entry): Entry => {
    if (workingTime !== "hours" || !isWork(entry.kind)) return uncounted(entry);
    return { ...entry, hours: entry.hours ?? Math.round(entry.amount * dayHours(entry.mission) * 4) / 4 };
  };
  return days.map(({ date, entries }) => ({ date, entries: entries.map(counted) }));
}

/** Reads the hours of a whole day, `7`, `7.5`, `7,5`. @throws {PorteError} `input.hours` out of 1 to 12, or finer than a quarter. */
export function parseDayLength(text: string): number {
  return hoursFrom(text, 1, 12);
}

/** Reads hours worked. @throws {PorteError} `input.hours` out of 0.25 to 24, or finer than a quarter. */
export function parseHours(text: string): number {
  return hoursFrom(text, 0.25, 24);
}

function hoursFrom(text: string, least: number, most: number): number {
  const hours = /^\d{1,2}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  if (!(hours >= least && hours <= most && isHours(hours)))
    throw new PorteError("input.hours", { value: text, least, most });
  return hours;
}

/** Says how much of a day some hours are: from three quarters of it on the whole, from a quarter half, under it nothing. */
export function amountOf(hours: number, dayHours: number): 0 | 0.5 | 1 {
  if (hours >= dayHours * 0.75) return 1;
  return hours >= dayHours * 0.25 ? 0.5 : 0;
}
