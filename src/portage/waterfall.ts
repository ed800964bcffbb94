import { firstDay } from "../domain/calendar.ts";
import { stepOn } from "../domain/dated.ts";
import { type Cents, plainEuros, share } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import type { BoundLaw } from "../payroll/law.ts";
import { costOf } from "../payroll/payslip.ts";
import { largestGross } from "./largest-gross.ts";
import { basePayOf, type PayParts, partsOf } from "./pay-parts.ts";
import { MINIMUM_PAY, type Terms } from "./terms.ts";

/** A month's money from the client's price to gross pay; every cent of the turnover is in one of these. */
export interface Waterfall {
  readonly turnoverCents: Cents;
  readonly managementFeeCents: Cents;
  readonly expensesCents: Cents;
  readonly reserveCents: Cents;
  /** Everything else that is set aside, provisioned leave with its contributions included. */
  readonly otherProvisionsCents: Cents;
  /** What is left for pay and the contributions on it. */
  readonly envelopeCents: Cents;
  readonly grossCents: Cents;
  readonly costCents: Cents;
  /** Envelope less cost: stays on the porté's account. */
  readonly remainderCents: Cents;
  /** Parts of the gross pay and of the leave, whether that is paid or provisioned. */
  readonly parts: PayParts;
  /** Gross pay, provisioned leave and reserve: what the agreement's minimum is held against. */
  readonly minimumBaseCents: Cents;
  /** Least of that for the level and the time worked. */
  readonly minimumPayCents: Cents;
}

export interface Flow {
  readonly turnoverCents: Cents;
  readonly expensesCents: Cents;
  readonly otherProvisionsCents: Cents;
}

type FeeTerms = Pick<Terms, "feePpm" | "feeCapCents" | "feeBase">;

/** The part of turnover the company keeps. */
export function managementFee(
  { turnoverCents, expensesCents }: Pick<Flow, "turnoverCents" | "expensesCents">,
  { feePpm, feeCapCents, feeBase }: FeeTerms,
): Cents {
  const base = feeBase === "turnover" ? turnoverCents : Math.max(0, turnoverCents - expensesCents);
  const fee = share(base, feePpm);
  return feeCapCents === null ? fee : Math.min(fee, feeCapCents);
}

/** What the fee, the expenses and the provisions leave for pay, its contributions and the reserve. */
export function availableOf(flow: Flow, terms: FeeTerms): Cents {
  return flow.turnoverCents - managementFee(flow, terms) - flow.expensesCents - flow.otherProvisionsCents;
}

/** Least gross pay with reserve for the level and the time worked. */
function minimumPayOf({ month }: Pick<BoundLaw, "month">, { level, workedPpm }: Terms): Cents {
  return share(stepOn(MINIMUM_PAY, firstDay(month)).value[level], workedPpm);
}

/** The reserve that each gross pay, leave included, sets aside. */
export function reserveFor(law: BoundLaw, terms: Terms): (wholeCents: Cents) => Cents {
  const { contract } = law.situation;
  const minimumPayCents = minimumPayOf(law, terms);
  const reservePpm = contract === "cdd" ? 0 : terms.reservePpm;
  return (wholeCents) => share(basePayOf(wholeCents, minimumPayCents, contract), reservePpm);
}

/** The part of a gross pay, leave included, that the month pays. */
export function paidOf(law: BoundLaw, terms: Terms, wholeCents: Cents): Cents {
  if (terms.leave === "paid") return wholeCents;
  return wholeCents - partsOf(wholeCents, minimumPayOf(law, terms), law.situation.contract).paidLeaveCents;
}

/**
 * Solves a month: the largest gross pay whose cost and reserve fit what the fee and the expenses leave, exact across every
 * threshold. Where leave is provisioned, it is solved as if it were paid, and the leave and its cost stay on the account.
 * @throws {PorteError} `portage.nothing_left` when not even one cent of gross pay fits.
 */
export function solve(law: BoundLaw, flow: Flow, terms: Terms): Waterfall {
  const { contract } = law.situation;
  const managementFeeCents = managementFee(flow, terms);
  const available = availableOf(flow, terms);
  const minimumPayCents = minimumPayOf(law, terms);
  const reserveOf = reserveFor(law, terms);
  const { grossCents: wholeCents, costCents: wholeCost } = largestGross(law, reserveOf, available);
  const parts = partsOf(wholeCents, minimumPayCents, contract);
  const grossCents = terms.leave === "paid" ? wholeCents : wholeCents - parts.paidLeaveCents;
  if (grossCents < 1) {
    throw new PorteError("portage.nothing_left", {
      turnover: plainEuros(flow.turnoverCents),
      fee: plainEuros(managementFeeCents),
      expenses: plainEuros(flow.expensesCents + flow.otherProvisionsCents),
    });
  }
  const reserveCents = reserveOf(wholeCents);
  const costCents = grossCents === wholeCents ? wholeCost : costOf(law, grossCents);
  const leaveCostCents = wholeCost - costCents;
  return {
    turnoverCents: flow.turnoverCents,
    expensesCents: flow.expensesCents,
    otherProvisionsCents: flow.otherProvisionsCents + leaveCostCents,
    managementFeeCents,
    reserveCents,
    envelopeCents: available - reserveCents - leaveCostCents,
    grossCents,
    costCents,
    remainderCents: available - reserveCents - wholeCost,
    parts,
    minimumBaseCents: wholeCents + reserveCents,
    minimumPayCents,
  };
}
