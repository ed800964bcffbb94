import type { ReportProblem } from "../errors/activity.ts";
import { PorteError } from "../errors.ts";
import { type Day, isDay, isInTerm, type Month, monthOf, type Term } from "./calendar.ts";
import { areTimes } from "./clock-times.ts";
import { holidaysOf, isRestDay } from "./holidays.ts";
import { MAX_HOURS } from "./hours.ts";
import type { RestStatement } from "./rest-statement.ts";

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

/** Time of one kind on one day; `mission` names the mission of mission and unbilled time. */
export interface Entry {
  readonly kind: Kind;
  readonly mission: string | null;
  /** The client's own code for a part of the day. */
  readonly projectCode: string | null;
  /** In days, from 0.01 to 1: the parts of one mission on one day, or of one kind, sum to half a day or a whole one. */
  readonly amount: number;
  /** Hours worked, in quarters, where the contract counts hours. */
  readonly hours?: number;
}

export interface ReportDay {
  readonly date: Day;
  readonly entries: readonly Entry[];
  /** When work began and ended, `09:00`, on the clock of Paris: both or none. */
  readonly start?: string;
  readonly end?: string;
}

/** What a report is checked against: a mission's reference, its civil days, both included, and the codes it may be split by. */
export interface MissionTerm extends Term {
  readonly reference: string;
  /** Empty where the client gave none: any code is then taken as it is written. */
  readonly projectCodes: readonly string[];
}

/** How a contract counts time: days and halves, days against a yearly total (forfait jours), or hours beside the days. */
export const WORKING_TIMES = ["days", "forfait-days", "hours"] as const;
export type WorkingTime = (typeof WORKING_TIMES)[number];

/** Time of a kind that is spent for no mission. */
export function plainEntry(kind: Kind, amount: number): Entry {
  return { kind, mission: null, projectCode: null, amount };
}

/** Time of a kind that is spent for a mission. */
export function missionEntry(kind: Kind, mission: string, amount: number, projectCode: string | null = null): Entry {
  return { kind, mission, projectCode, amount };
}

/** An entry without its hours: they are counted again where its part of the day changes. */
export function uncounted({ hours: _hours, ...entry }: Entry): Entry {
  return entry;
}

export interface ReportRules {
  readonly missions: readonly MissionTerm[];
  readonly alsaceMoselle: boolean;
  readonly workingTime: WorkingTime;
  /** Rest days that the porté has confirmed to have worked. */
  readonly restDaysConfirmed: boolean;
}

/** Says whether a report is with somebody who has not decided on it yet: the client, or the company. */
export function isUnderWay(state: string): boolean {
  return state === "submitted" || state === "awaiting-client";
}

/** Says whether a report has been paid, and takes no other version; one that is approved takes a correction, to be approved again. */
export function isFinal(state: string): boolean {
  return state === "locked";
}

/** Says whether a kind of time is spent for one mission. */
export function needsMission(kind: Kind): boolean {
  return kind === "mission" || kind === "unbilled";
}

const WORK: ReadonlySet<Kind> = new Set(["mission", "unbilled", "prospecting", "training", "delegation"]);

