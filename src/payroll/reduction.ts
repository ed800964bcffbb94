import type { Cents, Ppm } from "../domain/money.ts";
import { share } from "../domain/money.ts";
import type { ReductionTerms } from "./parameters/reduction.ts";

/** The general reduction of a month, read for one situation and the period it is settled over. */
export interface BoundReduction {
  readonly terms: ReductionTerms;
  /** Since when these terms hold: the period starts again with them. */
  readonly since: string;
  readonly source: string;
  readonly slopePpm: Ppm;
  /** SMIC of the period with this month, in twelfths of a cent. */
  readonly smicTwelfths: number;
  readonly priorGrossCents: Cents;
  readonly grantedCents: Cents;
}

/** Gives the coefficient for the gross pay of the period, rounded to four decimals. Source: CSS, art. D. 241-7. */
export function coefficientPpm({ terms, slopePpm, smicTwelfths }: BoundReduction, grossCents: Cents): Ppm {
  const { leastPpm, endsAtSmics, divisor, power } = terms;
  const endTwelfths = endsAtSmics * smicTwelfths;
  if (12 * grossCents >= endTwelfths) return 0;
  const share = (endTwelfths / (12 * grossCents) - 1) / divisor;
  const coefficient = leastPpm + slopePpm * (power === 1 ? share : share ** power);
  return Math.round(Math.min(coefficient, leastPpm + slopePpm) / 100) * 100;
}

/** Gives a month's reduction: that of the period, less what was granted before; negative where some is taken back. */
export function generalReduction(reduction: BoundReduction, grossCents: Cents): Cents {
  const periodCents = reduction.priorGrossCents + grossCents;
  return share(periodCents, coefficientPpm(reduction, periodCents)) - reduction.grantedCents;
}
