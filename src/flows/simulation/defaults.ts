import { isUnanswered } from "../../client/unanswered.ts";
import { addMonths, firstDay, lastDay, type Month } from "../../domain/calendar.ts";
import { workingDays } from "../../domain/holidays.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { Reading } from "../../payroll/law.ts";
import { type Moment, monthAlone, questionFrom, type Request } from "../../portage/asked.ts";
import { STARTS } from "../../portage/input-checks.ts";
import type { InputValues, Known } from "../../portage/inputs.ts";
import type { Planned } from "../../portage/run.ts";
import type { SimulatedMonth } from "../../portage/simulated.ts";
import { askCompany, type KnownCompany, knownCompany, yearToDateFrom } from "../known-company.ts";
import type { Machine, Session } from "../session.ts";
import { assertNoClash, optionName } from "./option-names.ts";

/** What simulations of this machine rest on, beside what is typed. */
export interface SimulationDefaults {
  readonly known: Known;
  readonly company: SimulatedMonth["company"];
  readonly source: KnownCompany | null;
  /** Whether a company was there to ask and did not answer. */
  readonly isUnreachable: boolean;
  /** The law that is read; a simulation goes on past what was checked, and says so. */
  readonly reading: Reading;
}

const NO_COMPANY: Omit<SimulationDefaults, "reading"> = {
  known: {},
  company: null,
  source: null,
  isUnreachable: false,
};

/**
 * Finds what stands in for what is not typed: what the company last said. It is asked only where a script gives its token
 * and nothing is kept yet.
 */
export async function loadDefaults(
  machine: Machine,
  openSession: () => Promise<Session>,
  { isNational, reading }: { readonly isNational: boolean; readonly reading: Reading },
): Promise<SimulationDefaults> {
  const alone = { ...NO_COMPANY, reading };
  if (isNational) return alone;
  const kept = await knownCompany(machine);
  if (kept !== null) return readDefaults(kept, reading);
  const { PORTE_TOKEN: token, PORTE_API_URL: url } = machine.env;
  if (!token || !url) return alone;
  try {
    return readDefaults(await askCompany(await openSession()), reading);
  } catch (failure) {
    if (isUnanswered(failure)) return { ...alone, isUnreachable: true };
    throw failure;
  }
}

/** Makes the ground of simulations from what a company said. */
export function readDefaults(source: KnownCompany, reading: Reading): SimulationDefaults {
  const { name, terms, isSheet, savedAt } = source;
  const company = { name, day: dayInParis(new Date(savedAt)), isSheet };
  return { known: terms, company, source, isUnreachable: false, reading };
}

/** @throws {PorteError} what `assertNoClash` and `questionFrom` throw. */
function buildRequestAt(asked: InputValues, known: Known, moment: Moment): Request {
  assertNoClash(asked, known, moment.today);
  return questionFrom(asked, known, moment);
}

/** Puts the question of one month, after the payslips that the company has already paid this year. */
export function buildRequest(
  asked: InputValues,
  { known, source, reading }: SimulationDefaults,
  today: string,
): Request {
  return buildRequestAt(asked, known, { today, yearToDate: yearToDateFrom(source, reading), reading });
}

/** The months of a run, and the days that are not worked in them: leave that is taken, and days without a mission. */
export interface RunAsked {
  readonly first: Month;
  readonly count: number;
  readonly leaveDays: ReadonlyMap<Month, number>;
  readonly intermission: ReadonlyMap<Month, number>;
}

/**
 * Plans a run of months: each bills its own working days, less those that are off, unless days are given. A fixed-term contract starts with
 * the run and ends it where its length is given.
 * @throws {PorteError} what `put` throws; `usage.conflict` where days off are given beside an amount that does not
 * follow the days, `usage.month_outside` for days off of a month that is not simulated.
 */
export function planRun(asked: InputValues, defaults: SimulationDefaults, run: RunAsked, today: string): Planned[] {
  const months = Array.from({ length: run.count }, (_, index) => addMonths(run.first, index));
  assertDaysOff(asked, run, months);
  const known = { ...defaults.known, ...contractOf(asked, defaults.known, run.first) };
  return months.map((month) => {
    const { question, ...plan } = planMonth(asked, known, run, month);
    return {
      ...plan,
      question:
        question === null
          ? null
          : buildRequestAt(question.asked, question.known, monthAlone(today, defaults.reading)).question,
    };
  });
}

interface MonthPlan extends Omit<Planned, "question"> {
  readonly question: { readonly asked: InputValues; readonly known: Known } | null;
}

/** Plans one month: what it bills, what leave it takes, and what is to be asked of it; nothing after the contract has ended. */
function planMonth(
  asked: InputValues,
  known: Known,
  { leaveDays: leave, intermission }: RunAsked,
  month: Month,
): MonthPlan {
  const working = workingDays(month, asked.alsaceMoselle ?? known.alsaceMoselle).length;
  const leaveDays = leave.get(month) ?? 0;
  const plan = { month, workingDays: working, leaveDays };
  const end = known.contractEnd ?? null;
  if (end !== null && end < firstDay(month)) return { ...plan, billedDays: 0, question: null };
  if (asked.tjm === undefined)
    return { ...plan, billedDays: null, question: { asked: { ...asked, date: month }, known } };
  const off = leaveDays + (intermission.get(month) ?? 0);
  const billedDays = Math.max(0, (asked.days ?? working) - off);
  if (billedDays === 0 && leaveDays === 0) return { ...plan, billedDays, question: null };
  const paid = { ...known, paidDays: billedDays + leaveDays };
  return { ...plan, billedDays, question: { asked: billing(asked, month, billedDays), known: paid } };
}

/** What a month asks: its days at the daily rate, or nothing billed where it has none. */
function billing(asked: InputValues, month: Month, days: number): InputValues {
  if (days > 0) return { ...asked, date: month, days };
  const { tjm: _tjm, days: _days, ...rest } = asked;
  return { ...rest, turnover: 0, date: month };
}

/** The term of a fixed-term contract whose length is given: it starts with the run. */
function contractOf(
  { contractMonths }: InputValues,
  known: Known,
  first: Month,
): Pick<Known, "contractStart" | "contractEnd"> {
  if (contractMonths === undefined || known.contractEnd !== undefined) return {};
  return { contractStart: firstDay(first), contractEnd: lastDay(addMonths(first, contractMonths - 1)) };
}

function assertDaysOff(asked: InputValues, { leaveDays, intermission }: RunAsked, months: readonly Month[]): void {
  const start = STARTS.find((name) => name !== "tjm" && asked[name] !== undefined);
  const off = [...leaveDays.keys(), ...intermission.keys()];
  if (start !== undefined && off.length > 0)
    throw new PorteError("usage.conflict", { options: [optionName(start), "--leave-days, --intermission"] });
  for (const [option, days] of [["--leave-days", leaveDays] as const, ["--intermission", intermission] as const]) {
    const outside = [...days.keys()].find((month) => !months.includes(month));
    if (outside !== undefined)
      throw new PorteError("usage.month_outside", {
        option,
        month: outside,
        first: months[0] ?? "",
        last: months.at(-1) ?? "",
      });
  }
}
