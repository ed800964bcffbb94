import { firstDay } from "../domain/calendar.ts";
import { type Cents, plainEuros, share } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { stepOn } from "../payroll/dated.ts";
import type { BoundLaw } from "../payroll/law.ts";
import { costOf, MOST_GROSS_CENTS } from "../payroll/payslip.ts";
import { BUSINESS_CONTRIBUTION_PPM, MINIMUM_PAY, type Terms } from "./terms.ts";

/** What gross pay is made of (IDCC 3219, art. 21); the four parts sum to the gross pay. */
export interface PayParts {
  readonly basePayCents: Cents;
  readonly businessContributionCents: Cents;
  readonly paidLeaveCents: Cents;
  readonly complementCents: Cents;
}

/** A month's money from the client's price to gross pay; every cent of the turnover is in one of these. */
export interface Waterfall {
  readonly turnoverCents: Cents;
  readonly managementFeeCents: Cents;
  readonly expensesCents: Cents;
  readonly reserveCents: Cents;
  readonly otherProvisionsCents: Cents;
  /** What is left for pay and the contributions on it. */
  readonly envelopeCents: Cents;
  readonly grossCents: Cents;
  readonly costCents: Cents;
  /** Envelope less cost: stays on the porté's account. */
  readonly remainderCents: Cents;
  readonly parts: PayParts;
  /** Least gross pay with reserve for the level and the time worked. */
  readonly minimumPayCents: Cents;
}

export interface Flow {
  readonly turnoverCents: Cents;
  readonly expensesCents: Cents;
  readonly otherProvisionsCents: Cents;
}

/** The part of turnover the company keeps. */
export function managementFee(
  turnoverCents: Cents,
  { feePpm, feeCapCents }: Pick<Terms, "feePpm" | "feeCapCents">,
): Cents {
  const fee = share(turnoverCents, feePpm);
  return feeCapCents === null ? fee : Math.min(fee, feeCapCents);
}

/**
 * Splits gross pay. The pay due is what, with 5 % on it and 10 % paid leave on both, gives the gross pay; the base pay is
 * the level's minimum, as far as the pay due reaches it, and the complement is the rest.
 */
export function partsOf(grossCents: Cents, basePayMostCents: Cents): PayParts {
  const payDue = Math.floor((grossCents * 1_000) / 1_155);
  const businessContributionCents = share(payDue, BUSINESS_CONTRIBUTION_PPM);
  const basePayCents = Math.min(payDue, basePayMostCents);
  return {
    basePayCents,
    businessContributionCents,
    paidLeaveCents: grossCents - payDue - businessContributionCents,
    complementCents: payDue - basePayCents,
  };
}

/**
 * Solves a month: the largest gross pay whose cost and reserve fit what the fee and the expenses leave. Cost and reserve never
 * fall as gross pay rises, so the search over whole cents is exact across every threshold.
 * @throws {PorteError} `portage.nothing_left` when not even one cent of gross pay fits.
 */
export function solve(law: BoundLaw, flow: Flow, terms: Terms): Waterfall {
  const managementFeeCents = managementFee(flow.turnoverCents, terms);
  const available = flow.turnoverCents - managementFeeCents - flow.expensesCents - flow.otherProvisionsCents;
  const minimumPayCents = share(stepOn(MINIMUM_PAY, firstDay(law.month)).value[terms.level], terms.workedPpm);
  const reserveOf = (gross: Cents) => share(partsOf(gross, minimumPayCents).basePayCents, terms.reservePpm);
  const fits = (gross: Cents) => costOf(law, gross) + reserveOf(gross) <= available;
  if (available < 1 || !fits(1)) {
    throw new PorteError("portage.nothing_left", {
      turnover: plainEuros(flow.turnoverCents),
      fee: plainEuros(managementFeeCents),
      expenses: plainEuros(flow.expensesCents + flow.otherProvisionsCents),
    });
  }
  const grossCents = largest(fits, Math.min(available, MOST_GROSS_CENTS));
  const reserveCents = reserveOf(grossCents);
  const costCents = costOf(law, grossCents);
  return {
    ...flow,
    managementFeeCents,
    reserveCents,
    envelopeCents: available - reserveCents,
    grossCents,
    costCents,
    remainderCents: available - reserveCents - costCents,
    parts: partsOf(grossCents, minimumPayCents),
    minimumPayCents,
  };
}

/** Finds the largest whole number from 1 to `most` that holds, for a claim that holds at 1 and never comes back once lost. */
function largest(holds: (value: number) => boolean, most: number): number {
  let low = 1;
  let high = most + 1;
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
