import { type Cents, plainEuros } from "../domain/money.ts";
import { isFailure, PorteError } from "../errors.ts";
import { smallestGross, type Target } from "../payroll/inverse.ts";
import type { BoundLaw } from "../payroll/law.ts";
import { costOf, MAX_GROSS_CENTS, payslip } from "../payroll/payslip.ts";
import type { TaxRate } from "../payroll/withholding.ts";
import type { Terms } from "./terms.ts";
import { availableOf, type Flow, paidOf, reserveFor, solve, type Waterfall } from "./waterfall.ts";

/** A month to be worked back from what somebody wishes to receive. */
export interface NetTarget {
  readonly law: BoundLaw;
  readonly taxRate: TaxRate;
  readonly flow: Omit<Flow, "turnoverCents">;
  readonly terms: Terms;
  readonly target: Target;
}

/** Past one million euros a month, neither the law's rows nor sense hold. */
const MAX_TURNOVER_CENTS: Cents = MAX_GROSS_CENTS;

/**
 * Finds the smallest turnover, from `from` on, whose payslip reaches the wish.
 * @throws {PorteError} `portage.unreachable` where none up to one million euros does.
 */
export function turnoverFor(wish: NetTarget, from: Cents = 1): Cents {
  const { law, taxRate, target } = wish;
  const reaches = (gross: Cents) => payslip(law, gross, taxRate)[target.figure] >= target.cents;
  let turnover = from;
  let min: Cents = 1;
  for (;;) {
    const gross = smallestGross(law, taxRate, target, min);
    if (gross === null) throw unreachable(wish);
    turnover = smallestTurnover(wish, turnover, (whole) => paidOf(law, wish.terms, whole) >= gross);
    const paid = solved(wish, turnover);
    if (paid !== null && reaches(paid.grossCents)) return turnover;
    min = (paid?.grossCents ?? gross) + 1;
  }
}

/**
 * Finds the smallest daily rate that, over given days, reaches the wish.
 * @throws {PorteError} `portage.unreachable`.
 */
export function dailyRateFor(wish: NetTarget, days: number): Cents {
  let turnover: Cents = 1;
  for (;;) {
    turnover = turnoverFor(wish, turnover);
    const dailyRateCents = Math.ceil((turnover - 0.5) / days);
    const billed = Math.round(dailyRateCents * days);
    if (billed > MAX_TURNOVER_CENTS) throw unreachable(wish);
    const paid = solved(wish, billed);
    if (paid !== null && payslip(wish.law, paid.grossCents, wish.taxRate)[wish.target.figure] >= wish.target.cents)
      return dailyRateCents;
    turnover = billed + 1;
  }
}

/**
 * Finds the smallest turnover, from `from` on, whose month reaches what is claimed of its gross pay, leave included; the claim
 * is never lost again as pay rises. A pay is reached as soon as its cost and its reserve are there.
 * @throws {PorteError} `portage.unreachable` where none up to one million euros does.
 */
export function smallestTurnover(
  wish: Pick<NetTarget, "law" | "flow" | "terms"> & { readonly target?: Target },
  from: Cents,
  holds: (wholeCents: Cents) => boolean,
): Cents {
  const { law, flow, terms } = wish;
  const whole = first(holds, 1, MAX_GROSS_CENTS);
  const needed = whole === null ? 0 : costOf(law, whole) + reserveFor(law, terms)(whole);
  const turnover =
    whole === null
      ? null
      : first((turnoverCents) => availableOf({ ...flow, turnoverCents }, terms) >= needed, from, MAX_TURNOVER_CENTS);
  if (turnover === null) throw unreachable(wish);
  return turnover;
}

/** Finds the first whole number of a range for which a claim holds that is never lost again; null where none does. */
function first(holds: (value: number) => boolean, from: number, to: number): number | null {
  if (from > to || !holds(to)) return null;
  let low = from - 1;
  let high = to;
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function solved(
  { law, flow, terms }: Pick<NetTarget, "law" | "flow" | "terms">,
  turnoverCents: Cents,
): Waterfall | null {
  try {
    return solve(law, { ...flow, turnoverCents }, terms);
  } catch (failure) {
    if (isFailure(failure, "portage.nothing_left")) return null;
    throw failure;
  }
}

function unreachable({ target }: { readonly target?: Target }): PorteError<"portage.unreachable"> {
  return new PorteError("portage.unreachable", {
    target: target === undefined ? "" : plainEuros(target.cents),
    most: plainEuros(MAX_TURNOVER_CENTS),
  });
}
