import type { Month } from "../domain/calendar.ts";
import { type Cents, sum } from "../domain/money.ts";
import { bindLaw, type Reading } from "../payroll/law.ts";
import { payslip } from "../payroll/payslip.ts";
import type { Situation } from "../payroll/situation.ts";
import { after, NEW_YEAR, type YearToDate } from "../payroll/year.ts";
import { type Question, type Simulation, simulate } from "./simulate.ts";
import { NO_PROVISIONS, type Provisions, sumProvisions } from "./waterfall.ts";

/** One month of a run: what was asked, and its answer; null where nothing is paid. */
export interface RunMonth {
  readonly month: Month;
  /** Working days of the month, those that are billed, and those of leave that is taken. */
  readonly workingDays: number;
  readonly billedDays: number | null;
  readonly leaveDays: number;
  readonly answer: Simulation | null;
  /** What the account holds for later pay once the month is paid, reserve left out. */
  readonly held: Provisions;
}

/** A month to simulate in a run; `question` is null where there is nothing to pay. */
export interface Planned extends Omit<RunMonth, "answer" | "held"> {
  readonly question: Omit<Question, "yearToDate" | "released"> | null;
}

/** Working days of leave that a month earns: five weeks a year (C. trav., art. L. 3141-3). */
const LEAVE_DAYS_A_MONTH = 25 / 12;

/** What an account holds for later pay, and the days of leave that were earned and not taken. */
export interface Holding {
  readonly held: Provisions;
  readonly leaveDays: number;
}

/** An account before its first month. */
export const NO_HOLDING: Holding = { held: NO_PROVISIONS, leaveDays: 0 };

interface State extends Holding {
  readonly yearToDate: YearToDate;
}

/**
 * Simulates months one after the other, each on the ceilings and the reduction that the year so far leaves it. A month that
 * pays nothing counts for no ceiling (CSS, art. R. 242-2). The year to date starts again each January. Provisioned leave is paid in the
 * months that take it, and all that is kept in the last month of a fixed-term contract.
 * @throws {PorteError} what `simulate` throws.
 */
export function simulateRun(planned: readonly Planned[], start: YearToDate = NEW_YEAR): RunMonth[] {
  let state: State = { yearToDate: start, ...NO_HOLDING };
  return planned.map(({ question, ...month }) => {
    if (state.yearToDate.month?.slice(0, 4) !== month.month.slice(0, 4)) state = { ...state, yearToDate: NEW_YEAR };
    const released = question === null ? NO_PROVISIONS : releasedOf(state, month.leaveDays, question);
    if (question === null || isNothing(question, released)) return { ...month, answer: null, held: state.held };
    const asked: Question = { ...question, yearToDate: state.yearToDate, released };
    const found = simulate(asked);
    state = next(state, found, month.leaveDays);
    return { ...month, answer: found, held: state.held };
  });
}

/** What leaves the account with a month: all of it where the contract ends, else the leave that is taken, as a share of that earned. */
export function releasedOf(
  { held, leaveDays: earned }: Holding,
  taken: number,
  { terms }: Pick<Question, "terms">,
): Provisions {
  if (terms.endOfContract === "paid") return held;
  if (taken === 0 || terms.leave === "paid") return NO_PROVISIONS;
  const share = earned <= taken ? 1 : taken / earned;
  return { leaveCents: Math.round(held.leaveCents * share), endOfContractCents: 0 };
}

/** A month without turnover pays only what is released. */
function isNothing({ start }: Pick<Question, "start">, released: Provisions): boolean {
  return start.kind === "turnover" && start.turnoverCents === 0 && sumProvisions(released) === 0;
}

function next(state: State, { law, payslip: slip, waterfall }: Simulation, leaveDaysTaken: number): State {
  const { kept, released } = waterfall ?? { kept: NO_PROVISIONS, released: NO_PROVISIONS };
  return { yearToDate: after(law, slip), ...holdingAfter(state, { kept, released, leaveDaysTaken }) };
}

/** What an account holds once a month is paid. */
export function holdingAfter(
  { held, leaveDays }: Holding,
  {
    kept,
    released,
    leaveDaysTaken,
  }: { readonly kept: Provisions; readonly released: Provisions; readonly leaveDaysTaken: number },
): Holding {
  return {
    held: {
      leaveCents: held.leaveCents + kept.leaveCents - released.leaveCents,
      endOfContractCents: held.endOfContractCents + kept.endOfContractCents - released.endOfContractCents,
    },
    leaveDays: Math.max(0, leaveDays - leaveDaysTaken) + LEAVE_DAYS_A_MONTH,
  };
}

/** The sums of a run, cents. */
export interface RunTotals {
  readonly turnoverCents: Cents;
  readonly managementFeeCents: Cents;
  readonly chargesCents: Cents;
  readonly expensesCents: Cents;
  /** Gross pay and the employer's contributions. */
  readonly costCents: Cents;
  readonly grossCents: Cents;
  readonly reserveCents: Cents;
  readonly netBeforeTaxCents: Cents;
  readonly netPaidCents: Cents;
  readonly inHandCents: Cents;
  /** What the account still holds for later pay at the end, and what remained of each month. */
  readonly heldCents: Cents;
  readonly remainderCents: Cents;
}

/** Adds up a run. */
export function totalsOf(months: readonly RunMonth[]): RunTotals {
  const answers = months.flatMap(({ answer }) => (answer === null ? [] : [answer]));
  const of = (pick: (one: Simulation) => Cents) => sum(answers.map(pick));
  return {
    turnoverCents: of(({ waterfall }) => waterfall?.turnoverCents ?? 0),
    managementFeeCents: of(({ waterfall }) => waterfall?.managementFeeCents ?? 0),
    chargesCents: of(({ waterfall }) => sum((waterfall?.charges ?? []).map(({ cents }) => cents))),
    expensesCents: of(({ waterfall }) => waterfall?.expensesCents ?? 0),
    costCents: of((one) => one.payslip.costCents),
    grossCents: of((one) => one.payslip.grossCents),
    reserveCents: of(({ waterfall }) => waterfall?.reserveCents ?? 0),
    netBeforeTaxCents: of((one) => one.payslip.netBeforeTaxCents),
    netPaidCents: of((one) => one.payslip.netPaidCents),
    inHandCents: of((one) => one.inHandCents),
    heldCents: sumProvisions(months.at(-1)?.held ?? NO_PROVISIONS),
    remainderCents: of(({ waterfall }) => waterfall?.remainderCents ?? 0),
  };
}

/** Works out what payslips that were already paid leave to the rest of their year, from what they say of themselves. */
export function yearToDateOf(
  paid: readonly { readonly month: Month; readonly grossCents: Cents; readonly share?: PaidShare }[],
  before: Month,
  situation: Situation,
  reading: Reading = {},
): YearToDate {
  return paid
    .filter(({ month }) => month < before && month.slice(0, 4) === before.slice(0, 4))
    .toSorted((one, other) => one.month.localeCompare(other.month))
    .reduce((yearToDate, { month, grossCents, share }) => {
      const law = bindLaw(month, { ...situation, ...(share ?? WHOLE_MONTH) }, yearToDate, reading);
      return after(law, payslip(law, grossCents, 0));
    }, NEW_YEAR);
}

/** How much of a month a payslip was paid for. */
export type PaidShare = Pick<Situation, "presentDays" | "paidPpm" | "contractStart">;

const WHOLE_MONTH = { presentDays: null, paidPpm: null };
