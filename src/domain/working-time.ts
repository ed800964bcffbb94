import { dayTotal, type Entry, hoursOf, isWork, type ReportDay, uncounted, type WorkingTime } from "./activity.ts";
import { addDays, addMonths, type Day, firstDay, lastDay, type Month, weekday } from "./calendar.ts";
import { hoursTaken } from "./clock-times.ts";
import { type Dated, isUnchecked, stepIfAny } from "./dated.ts";
import { AGREEMENT_FORFAIT, AMENDMENT_4, CHECKED_UNTIL, LABOUR_2016, WEEKLY_REST_ARTICLES } from "./law-texts.ts";

/** What the law limits of working time. */
export type TimeCode =
  | "day-hours"
  | "daily-rest"
  | "legal-week"
  | "week-hours"
  | "average-hours"
  | "weekly-rest"
  | "forfait-days"
  | "forfait-most";

/** A limit that the law sets to working time. Past it the report may be sent: it is the porté, and the company, who must know. */
export interface TimeLimit extends Dated<number> {
  readonly name: TimeCode;
  readonly unit: "hours" | "days";
}

const limit = (name: TimeCode, unit: TimeLimit["unit"], steps: TimeLimit["steps"]): TimeLimit => ({
  name,
  unit,
  checkedUntil: CHECKED_UNTIL,
  steps,
});
const since2016 = (value: number, article: string, place: string) => [
  { from: "2016-08-10", value, text: LABOUR_2016(article, place) },
];
const byAgreement = (value: number, article: string) => [
  { from: "2017-07-01", value, text: AGREEMENT_FORFAIT(article) },
];
const DAILY_REST = ["L3131-1", "LEGIARTI000033020918"] as const;
const weeklyRest = (value: number) => [{ from: "2008-05-01", value, text: WEEKLY_REST_ARTICLES }];
const byAmendment4 = (value: number) => ({ from: "2019-11-01", value, text: AMENDMENT_4 });

/** The limits of the labour code and of the branch, in the order they are shown. */
export const TIME_LIMITS: readonly TimeLimit[] = [
  limit("day-hours", "hours", since2016(10, "L3121-18", "LEGIARTI000033020428")),
  /** Eleven hours of rest leave thirteen of the day. */
  limit("daily-rest", "hours", since2016(13, ...DAILY_REST)),
  limit("legal-week", "hours", since2016(35, "L3121-27", "LEGIARTI000033020376")),
  /** The branch asks for less than the labour code, and holds. */
  limit("week-hours", "hours", [...since2016(48, "L3121-20", "LEGIARTI000033020414"), byAmendment4(44)]),
  limit("average-hours", "hours", since2016(44, "L3121-22", "LEGIARTI000033020402")),
  /** Six days a week at most: the seventh would leave no rest of 35 hours in a row. */
  limit("weekly-rest", "days", weeklyRest(6)),
  limit("forfait-days", "days", byAgreement(218, "art. 27.1.2")),
  /** What a yearly amendment, which buys rest days back, may come to at most. */
  limit("forfait-most", "days", byAgreement(229, "art. 27.1.3")),
];

const duty = (name: string, unit: TimeLimit["unit"], steps: TimeLimit["steps"]): Dated<number> => ({
  name,
  unit,
  checkedUntil: CHECKED_UNTIL,
  steps,
});

/** What a porté is owed of rest each day and each week, in hours, and within how many days of asking an interview is held. */
export const REST_DUTIES: readonly Dated<number>[] = [
  duty("dailyRest", "hours", since2016(11, ...DAILY_REST)),
  duty("weeklyRest", "hours", weeklyRest(35)),
  duty("interviewDays", "days", [byAmendment4(7)]),
];

/** The tables that limit working time. */
export interface TimeLaw {
  readonly timeLimits: readonly TimeLimit[];
}

/** The days at work of a year under forfait jours that a day of the law allows without a yearly amendment. */
function forfaitDaysOn(day: Day, { timeLimits }: TimeLaw): number {
  const found = timeLimits.find(({ name }) => name === "forfait-days");
  return (found === undefined ? null : stepIfAny(found, day))?.value ?? 0;
}

/** A limit that was passed: on a day, in the week of a Monday, or over the twelve months that end on a day. */
export interface TimeWarning {
  readonly code: TimeCode;
  readonly most: number;
  readonly unit: TimeLimit["unit"];
  readonly source: string;
  readonly day: Day;
  readonly value: number;
  /** True past the last day for which the limit was checked. */
  readonly isEstimate: boolean;
}