/** Says whether a kind of time is time at work: what maxima and rest are counted on. */
export function isWork(kind: Kind): boolean {
  return WORK.has(kind);
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

function problemsOfDay(month: Month, day: ReportDay, rules: ReportRules): ReportProblem[] {
  const { date, entries } = day;
  const problems: ReportProblem[] = [];
  const add = (code: ReportProblem["code"], value: string) => problems.push({ day: date, code, value });
  if (!isDay(date) || monthOf(date) !== month) add("outside_month", month);
  const total = dayTotal(entries);
  if (total > 1) add("day_over_one", String(total));
  for (const [what, part] of partsOf(entries)) if (part < 1 && part !== 0.5) add("parts", `${what} ${part}`);
  const faults = [
    ...entries.map(partFault),
    ...entries.map((entry) => missionFault(date, entry, rules)),
    hoursFault(date, entries, rules),
    timesFault(day),
    holidayFault(day, rules),
  ];
  for (const fault of faults.filter((one) => one !== null)) add(fault.code, fault.value);
  const worked = entries.some(({ kind }) => needsMission(kind));
  if (worked && !rules.restDaysConfirmed && isRestDay(date, rules.alsaceMoselle)) add("confirm_rest_day", date);
  return problems;
}

type Fault = Pick<ReportProblem, "code" | "value">;

/** Parts finer than a hundredth would be lost in the sums that invoices are made from. */
function partFault({ amount }: Entry): Fault | null {
  return isPart(amount) ? null : { code: "parts", value: String(amount) };
}

function missionFault(date: Day, { kind, mission, projectCode }: Entry, { missions }: ReportRules): Fault | null {
  const value = mission ?? "";
  if (!needsMission(kind)) return mission === null ? null : { code: "unknown_mission", value };
  const term = missions.find(({ reference }) => reference === mission);
  if (term === undefined) return { code: "unknown_mission", value };
  if (!isInTerm(term, date)) return { code: "outside_mission", value };
  const isKnown = projectCode === null || term.projectCodes.length === 0 || term.projectCodes.includes(projectCode);
  return isKnown ? null : { code: "unknown_code", value: projectCode };
}

function hoursFault(date: Day, entries: readonly Entry[], { workingTime }: ReportRules): Fault | null {
  const hours = hoursOf(entries);
  if (hours > MAX_HOURS) return { code: "hours_over_day", value: String(hours) };
  const isUncounted = entries.some(({ kind, hours: counted }) => isWork(kind) && counted === undefined);
  return workingTime === "hours" && isUncounted ? { code: "hours_missing", value: date } : null;
}

/** The day of solidarity is this holiday where a company names no other (C. trav., art. L3133-11): leave may be taken on it. */
const SOLIDARITY_DAY = "Lundi de Pentecôte";

/** A public holiday is marked where one is, and whole unless something else fills its other half; leave is not spent on it. */
function holidayFault({ date, entries }: ReportDay, { alsaceMoselle }: ReportRules): Fault | null {
  if (!isDay(date)) return null;
  const holds = (kind: Kind) => entries.some((entry) => entry.kind === kind);
  const [isMarked, isLeave] = [holds("holiday"), holds("paid-leave")];
  if (isMarked && !fitsDay("holiday", date, alsaceMoselle)) return { code: "not_a_holiday", value: date };
  if (isLeave && !fitsDay("paid-leave", date, alsaceMoselle)) return { code: "leave_on_holiday", value: date };
  return isMarked && dayTotal(entries) < 1 ? { code: "half_holiday", value: date } : null;
}

/** Says whether a kind of time may stand on a day: a holiday on a public holiday alone, paid leave on none but the day of solidarity. */
export function fitsDay(kind: Kind, date: Day, alsaceMoselle: boolean): boolean {
  if (kind !== "holiday" && kind !== "paid-leave") return true;
  const holiday = holidaysOf(Number(date.slice(0, 4)), alsaceMoselle).get(date);
  return kind === "holiday" ? holiday !== undefined : holiday === undefined || holiday === SOLIDARITY_DAY;
}

function timesFault(day: ReportDay): Fault | null {
  return areTimes(day) ? null : { code: "times", value: `${day.start ?? ""}-${day.end ?? ""}` };
}

/** What one mission has of a day, or a kind that is for none, in days. */
function partsOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  for (const { kind, mission, amount } of entries) {
    const what = kind === "mission" ? (mission ?? kind) : [kind, mission].filter((one) => one !== null).join("@");
    parts.set(what, inHundredths((parts.get(what) ?? 0) + amount));
  }
  return parts;
}

/** Says whether a number is a part of a day that an entry may have: from a hundredth to the whole. */
export function isPart(amount: number): boolean {
  return amount > 0 && amount <= 1 && inHundredths(amount) === amount;
}

/** Adds up the hours worked of some entries. */
export function hoursOf(entries: readonly Entry[]): number {
  return entries.reduce((total, { hours = 0 }) => total + hours, 0);
}

/** Parts of days are hundredths: what binary fractions add to them is taken off. */
function inHundredths(days: number): number {
  return Math.round(days * 100) / 100;
}

/** Adds up a day's entries, in days. */
export function dayTotal(entries: readonly Entry[]): number {
  return inHundredths(entries.reduce((total, { amount }) => total + amount, 0));
}

/** Adds up a report by kind, in days; kinds without time are left out. */
export function totalsOf(days: readonly ReportDay[]): Partial<Record<Kind, number>> {
  const totals: Partial<Record<Kind, number>> = {};
  for (const kind of KINDS) {
    const total = dayTotal(days.flatMap(({ entries }) => entries.filter((entry) => entry.kind === kind)));
    if (total > 0) totals[kind] = total;
  }
  return totals;
}

/** The time that no pay is due for: the contract is suspended. Public holidays are no working days, and count on neither side. */
const UNPAID: ReadonlySet<Kind> = new Set(["unpaid-leave", "sick", "intermission", "holiday"]);

