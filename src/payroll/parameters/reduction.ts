import type { Day } from "../../domain/calendar.ts";
import type { Dated } from "../../domain/dated.ts";
import type { Ppm } from "../../domain/money.ts";
import { article, CHECKED_UNTIL, DECREE_2023_1329, DECREE_2025_318, journal, text } from "./texts.ts";

/**
 * The general degressive reduction: coefficient = least + slope x ((ends x SMIC / pay - 1) / divisor) ^ power, at most
 * least + slope, nothing from `endsAtSmics` on. The slope depends on the headcount.
 */
export interface ReductionTerms {
  readonly leastPpm: Ppm;
  readonly slopeFrom50Ppm: Ppm;
  readonly slopeUnder50Ppm: Ppm;
  readonly endsAtSmics: number;
  readonly divisor: number;
  readonly power: number;
}

const REDUCTION = "CSS, art. L. 241-13 et D. 241-7";

export const GENERAL_REDUCTION: Dated<ReductionTerms> = {
  name: "generalReduction",
  unit: {
    fields: {
      leastPpm: "ppm",
      slopeFrom50Ppm: "ppm",
      slopeUnder50Ppm: "ppm",
      endsAtSmics: "multiple",
      divisor: "multiple",
      power: "multiple",
    },
  },
  checkedUntil: CHECKED_UNTIL,
  steps: [
    {
      from: "2024-01-01",
      value: {
        leastPpm: 0,
        slopeFrom50Ppm: 323_400,
        slopeUnder50Ppm: 319_400,
        endsAtSmics: 1.6,
        divisor: 0.6,
        power: 1,
      },
      text: DECREE_2023_1329(REDUCTION, article("000048852497")),
    },
    {
      from: "2025-05-01",
      value: {
        leastPpm: 0,
        slopeFrom50Ppm: 323_300,
        slopeUnder50Ppm: 319_300,
        endsAtSmics: 1.6,
        divisor: 0.6,
        power: 1,
      },
      text: DECREE_2025_318(REDUCTION, article("000051434526")),
    },
    {
      from: "2026-01-01",
      value: {
        leastPpm: 20_000,
        slopeFrom50Ppm: 382_100,
        slopeUnder50Ppm: 378_100,
        endsAtSmics: 3,
        divisor: 2,
        power: 1.75,
      },
      text: text(
        `${REDUCTION} ; décret n° 2025-887 (formule) et décret n° 2025-1446 (valeurs)`,
        "2025-12-31",
        "2026-01-01",
        article("000053302444"),
      ),
    },
  ],
};

/** Up to what pay a reduced rate holds: a multiple, in hundredths, of the SMIC of one day, or of the current one where that is more. */
export interface ReducedRateLimit {
  readonly frozenHundredths: number;
  readonly frozenOn: Day;
  readonly currentHundredths: number;
}

const LIMIT_UNIT = {
  fields: { frozenHundredths: "hundredths", frozenOn: "day", currentHundredths: "hundredths" },
} as const;

const until2025 = (frozenHundredths: number) => ({
  frozenHundredths,
  frozenOn: "2023-12-31",
  currentHundredths: 200,
});
const of2025 = (frozenHundredths: number) => ({ frozenHundredths, frozenOn: "2025-01-01", currentHundredths: 0 });

/** The reduced health rate ends above this pay (CSS, art. L. 241-2-1); from 2026 on there is none. */
export const HEALTH_LIMIT: Dated<ReducedRateLimit> = {
  name: "health.limit",
  unit: LIMIT_UNIT,
  checkedUntil: CHECKED_UNTIL,
  steps: [
    {
      from: "2024-01-01",
      value: until2025(250),
      text: DECREE_2023_1329("CSS, art. L. 241-2-1 et D. 241-1-2", article("000048807182")),
    },
    {
      from: "2025-01-01",
      value: of2025(225),
      text: DECREE_2025_318("CSS, art. L. 241-2-1 et D. 241-1-2", journal("000051430146")),
    },
  ],
};

/** The reduced family rate ends above this pay (CSS, art. L. 241-6-1); from 2026 on there is none. */
export const FAMILY_LIMIT: Dated<ReducedRateLimit> = {
  name: "family.limit",
  unit: LIMIT_UNIT,
  checkedUntil: CHECKED_UNTIL,
  steps: [
    {
      from: "2024-01-01",
      value: until2025(350),
      text: DECREE_2023_1329("CSS, art. L. 241-6-1 et D. 241-3-2", article("000048852528")),
    },
    {
      from: "2025-01-01",
      value: of2025(330),
      text: DECREE_2025_318("CSS, art. L. 241-6-1 et D. 241-3-2", journal("000051430146")),
    },
  ],
};
