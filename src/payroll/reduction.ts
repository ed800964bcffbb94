import type { Cents, Ppm } from "../domain/money.ts";
import type { BoundLaw } from "./law.ts";

/** Monthly SMIC over hourly SMIC: 35 hours x 52 weeks / 12 months, kept as a fraction. */
const HOURS_A_YEAR = 1_820;

/**
 * Gives the coefficient of the general reduction of employer contributions, rounded to four decimals.
 * Source: CSS, art. D. 241-7. Zero from three SMIC on.
 */
export function reductionPpm({ smicHourlyCents, reduction, situation }: BoundLaw, grossCents: Cents): Ppm {
  const { leastPpm, slopeFrom50Ppm, slopeUnder50Ppm, endsAtSmics, power } = reduction.value;
  const endCents = endsAtSmics * smicHourlyCents * HOURS_A_YEAR;
  if (12 * grossCents >= endCents) return 0;
  const slope = situation.headcount >= 50 ? slopeFrom50Ppm : slopeUnder50Ppm;
  const coefficient = leastPpm + slope * (0.5 * (endCents / (12 * grossCents) - 1)) ** power;
  return Math.round(Math.min(coefficient, leastPpm + slope) / 100) * 100;
}
