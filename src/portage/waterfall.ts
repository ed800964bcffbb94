import { type Cents, plainEuros, share, sum } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import type { BoundLaw } from "../payroll/law.ts";
import { costOf } from "../payroll/payslip.ts";
import { largestGross, largestGrossFrom } from "./largest-gross.ts";
import { basePayOf, grossOfMillion, type PayParts, partsOf } from "./pay-parts.ts";
import { basePayMost, chargeOf, chargesOf, minimumPayOf, reachesMinimum, type Terms } from "./terms.ts";

/** What is set aside on the account for later pay, with the contributions on it; or what comes out of it. */
export interface Provisions {
  readonly leaveCents: Cents;
  readonly endOfContractCents: Cents;
}

export const NO_PROVISIONS: Provisions = { leaveCents: 0, endOfContractCents: 0 };

/** Adds what is kept of two kinds. */
export function sumProvisions({ leaveCents, endOfContractCents }: Provisions): Cents {
  return leaveCents + endOfContractCents;
}

/** A month's money from the client's price to gross pay; every cent of the turnover and of what is released is in one of these. */
export interface Waterfall {
  readonly turnoverCents: Cents;
  readonly managementFeeCents: Cents;
  /** What the company takes beside its fee, by name. */
  readonly charges: readonly { readonly name: string; readonly cents: Cents }[];
  readonly expensesCents: Cents;
  readonly reserveCents: Cents;
  /** What the flow says is set aside beside pay: an advance that is paid back. */
  readonly otherProvisionsCents: Cents;
  /** Set aside this month for leave and for the end of the contract. */
  readonly kept: Provisions;
  /** What was set aside before and is paid this month. */
  readonly released: Provisions;
  /** What is left for pay and the contributions on it, what is released included. */
  readonly envelopeCents: Cents;
  readonly grossCents: Cents;
  readonly costCents: Cents;
  /** Envelope less cost: stays on the porté's account; negative where the company advances a minimum pay. */
  readonly remainderCents: Cents;
  /** Parts of the gross pay; they sum to it. */
  readonly parts: PayParts;
  /** The base pay that the reserve is a share of, at most. */
  readonly basePayMostCents: Cents;
  /** Pay due, what is kept of it included: what the agreement's minimum is held against. */
  readonly dueCents: Cents;
  /** Least of that for the level and the time worked. */
  readonly minimumPayCents: Cents;
  readonly reachesMinimum: boolean;
}

export interface Flow {
  readonly turnoverCents: Cents;
  readonly expensesCents: Cents;
  readonly otherProvisionsCents: Cents;
  /** What was kept before and is paid this month. */
  readonly released?: Provisions;
  /** The fee as it was taken on each payment; worked out from the turnover where it is not said. */
  readonly feeCents?: Cents;
}

type FeeTerms = Pick<Terms, "feePpm" | "feeCapCents" | "feeBase">;

/** The part of turnover the company keeps. */
export function managementFee(
  { turnoverCents, expensesCents, feeCents }: Pick<Flow, "turnoverCents" | "expensesCents" | "feeCents">,
  { feePpm, feeCapCents, feeBase }: FeeTerms,
): Cents {
  if (feeCents !== undefined) return feeCents;
  const base = feeBase === "turnover" ? turnoverCents : Math.max(0, turnoverCents - expensesCents);
  const fee = share(base, feePpm);
  return feeCapCents === null ? fee : Math.min(fee, feeCapCents);
}

/** What the fee, the charges, the expenses and the provisions leave for pay, its contributions and the reserve. */
export function availableOf(flow: Flow, terms: FeeTerms & Pick<Terms, "charges">): Cents {
  let charges = 0;
  for (const charge of terms.charges) charges += chargeOf(flow.turnoverCents, charge);
  return flow.turnoverCents - managementFee(flow, terms) - charges - flow.expensesCents - flow.otherProvisionsCents;
}

/** The reserve that each pay due sets aside. */
export function reserveFor(law: BoundLaw, terms: Terms): (wholeCents: Cents) => Cents {
  const { contract } = law.situation;
  const max = basePayMost(law.agreement, terms);
  const millionOf = grossOfMillion(law.agreement, contract);
  const reservePpm = contract === "cdd" ? 0 : terms.reservePpm;
  return (wholeCents) => share(basePayOf(wholeCents, max, millionOf), reservePpm);
}