/** A month's working time as its contract counts it. */
export interface WorkedTime {
  readonly workingTime: WorkingTime;
  /** Hours of the month; null where the contract counts none. */
  readonly hours: number | null;
  /** Days at work over the twelve months that end with this one; null out of forfait jours. */
  readonly forfaitDays: number | null;
  /** The days at work that such a year has at most without an amendment; null out of forfait jours. */
  readonly forfaitMost: number | null;
  readonly warnings: readonly TimeWarning[];
}

const WEEKS = 12;
const YEAR_MONTHS = 12;

/**
 * Measures a month, and holds it against the law's limits; each warning names its rule. Under forfait jours the maxima of hours do not
 * apply (art. L3121-62), rest does.
 * @param days the month's days with those of the months before it: a year for forfait jours, twelve weeks for hours.
 */
export function workedTime(
  workingTime: WorkingTime,
  month: Month,
  days: readonly ReportDay[],
  law: TimeLaw,
): WorkedTime {
  const known = new Map(days.map(({ date, entries }) => [date, entries.filter(({ kind }) => isWork(kind))]));
  const isOfMonth = (date: Day) => date.startsWith(month);
  const own = [...known].filter(([date]) => isOfMonth(date));
  const hours = workingTime === "hours" ? own.reduce((total, [, entries]) => total + hoursOf(entries), 0) : null;
  const forfaitDays = workingTime === "forfait-days" ? daysOfYear(known, month) : null;
  const mondays = mondaysOf(month);
  const found: (Finding | null)[] = [
    ...(workingTime === "hours" ? dayFindings(own) : []),
    ...restFindings(days, month, workingTime),
    ...(workingTime === "hours" ? weekFindings(known, mondays, law) : []),
    ...mondays.map((day) => ({ code: "weekly-rest" as const, day, value: daysWorked(known, day) })),
    forfaitDays === null ? null : yearFinding(lastDay(month), forfaitDays, law),
  ];
  const warnings = found.flatMap((one) => (one === null ? [] : warningOf(one, law)));
  const forfaitMost = forfaitDays === null ? null : forfaitDaysOn(lastDay(month), law);
  return { workingTime, hours, forfaitDays, forfaitMost, warnings };
}

interface Finding {
  readonly code: TimeCode;
  readonly day: Day;
  readonly value: number;
}

type Worked = ReadonlyMap<Day, readonly Entry[]>;

function warningOf({ code, day, value }: Finding, { timeLimits }: TimeLaw): TimeWarning[] {
  const found = timeLimits.find(({ name }) => name === code);
  const step = found === undefined ? null : stepIfAny(found, day);
  if (found === undefined || step === null || value <= step.value) return [];
  const { unit } = found;
  const isEstimate = isUnchecked(found, day);
  return [{ code, most: step.value, unit, source: step.text.title, day, value, isEstimate }];
}

function isPassed(finding: Finding, law: TimeLaw): boolean {
  return warningOf(finding, law).length > 0;
}

function dayFindings(own: readonly [Day, readonly Entry[]][]): Finding[] {
  return own.map(([day, entries]) => ({ code: "day-hours", day, value: hoursOf(entries) }));
}

/** What each day of a month takes of twenty-four hours: its hours, or what its clock times leave since the evening before. */
function restFindings(days: readonly ReportDay[], month: Month, workingTime: WorkingTime): Finding[] {
  const known = new Map(days.map((day) => [day.date, day]));
  return days
    .filter(({ date, entries }) => date.startsWith(month) && entries.some(({ kind }) => isWork(kind)))
    .map((day) => {
      const counted = workingTime === "hours" ? hoursOf(day.entries.filter(({ kind }) => isWork(kind))) : 0;
      const value = Math.max(counted, hoursTaken(day, known.get(addDays(day.date, -1))));
      return { code: "daily-rest", day: day.date, value };
    });
}

/** Past a week's or a year's maximum, that is what is to be said. */
function weekFindings(known: Worked, mondays: readonly Day[], law: TimeLaw): Finding[] {
  return mondays.flatMap((day): Finding[] => {
    const value = weekHours(known, day);
    const isOver = isPassed({ code: "week-hours", day, value }, law);
    return [
      { code: isOver ? "week-hours" : "legal-week", day, value },
      { code: "average-hours", day, value: averageHours(known, day) },
    ];
  });
}

function yearFinding(day: Day, value: number, law: TimeLaw): Finding {
  return { code: isPassed({ code: "forfait-most", day, value }, law) ? "forfait-most" : "forfait-days", day, value };
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
  return days.map((day) => ({ ...day, entries: day.entries.map(counted) }));
}

/** Says how much of a day some hours are: from three quarters of it on the whole, from a quarter half, under it nothing. */
export function amountOf(hours: number, dayHours: number): 0 | 0.5 | 1 {
  if (hours >= dayHours * 0.75) return 1;
  return hours >= dayHours * 0.25 ? 0.5 : 0;
}
