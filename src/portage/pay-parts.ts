import { type Cents, type Ppm, share } from "../domain/money.ts";
import type { BoundAgreement } from "../payroll/law.ts";
import type { Contract } from "../payroll/situation.ts";

/** What gross pay is made of (IDCC 3219, art. 21); the parts sum to it. */
export interface PayParts {
  readonly basePayCents: Cents;
  readonly businessContributionCents: Cents;
  readonly paidLeaveCents: Cents;
  readonly complementCents: Cents;
  /** 0 but for a fixed-term contract. */
  readonly endOfContractCents: Cents;
}

const WHOLE: Ppm = 1_000_000;

/** Gross pay for a million of pay due: with the indemnity on it, end-of-contract pay for a CDD, and leave on all of that. */
export function grossOfMillion(agreement: BoundAgreement, contract: Contract): number {
  const { businessContributionPpm, endOfContractPpm, paidLeavePpm } = agreement;
  const withIndemnity = WHOLE + businessContributionPpm;
  const withEnd = contract === "cdd" ? (withIndemnity * (WHOLE + endOfContractPpm)) / WHOLE : withIndemnity;
  return (withEnd * (WHOLE + paidLeavePpm)) / WHOLE;
}

/**
 * Splits gross pay. The base pay is the agreed one, as far as the pay due reaches it, and the complement is the rest.
 * No part ever falls as gross pay rises, the leave by rounding excepted.
 */
export function partsOf(
  grossCents: Cents,
  basePayMostCents: Cents,
  contract: Contract,
  agreement: BoundAgreement,
): PayParts {
  const payDue = Math.floor((grossCents * WHOLE) / grossOfMillion(agreement, contract));
  const businessContributionCents = share(payDue, agreement.businessContributionPpm);
  const endOfContractCents =
    contract === "cdd" ? share(payDue + businessContributionCents, agreement.endOfContractPpm) : 0;
  const basePayCents = Math.min(payDue, basePayMostCents);
  return {
    basePayCents,
    businessContributionCents,
    paidLeaveCents: grossCents - payDue - businessContributionCents - endOfContractCents,
    complementCents: payDue - basePayCents,
    endOfContractCents,
  };
}

/** The base pay alone, for the many times a search asks. */
export function basePayOf(grossCents: Cents, basePayMostCents: Cents, millionOf: number): Cents {
  return Math.min(Math.floor((grossCents * WHOLE) / millionOf), basePayMostCents);
}
