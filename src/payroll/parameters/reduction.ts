import type { Ppm } from "../../domain/money.ts";
import type { Dated } from "../dated.ts";
import { CHECKED_UNTIL } from "./year.ts";

/** The general degressive reduction (RGDU): its least share, its slope by headcount, and the multiple of the SMIC where it ends. */
export interface ReductionTerms {
  readonly leastPpm: Ppm;
  readonly slopeFrom50Ppm: Ppm;
  readonly slopeUnder50Ppm: Ppm;
  readonly endsAtSmics: number;
  readonly power: number;
}

export const GENERAL_REDUCTION: Dated<ReductionTerms> = {
  name: "generalReduction",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    {
      from: "2026-01-01",
      value: { leastPpm: 20_000, slopeFrom50Ppm: 382_100, slopeUnder50Ppm: 378_100, endsAtSmics: 3, power: 1.75 },
      source: "CSS, art. L. 241-13 et D. 241-7 ; décret n° 2025-887 du 4 septembre 2025",
    },
  ],
};