/** Says of each pay due whether it reaches the agreement's minimum with its reserve; a CDD's reserve is its end-of-contract pay. */
export function minimumTest(law: BoundLaw, terms: Terms): (wholeCents: Cents) => boolean {
  const { agreement, situation } = law;
  const reserveOf = reserveFor(law, terms);
  return (wholeCents) => {
    const due = partsOf(wholeCents, 0, situation.contract, agreement);
    return isAtMinimum(law, terms, due, { wholeCents, reserveCents: reserveOf(wholeCents) });
  };
}

function isAtMinimum(
  { agreement }: BoundLaw,
  terms: Terms,
  { endOfContractCents }: PayParts,
  { wholeCents, reserveCents }: { readonly wholeCents: Cents; readonly reserveCents: Cents },
): boolean {
  const dueCents = wholeCents - endOfContractCents;
  return reachesMinimum(agreement, terms, { dueCents, reserveCents: reserveCents + endOfContractCents });
}

/** The parts of a pay due that the month pays: leave that is provisioned and an end-of-contract pay that is kept are left out. */
function paidParts(parts: PayParts, { leave, endOfContract }: Pick<Terms, "leave" | "endOfContract">): PayParts {
  if (leave === "paid" && (endOfContract === "paid" || parts.endOfContractCents === 0)) return parts;
  return {
    ...parts,
    paidLeaveCents: leave === "paid" ? parts.paidLeaveCents : 0,
    endOfContractCents: endOfContract === "paid" ? parts.endOfContractCents : 0,
  };
}

function partsDue(law: BoundLaw, terms: Terms, wholeCents: Cents): PayParts {
  return partsOf(wholeCents, basePayMost(law.agreement, terms), law.situation.contract, law.agreement);
}

function partsSum(parts: PayParts): Cents {
  const { basePayCents, businessContributionCents, paidLeaveCents, complementCents, endOfContractCents } = parts;
  return basePayCents + businessContributionCents + paidLeaveCents + complementCents + endOfContractCents;
}

/** The part of a pay due that the month pays. */
export function paidOf(law: BoundLaw, terms: Terms, wholeCents: Cents): Cents {
  return partsSum(paidParts(partsDue(law, terms, wholeCents), terms));
}

/**
 * Solves a month: the largest pay due whose cost and reserve fit what the fee, the charges and the expenses leave, exact across every
 * threshold. What is kept of it is solved as if it were paid, and stays on the account with its cost; what was kept before and is released
 * is paid on top.
 * @throws {PorteError} `portage.nothing_left` when not even one cent of gross pay fits.
 */
export function solve(law: BoundLaw, flow: Flow, terms: Terms): Waterfall {
  const { grossCents, costCents } = largestGross(law, reserveFor(law, terms), availableOf(flow, terms));
  return assertPaid(flow, waterfallOf(law, flow, terms, { wholeCents: grossCents, wholeCostCents: costCents }));
}

/** @throws {PorteError} `portage.nothing_left` where a month pays nothing. */
function assertPaid(flow: Flow, found: Waterfall): Waterfall {
  if (found.grossCents >= 1) return found;
  const { turnoverCents, expensesCents, otherProvisionsCents } = flow;
  throw new PorteError("portage.nothing_left", {
    turnover: plainEuros(turnoverCents),
    fee: plainEuros(found.managementFeeCents),
    expenses: plainEuros(expensesCents + otherProvisionsCents + sum(found.charges.map(({ cents }) => cents))),
  });
}

/**
 * Solves a month that is owed its minimum pay whatever the client has paid (agreement, art. 21.3): where the money does not reach it, the
 * company advances what is lacking, and the remainder is negative by so much.
 * @throws {PorteError} `portage.nothing_left` where nothing is owed and nothing fits.
 */
export function solveOwed(law: BoundLaw, flow: Flow, terms: Terms): Waterfall {
  const reserveOf = reserveFor(law, terms);
  const reaches = minimumTest(law, terms);
  const { grossCents } = largestGross(law, reserveOf, availableOf(flow, terms));
  if (reaches(grossCents)) return solve(law, flow, terms);
  const wholeCents = minReaching(reaches, law.agreement.minimumWithReserveCents + minimumPayOf(law.agreement, terms));
  return assertPaid(flow, waterfallOf(law, flow, terms, { wholeCents, wholeCostCents: costOf(law, wholeCents) }));
}

