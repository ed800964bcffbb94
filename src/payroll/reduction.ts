import type { Day } from "../domain/calendar.ts";
import type { Cents, Ppm } from "../domain/money.ts";
import { share } from "../domain/money.ts";
import { paidShare } from "./bases.ts";
import type { ReductionTerms } from "./parameters/reduction.ts";

/** The general reduction of a month, read for one situation and the period it is settled over. */
export interface BoundReduction {
  readonly terms: ReductionTerms;
  /** Since when these terms hold: the period starts again with them. */
  readonly since: string;
  /** First day of the contract that the period is of; null where contracts are settled together. */
  readonly contractStart: Day | null;
  readonly source: string;
  readonly slopePpm: Ppm;
  /** SMIC of the months before, and of this one as far as it is paid, in twelfths of a cent. */
  readonly priorSmicTwelfths: number;
  readonly monthSmicTwelfths: number;
  /** Pay of a whole month: this month's SMIC then follows the pay over it. */
  readonly fullPayCents: Cents | null;
  readonly priorGrossCents: Cents;
  readonly grantedCents: Cents;
}

/** Gives the SMIC of the period with a month of this gross pay, in twelfths of a cent. */
export function smicTwelfthsAt(reduction: BoundReduction, grossCents: Cents): number {
  const { priorSmicTwelfths, monthSmicTwelfths, fullPayCents } = reduction;
  return priorSmicTwelfths + monthSmicTwelfths * paidShare(fullPayCents, grossCents);
}

/** Gives the coefficient for the gross pay and the SMIC of a period, rounded to four decimals. Source: CSS, art. D. 241-7. */
export function coefficientPpm(
  { terms, slopePpm }: Pick<BoundReduction, "terms" | "slopePpm">,
  grossCents: Cents,
  smicTwelfths: number,
): Ppm {
  const { leastPpm: minPpm, endsAtSmics, divisor, power } = terms;
  const endTwelfths = endsAtSmics * smicTwelfths;
  if (12 * grossCents >= endTwelfths) return 0;
  const share = (endTwelfths / (12 * grossCents) - 1) / divisor;
  const coefficient = minPpm + slopePpm * (power === 1 ? share : share ** power);
  return Math.round(Math.min(coefficient, minPpm + slopePpm) / 100) * 100;
}

/** Gives a month's reduction: that of the period, less what was granted before; negative where some is taken back. */
export function generalReduction(reduction: BoundReduction, grossCents: Cents): Cents {
  const periodCents = reduction.priorGrossCents + grossCents;
  const coefficient = coefficientPpm(reduction, periodCents, smicTwelfthsAt(reduction, grossCents));
  return share(periodCents, coefficient) - reduction.grantedCents;
}
