import { billedDays, daysAtWork, paidDays } from "../../domain/activity.ts";
import type { Month } from "../../domain/calendar.ts";
import { type Cents, sum } from "../../domain/money.ts";
import { isFailure } from "../../errors.ts";
import { questionFrom } from "../../portage/asked.ts";
import { knownTerms } from "../../portage/company-terms.ts";
import type { Known } from "../../portage/inputs.ts";
import { yearToDateOf } from "../../portage/run.ts";
import { sheetTerms } from "../../portage/sheet-terms.ts";
import { type Simulation, simulate } from "../../portage/simulate.ts";
import { Records } from "../../store/records/records.ts";
import { lawInUse } from "../law-in-use.ts";
import { sheetIn } from "../local/known-sheet.ts";
import type { HeldReport } from "../records/reader.ts";
import type { Session } from "../session.ts";

/** Why a month's pay cannot be worked out here. */
export type Missing = "report" | "fee" | "nothing-left";

/** What this machine would pay of a month with the days that were declared. */
export interface Expectation {
  readonly days: number;
  readonly turnoverCents: Cents;
  readonly expensesCents: Cents;
  readonly simulation: Simulation;
  /** Whether the contract is not known, and a usual one stands in. */
  readonly assumesContract: boolean;
}

/** The terms of the company in use, and what they lack. */
export interface PayTermsKnown {
  readonly known: Known;
  readonly hasFee: boolean;
  readonly hasContract: boolean;
}

/** Gives the terms of pay of the company in use: what its API says, or what its porté knows of it. */
export async function payTerms({ reader, isLocal, machine, folder }: Session): Promise<PayTermsKnown> {
  if (isLocal) {
    const sheet = sheetIn(new Records(folder)).sheet;
    const known = sheetTerms(sheet, machine.today());
    return { known, hasFee: known.fee !== undefined, hasContract: sheet.contract.kind !== null };
  }
  const [company, { contract }] = await Promise.all([reader.profile(), reader.me()]);
  const { fee, deadlines, payroll } = company;
  if (fee === undefined || deadlines === undefined || payroll === undefined)
    return { known: {}, hasFee: false, hasContract: contract !== null };
  return { known: knownTerms({ fee, deadlines, payroll }, contract), hasFee: true, hasContract: contract !== null };
}

/** Says whether a report stands: it was sent, and neither refused nor withdrawn. */
export function isStanding({ state }: Pick<HeldReport, "state">): boolean {
  return state !== "refused" && state !== "withdrawn";
}

/** What an account's months are worked out from. */
export interface PayHistory {
  readonly reports: readonly HeldReport[];
  /** What was paid before, whose gross pays count for the year. */
  readonly paid: readonly { readonly month: Month; readonly grossCents: Cents | null }[];
  readonly expenses: readonly {
    readonly date: string;
    readonly state: string;
    readonly amountCents: Cents;
    readonly taxableCents: Cents;
    readonly payslipMonth: Month | null;
  }[];
}

/** Works out what a month would pay: the declared days at their rates, the fee, the year's payslips so far. */
export async function expectationOf(
  session: Session,
  month: Month,
  { reports, paid, expenses }: PayHistory,
  terms: PayTermsKnown,
): Promise<Expectation | Missing> {
  const report = reports.find((one) => one.month === month && isStanding(one));
  if (report === undefined) return "report";
  if (!terms.hasFee) return "fee";
  const { machine } = session;
  const { reading } = await lawInUse(machine);
  const expensesCents = sum(expenses.filter(isOf(month)).map((one) => one.amountCents - one.taxableCents));
  const before = paid.flatMap(({ month: of, grossCents }) => (grossCents === null ? [] : [{ month: of, grossCents }]));
  const { question } = questionFrom(
    { turnover: report.turnoverCents, expenses: expensesCents, date: month },
    { ...terms.known, paidDays: paidDays(report.days), daysAtWork: daysAtWork(report.days) },
    {
      today: machine.today(),
      reading,
      yearToDate: (of, situation) => yearToDateOf(before, of, situation, reading),
    },
  );
  try {
    const days = sum(billedDays(report.days).values());
    const assumesContract = !terms.hasContract;
    const { turnoverCents } = report;
    return { days, turnoverCents, expensesCents, simulation: simulate(question), assumesContract };
  } catch (failure) {
    if (isFailure(failure, "portage.nothing_left")) return "nothing-left";
    throw failure;
  }
}

/** The expenses that a month's payslip pays back: those that say so, and until one does those of the month that were not refused. */
function isOf(month: Month) {
  return ({ date, state, payslipMonth }: PayHistory["expenses"][number]): boolean =>
    payslipMonth === month || (payslipMonth === null && date.startsWith(month) && state !== "refused");
}

/** Reads what a month's pay is worked out from. */
export async function payHistory({ reader }: Pick<Session, "reader">, paid: PayHistory["paid"]): Promise<PayHistory> {
  const [reports, expenses] = await Promise.all([reader.reports(), reader.expenses()]);
  return { reports, paid, expenses };
}