/** The smallest pay due that reaches a minimum, up to one that surely does. */
function minReaching(reaches: (dueCents: Cents) => boolean, sure: Cents): Cents {
  let low = 0;
  let high = sure;
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}

interface Whole {
  readonly wholeCents: Cents;
  readonly wholeCostCents: Cents;
}

/** Follows a pay due from the turnover: what is kept of it, what is released, and what remains. */
function waterfallOf(law: BoundLaw, flow: Flow, terms: Terms, { wholeCents, wholeCostCents }: Whole): Waterfall {
  const { released = NO_PROVISIONS } = flow;
  const due = partsDue(law, terms, wholeCents);
  const parts = paidParts(due, terms);
  const ownCents = partsSum(parts);
  const { ownCost, kept } = provisionsOf(law, terms, { wholeCents, wholeCostCents }, ownCents);
  const own = { grossCents: ownCents, costCents: ownCost, paid: parts };
  const { grossCents, costCents, paid } = sumProvisions(released) === 0 ? own : release(law, own, released);
  const reserveCents = reserveFor(law, terms)(wholeCents);
  const available = availableOf(flow, terms);
  const envelopeCents = available - reserveCents - sumProvisions(kept) + sumProvisions(released);
  return {
    turnoverCents: flow.turnoverCents,
    managementFeeCents: managementFee(flow, terms),
    charges: chargesOf(flow.turnoverCents, terms.charges),
    expensesCents: flow.expensesCents,
    otherProvisionsCents: flow.otherProvisionsCents,
    reserveCents,
    kept,
    released,
    envelopeCents,
    grossCents,
    costCents,
    remainderCents: envelopeCents - costCents,
    parts: paid,
    basePayMostCents: basePayMost(law.agreement, terms),
    dueCents: wholeCents,
    minimumPayCents: minimumPayOf(law.agreement, terms),
    reachesMinimum: isAtMinimum(law, terms, due, { wholeCents, reserveCents }),
  };
}

/** What each kept part costs: the leave first, then the end of the contract. */
function provisionsOf(
  law: BoundLaw,
  terms: Terms,
  { wholeCents, wholeCostCents }: Whole,
  ownCents: Cents,
): { ownCost: Cents; kept: Provisions } {
  if (ownCents === wholeCents) return { ownCost: wholeCostCents, kept: NO_PROVISIONS };
  /** A pay due of a cent pays nothing of its own, and keeps nothing: what its month's regularisation gives back is no leave. */
  if (ownCents < 1) return { ownCost: 0, kept: NO_PROVISIONS };
  const ownCost = costOf(law, ownCents);
  const withLeave = paidOf(law, { ...terms, leave: "paid" }, wholeCents);
  const endCost = wholeCostCents - (withLeave === wholeCents ? wholeCostCents : costOf(law, withLeave));
  return { ownCost, kept: { leaveCents: wholeCostCents - endCost - ownCost, endOfContractCents: endCost } };
}

/** Pays what was kept: the largest gross pay whose cost fits it beside the month's own. */
function release(
  law: BoundLaw,
  own: { readonly grossCents: Cents; readonly costCents: Cents; readonly paid: PayParts },
  released: Provisions,
): { grossCents: Cents; costCents: Cents; paid: PayParts } {
  const { paid } = own;
  const within = (cents: Cents) => largestGrossFrom(law, own.grossCents, cents);
  const withLeave = within(own.costCents + released.leaveCents);
  const withAll = released.endOfContractCents === 0 ? withLeave : within(own.costCents + sumProvisions(released));
  const leaveCents = Math.max(0, withLeave.grossCents - own.grossCents);
  const endCents = Math.max(0, withAll.grossCents - own.grossCents - leaveCents);
  return {
    grossCents: own.grossCents + leaveCents + endCents,
    costCents: withAll.costCents,
    paid: {
      ...paid,
      paidLeaveCents: paid.paidLeaveCents + leaveCents,
      endOfContractCents: paid.endOfContractCents + endCents,
    },
  };
}
