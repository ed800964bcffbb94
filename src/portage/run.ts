import type { Month } from "../domain/calendar.ts";
import { type Cents, sum } from "../domain/money.ts";
import { bindLaw } from "../payroll/law.ts";
import { payslip } from "../payroll/payslip.ts";
import type { Situation } from "../payroll/situation.ts";
import { after, NEW_YEAR, type YearToDate } from "../payroll/year.ts";
import { type Question, type Simulation, simulate } from "./simulate.ts";

/** One month of a run: what was asked, and its answer; null where nothing is billed and so nothing is paid. */
export interface RunMonth {
  readonly month: Month;
  /** Working days of the month, and those that are billed. */
  readonly workingDays: number;
  readonly billedDays: number | null;
  readonly answer: Simulation | null;
}

/** A month to simulate in a run; `question` is null where nothing is billed. */
export interface Planned extends Omit<RunMonth, "answer"> {
  readonly question: Omit<Question, "yearToDate"> | null;
}

/**
 * Simulates months one after the other, each on the ceilings and the reduction that the year so far leaves it. A month that
 * pays nothing counts for no ceiling (CSS, art. R. 242-2). The year to date starts again each January.
 * @throws {PorteError} what `simulate` throws.
 */
export function simulateRun(planned: readonly Planned[], start: YearToDate = NEW_YEAR): RunMonth[] {
  let yearToDate = start;
  return planned.map(({ question, ...month }) => {
    if (yearToDate.month?.slice(0, 4) !== month.month.slice(0, 4)) yearToDate = NEW_YEAR;
    if (question === null) return { ...month, answer: null };
    const answer = simulate({ ...question, yearToDate });
    yearToDate = after(answer.law, answer.payslip);
    return { ...month, answer };
  });
}

/** The sums of a run, cents. */
export interface RunTotals {
  readonly turnoverCents: Cents;
  readonly grossCents: Cents;
  readonly reserveCents: Cents;
  readonly netBeforeTaxCents: Cents;
  readonly netPaidCents: Cents;
}

/** Adds up a run. */
export function totalsOf(months: readonly RunMonth[]): RunTotals {
  const answers = months.flatMap(({ answer }) => (answer === null ? [] : [answer]));
  const of = (pick: (one: Simulation) => Cents) => sum(answers.map(pick));
  return {
    turnoverCents: of(({ waterfall }) => waterfall?.turnoverCents ?? 0),
    grossCents: of((one) => one.payslip.grossCents),
    reserveCents: of(({ waterfall }) => waterfall?.reserveCents ?? 0),
    netBeforeTaxCents: of((one) => one.payslip.netBeforeTaxCents),
    netPaidCents: of((one) => one.payslip.netPaidCents),
  };
}

/** Works out what payslips that were already paid leave to the rest of their year, from their gross pay alone. */
export function yearToDateOf(
  paid: readonly { readonly month: Month; readonly grossCents: Cents }[],
  before: Month,
  situation: Situation,
): YearToDate {
  return paid
    .filter(({ month }) => month < before && month.slice(0, 4) === before.slice(0, 4))
    .toSorted((one, other) => one.month.localeCompare(other.month))
    .reduce((yearToDate, { month, grossCents }) => {
      const law = bindLaw(month, situation, yearToDate);
      return after(law, payslip(law, grossCents, "neutral"));
    }, NEW_YEAR);
}
