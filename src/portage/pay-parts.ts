import { type Cents, type Ppm, share } from "../domain/money.ts";
import type { Contract } from "../payroll/situation.ts";
import { BUSINESS_CONTRIBUTION_PPM, END_OF_CONTRACT_PPM, PAID_LEAVE_PPM } from "./terms.ts";

/** What gross pay is made of (IDCC 3219, art. 21); the parts sum to the gross pay with its leave. */
export interface PayParts {
  readonly basePayCents: Cents;
  readonly businessContributionCents: Cents;
  readonly paidLeaveCents: Cents;
  readonly complementCents: Cents;
  /** 0 but for a fixed-term contract. */
  readonly endOfContractCents: Cents;
}

const WHOLE: Ppm = 1_000_000;

/** Gross pay for a million of pay due: with 5 % on it, 10 % end-of-contract pay for a CDD, and 10 % leave on all of that. */
function grossOfMillion(contract: Contract): number {
  const withIndemnity = WHOLE + BUSINESS_CONTRIBUTION_PPM;
  const withEnd = contract === "cdd" ? (withIndemnity * (WHOLE + END_OF_CONTRACT_PPM)) / WHOLE : withIndemnity;
  return (withEnd * (WHOLE + PAID_LEAVE_PPM)) / WHOLE;
}

const MILLION_OF: Readonly<Record<Contract, number>> = { cdi: grossOfMillion("cdi"), cdd: grossOfMillion("cdd") };

/**
 * Splits gross pay. The base pay is the level's minimum, as far as the pay due reaches it, and the complement is the rest.
 * No part ever falls as gross pay rises, the leave by rounding excepted.
 */
export function partsOf(grossCents: Cents, basePayMostCents: Cents, contract: Contract): PayParts {
  const payDue = Math.floor((grossCents * WHOLE) / MILLION_OF[contract]);
  const businessContributionCents = share(payDue, BUSINESS_CONTRIBUTION_PPM);
  const endOfContractCents = contract === "cdd" ? share(payDue + businessContributionCents, END_OF_CONTRACT_PPM) : 0;
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
export function basePayOf(grossCents: Cents, basePayMostCents: Cents, contract: Contract): Cents {
  return Math.min(Math.floor((grossCents * WHOLE) / MILLION_OF[contract]), basePayMostCents);
}
