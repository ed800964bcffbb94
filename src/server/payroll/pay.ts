import { daysAtWork, paidDays, totalsOf } from "../../domain/activity.ts";
import type { Day, Month } from "../../domain/calendar.ts";
import { sum } from "../../domain/money.ts";
import { isFailure } from "../../errors.ts";
import type { BoundLaw } from "../../payroll/law.ts";
import type { Legislation } from "../../payroll/legislation.ts";
import type { Payslip } from "../../payroll/payslip.ts";
import { questionFrom } from "../../portage/asked.ts";
import { knownTerms } from "../../portage/company-terms.ts";
import type { MealVouchers } from "../../portage/meal-vouchers.ts";
import { type Holding, holdingAfter, NO_HOLDING, releasedOf, yearToDateOf } from "../../portage/run.ts";
import { lawOf, type Question, settle } from "../../portage/simulate.ts";
import { minimumPayOf } from "../../portage/terms.ts";
import { NO_PROVISIONS, sumProvisions, type Waterfall } from "../../portage/waterfall.ts";
import type { Schemas } from "../deps.ts";
import { advanceOf, type BriefPayslip } from "../payslips/document.ts";
import type { PayFacts } from "./facts.ts";

/** One porté's pay of a month. */
export interface Pay {
  readonly law: BoundLaw;
  readonly slip: Payslip;
  readonly waterfall: Waterfall;
  readonly leaveDaysTaken: number;
  readonly mealVouchers: MealVouchers | null;
}

/** What is the same for everybody whom a run pays. */
export interface PayTerms {
  readonly company: Schemas["Company"];
  readonly month: Month;
  readonly today: Day;
  readonly law: Legislation;
}

/**
 * Works out one porté's pay, or says why there is none this month: what the clients have paid and no payslip was paid with yet, and the
 * month's minimum whatever they have paid (agreement, art. 21.3). It is the simulation of the same contract.
 * @throws {PorteError} what the law or the account refuses.
 */
export function payOf(
  { company, month, today, law: legislation }: PayTerms,
  { earlier, days, payments, expenses, contract }: PayFacts,
): Pay | "nothing-due" | "not-enough" {
  const amountCents = sum(payments.map((one) => one.amountCents));
  const feeCents = sum(payments.map((one) => one.feeCents));
  /** What passes its limit stays in the envelope, and is paid as gross pay. */
  const expensesCents = sum(expenses.map((one) => one.amountCents - one.taxableCents));
  const leaveDaysTaken = totalsOf(days)["paid-leave"] ?? 0;
  const reading = { law: legislation };
  const { question } = questionFrom(
    { turnover: amountCents, expenses: expensesCents, date: month },
    { ...knownTerms(company, contract), paidDays: paidDays(days), daysAtWork: daysAtWork(days) },
    { today, reading, yearToDate: (of, situation) => yearToDateOf(earlier, of, situation, reading) },
  );
  const released = releasedOf(holdingOf(earlier), leaveDaysTaken, question);
  const asked = {
    ...question,
    feeCents,
    owesMinimum: true,
    otherProvisionsCents: advanceOf(earlier.at(-1)),
    released,
  };
  const law = lawOf(asked);
  if (amountCents + sumProvisions(released) === 0 && minimumPayOf(law.agreement, asked.terms) === 0)
    return "nothing-due";
  const settled = payable(asked, law);
  if (settled === null) return "not-enough";
  return { law, ...settled, leaveDaysTaken, mealVouchers: question.mealVouchers };
}

/** What the account holds for later pay after the payslips so far. */
function holdingOf(earlier: readonly BriefPayslip[]): Holding {
  return earlier.reduce(
    (holding, { kept = NO_PROVISIONS, released = NO_PROVISIONS, leaveDaysTaken = 0 }) =>
      holdingAfter(holding, { kept, released, leaveDaysTaken }),
    NO_HOLDING,
  );
}

/** The money and the payslip of a month; null where nothing is left to pay. */
function payable(question: Question, law: BoundLaw): { waterfall: Waterfall; slip: Payslip } | null {
  try {
    const { waterfall, payslip: slip } = settle(question, law);
    return waterfall === null ? null : { waterfall, slip };
  } catch (failure) {
    if (isFailure(failure, "portage.nothing_left")) return null;
    throw failure;
  }
}
