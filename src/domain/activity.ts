import { PorteError, type ReportProblem } from "../errors.ts";
import { type Day, isDay, isInTerm, type Month, monthOf, type Term } from "./calendar.ts";
import { isRestDay } from "./holidays.ts";

/** The kinds of time an activity report counts (agreement IDCC 3219, amendment 4), in the order they are shown. */
export const KINDS = [
  "mission",
  "unbilled",
  "prospecting",
  "training",
  "delegation",
  "paid-leave",
  "unpaid-leave",
  "sick",
  "holiday",
  "intermission",
] as const;

export type Kind = (typeof KINDS)[number];

/** Time of one kind on one day: half a day or a whole one; `mission` names the mission of mission and unbilled time. */
export interface Entry {
  readonly kind: Kind;
  readonly mission: string | null;
  readonly projectCode: string | null;
  readonly amount: number;
}

export interface ReportDay {
  readonly date: Day;
  readonly entries: readonly Entry[];
}

/** What a report is checked against: a mission's reference and its civil days, both included. */
export interface MissionTerm extends Term {
  readonly reference: string;
}

/** Time of a kind that is spent for no mission. */
export function plainEntry(kind: Kind, amount: number): Entry {
  return { kind, mission: null, projectCode: null, amount };
}

export interface ReportRules {
  readonly missions: readonly MissionTerm[];
  readonly alsaceMoselle: boolean;
  /** Rest days that the porté has confirmed to have worked. */
  readonly restDaysConfirmed: boolean;
}

/** Says whether a report is with somebody who has not decided on it yet: the client, or the company. */
export function isUnderWay(state: string): boolean {
  return state === "submitted" || state === "awaiting-client";
}

/** Says whether a report has been decided on for good, and takes no other version. */
export function isFinal(state: string): boolean {
  return state === "approved" || state === "locked";
}

/** Says whether a kind of time is spent for one mission. */
export function needsMission(kind: Kind): boolean {
  return kind === "mission" || kind === "unbilled";
}

/** Lists what is wrong with a month's days, in the order of the days; an empty list is a report that may be sent. */
export function problemsOf(month: Month, days: readonly ReportDay[], rules: ReportRules): ReportProblem[] {
  const seen = new Set<Day>();
  const problems = days.flatMap((day) => {
    const repeated = seen.has(day.date) ? [{ day: day.date, code: "repeated_day" as const, value: day.date }] : [];
    seen.add(day.date);
    return [...repeated, ...problemsOfDay(month, day, rules)];
  });
  return problems.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

function problemsOfDay(month: Month, { date, entries }: ReportDay, rules: ReportRules): ReportProblem[] {
  const problems: ReportProblem[] = [];
  const add = (code: ReportProblem["code"], value: string) => problems.push({ day: date, code, value });
  if (!isDay(date) || monthOf(date) !== month) add("outside_month", month);
  const total = dayTotal(entries);
  if (total > 1) add("day_over_one", String(total));
  for (const entry of entries) {
    const fault = missionFault(date, entry, rules);
    if (fault !== null) add(fault, entry.mission ?? "");
  }
  const worked = entries.some(({ kind }) => needsMission(kind));
  if (worked && !rules.restDaysConfirmed && isRestDay(date, rules.alsaceMoselle)) add("confirm_rest_day", date);
  return problems;
}

function missionFault(date: Day, entry: Entry, { missions }: ReportRules): ReportProblem["code"] | null {
  if (!needsMission(entry.kind)) return entry.mission === null ? null : "unknown_mission";
  const term = missions.find(({ reference }) => reference === entry.mission);
  if (term === undefined) return "unknown_mission";
  return isInTerm(term, date) ? null : "outside_mission";
}

/** Adds up a day's entries, in days. */
function dayTotal(entries: readonly Entry[]): number {
  return entries.reduce((total, { amount }) => total + amount, 0);
}

/** Adds up a report by kind, in days; kinds without time are left out. */
export function totalsOf(days: readonly ReportDay[]): Partial<Record<Kind, number>> {
  const totals: Partial<Record<Kind, number>> = {};
  for (const kind of KINDS) {
    const total = days.reduce(
      (held, { entries }) => held + dayTotal(entries.filter((entry) => entry.kind === kind)),
      0,
    );
    if (total > 0) totals[kind] = total;
  }
  return totals;
}

/** Adds up the days to be invoiced to each mission. */
export function billedDays(days: readonly ReportDay[]): ReadonlyMap<string, number> {
  const billed = new Map<string, number>();
  for (const { kind, mission, amount } of days.flatMap(({ entries }) => entries)) {
    if (kind === "mission" && mission !== null) billed.set(mission, (billed.get(mission) ?? 0) + amount);
  }
  return billed;
}

/** Says what a month is worth to be invoiced, in cents: each mission's days at its rate; a mission without one is worth nothing. */
export function turnoverCents(
  days: readonly ReportDay[],
  missions: readonly { readonly reference: string; readonly dailyRateCents: number }[],
): number {
  const price = new Map(missions.map(({ reference, dailyRateCents }) => [reference, dailyRateCents]));
  return [...billedDays(days)].reduce(
    (total, [reference, count]) => total + Math.round((price.get(reference) ?? 0) * count),
    0,
  );
}

/** Puts a report in the one form that is hashed, signed and compared: days in order, empty ones out. */
export function canonicalReport(month: Month, days: readonly ReportDay[]): string {
  const kept = days.filter(({ entries }) => entries.length > 0).sort((a, b) => (a.date < b.date ? -1 : 1));
  const entry = (one: Entry) => [one.kind, one.mission, one.projectCode, one.amount];
  return JSON.stringify([month, kept.map(({ date, entries }) => [date, entries.map(entry)])]);
}

/** @throws {PorteError} `activity.problems` naming every day at fault. */
export function assertSendable(month: Month, days: readonly ReportDay[], rules: ReportRules): void {
  const problems = problemsOf(month, days, rules);
  if (problems.length > 0) throw new PorteError("activity.problems", { month, problems });
}