/** Adds up the days of a report that are paid. */
export function paidDays(days: readonly ReportDay[]): number {
  return dayTotal(days.flatMap(({ entries }) => entries.filter(({ kind }) => !UNPAID.has(kind))));
}

/** Counts the whole days at work of a report. */
export function daysAtWork(days: readonly ReportDay[]): number {
  return days.filter(({ entries }) => dayTotal(entries.filter(({ kind }) => isWork(kind))) === 1).length;
}

/** Adds up the days to be invoiced to each mission. */
export function billedDays(days: readonly ReportDay[]): ReadonlyMap<string, number> {
  const billed = new Map<string, number>();
  for (const { kind, mission, amount } of days.flatMap(({ entries }) => entries)) {
    if (kind === "mission" && mission !== null) billed.set(mission, inHundredths((billed.get(mission) ?? 0) + amount));
  }
  return billed;
}

/** Adds up the days that were given to each mission and are not billed. */
export function unbilledDays(days: readonly ReportDay[]): ReadonlyMap<string, number> {
  const given = new Map<string, number>();
  for (const { kind, mission, amount } of days.flatMap(({ entries }) => entries)) {
    if (kind === "unbilled" && mission !== null) given.set(mission, inHundredths((given.get(mission) ?? 0) + amount));
  }
  return given;
}

/** A mission's price of a day: the one that is shown, and where it was negotiated anew, each with the first day it holds for. */
export interface MissionPrice {
  readonly reference: string;
  readonly dailyRateCents: number;
  /** In the order of their days. */
  readonly rates?: readonly { readonly from: Day; readonly dailyRateCents: number }[];
}

/** The first day of the price that a mission has on a day; null where it has one price, or for what is before the first. */
function priceDay({ rates = [] }: MissionPrice, day: Day): Day | null {
  return rates.findLast(({ from }) => from <= day)?.from ?? rates[0]?.from ?? null;
}

/** Says what a month is worth to be invoiced, in cents: each mission's days at the price of their day; a mission without one is worth nothing. */
export function turnoverCents(days: readonly ReportDay[], missions: readonly MissionPrice[]): number {
  return missions.reduce((total, mission) => total + worthOf(days, mission), 0);
}

function worthOf(days: readonly ReportDay[], mission: MissionPrice): number {
  return billedLines(days, mission).reduce((total, { amountCents }) => total + amountCents, 0);
}

/** Days of a mission at one price, as they are billed. */
export interface BilledLine {
  readonly days: number;
  readonly dailyRateCents: number;
  readonly amountCents: number;
}

/** Says what of a mission is billed, price by price in the order of their days. */
export function billedLines(days: readonly ReportDay[], mission: MissionPrice): BilledLine[] {
  const { reference, dailyRateCents: usual, rates = [] } = mission;
  const starts = [...new Set(days.map(({ date }) => priceDay(mission, date)))];
  return starts.flatMap((start) => {
    const count = billedDays(days.filter(({ date }) => priceDay(mission, date) === start)).get(reference) ?? 0;
    const dailyRateCents = rates.find(({ from }) => from === start)?.dailyRateCents ?? usual;
    return count === 0 ? [] : [{ days: count, dailyRateCents, amountCents: Math.round(dailyRateCents * count) }];
  });
}

/** Puts a report in the one form that is hashed, signed and compared: days in order, empty ones out; what is not stated leaves no trace. */
export function canonicalReport(
  month: Month,
  days: readonly ReportDay[],
  restStatement: RestStatement | null = null,
): string {
  const kept = days.filter(({ entries }) => entries.length > 0).sort((a, b) => (a.date < b.date ? -1 : 1));
  const entry = ({ kind, mission, projectCode, amount, hours }: Entry) =>
    hours === undefined ? [kind, mission, projectCode, amount] : [kind, mission, projectCode, amount, hours];
  const day = ({ date, entries, start, end }: ReportDay) =>
    start === undefined ? [date, entries.map(entry)] : [date, entries.map(entry), start, end];
  const said = [month, kept.map(day)];
  if (restStatement === null) return JSON.stringify(said);
  const { dailyRest, weeklyRest, restDaysGivenUp } = restStatement;
  return JSON.stringify([...said, [dailyRest, weeklyRest, restDaysGivenUp]]);
}

/** @throws {PorteError} `activity.problems` naming every day at fault. */
export function assertSendable(month: Month, days: readonly ReportDay[], rules: ReportRules): void {
  const problems = problemsOf(month, days, rules);
  if (problems.length > 0) throw new PorteError("activity.problems", { month, problems });
}
