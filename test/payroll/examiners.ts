import { expect } from "vitest";
import { stepOn } from "../../src/domain/dated.ts";
import { bindLaw } from "../../src/payroll/law.ts";
import { LEGISLATION, type Legislation } from "../../src/payroll/legislation.ts";
import { payslip } from "../../src/payroll/payslip.ts";
import { defaultSituation, type Situation } from "../../src/payroll/situation.ts";
import { withholding } from "../../src/payroll/withholding.ts";
import { NEW_YEAR } from "../../src/payroll/year.ts";
import { MINIMUM_PAY } from "../../src/portage/terms.ts";
import { linesByHand, MONTHS_BY_HAND, reductionByHand } from "./by-hand.ts";

/** Situations that together need every row: each headcount step, each share of apprentices, both regions, both contracts. */
export const SITUATIONS: readonly Situation[] = [
  [4, 0],
  [11, 0],
  [49, 0],
  [50, 0],
  [250, 0],
  [250, 15_000],
  [250, 25_000],
  [250, 40_000],
  [250, 50_000],
  [2_000, 0],
].flatMap(([headcount = 0, apprenticeSharePpm = 0], index) =>
  [false, true].map(
    (alsaceMoselle): Situation => ({
      ...defaultSituation("2026-01", index % 3 === 2 ? "non-cadre" : "cadre"),
      contract: index % 4 === 3 ? "cdd" : "cdi",
      headcount,
      apprenticeSharePpm,
      alsaceMoselle,
      mobilityPpm: 32_000,
    }),
  ),
);

/** Gross pays on both sides of every threshold of the seven laws, and some between. */
const GROSSES: readonly number[] = [
  190_000, 210_000, 250_000, 287_500, 320_000, 386_400, 386_401, 392_500, 392_501, 400_500, 400_501, 405_405, 405_406,
  436_800, 436_801, 546_909, 546_910, 560_104, 560_105, 594_594, 594_595, 611_520, 611_521, 1_545_600, 1_545_601,
  1_570_001, 1_602_001, 3_091_200, 3_140_001, 3_204_001, 4_000_000,
];

/** Compares every line and the reduction of one month with those worked out by hand, to the cent. */
function examineLines(month: string): void {
  for (const situation of SITUATIONS) {
    const law = bindLaw(month, situation);
    for (const gross of GROSSES) {
      const { lines, generalReductionCents } = payslip(law, gross, 0);
      const byHand = linesByHand(month, gross, situation);
      const found = Object.fromEntries(
        Object.keys(byHand).map((code) => {
          const line = lines.find((one) => one.code === code);
          return [code, [line?.employeeCents ?? 0, line?.employerCents ?? 0]];
        }),
      );
      expect(found, `${month}, ${gross} cents, headcount ${situation.headcount}`).toEqual(byHand);
      expect(generalReductionCents, `reduction of ${month}, ${gross}`).toBe(reductionByHand(month, gross, situation));
    }
  }
}

/** The neutral grids as published: upper limit in euros of each band, then its rate in tenths of a percent. */
const RATES = [0, 5, 13, 21, 29, 35, 41, 53, 75, 99, 119, 138, 158, 179, 200, 240, 280, 330, 380, 430];
const LIMITS: Readonly<Record<string, readonly number[]>> = {
  "2024-01": [
    1591, 1653, 1759, 1877, 2006, 2113, 2253, 2666, 3052, 3476, 3913, 4566, 5475, 6851, 8557, 11877, 16086, 25251,
    54088,
  ],
  "2025-04": [
    1591, 1653, 1759, 1877, 2006, 2113, 2253, 2666, 3052, 3476, 3913, 4566, 5475, 6851, 8557, 11877, 16086, 25251,
    54088,
  ],
  "2025-05": [
    1620, 1683, 1791, 1911, 2042, 2151, 2294, 2714, 3107, 3539, 3983, 4648, 5574, 6974, 8711, 12091, 16376, 25706,
    55062,
  ],
  "2026-01": [
    1635, 1698, 1807, 1928, 2060, 2170, 2315, 2738, 3135, 3571, 4019, 4690, 5624, 7037, 8789, 12200, 16523, 25937,
    55558,
  ],
};

/** Checks each band of each grid at its last cent and at the first of the next. */
function examineGrids(): void {
  for (const [month, limits] of Object.entries(LIMITS)) {
    const law = bindLaw(month, defaultSituation(month));
    limits.forEach((limit, index) => {
      expect(withholding(law, limit * 100 - 1, "neutral").ppm, `${month}, under ${limit}`).toBe(
        (RATES[index] ?? 0) * 1_000,
      );
      expect(withholding(law, limit * 100, "neutral").ppm, `${month}, from ${limit}`).toBe(
        (RATES[index + 1] ?? 0) * 1_000,
      );
    });
  }
}

/** Half a net taxable SMIC in euros, published until 2026-01; for June 2026 from the SMIC of 1 867.02 €. */
const ABATEMENTS: Readonly<Record<string, number>> = {
  "2024-01": 725,
  "2024-10": 725,
  "2024-11": 739,
  "2025-12": 739,
  "2026-05": 748,
  "2026-06": 766,
};
const MEANS: Readonly<Record<string, number>> = { "2024-01": 21_200, "2025-12": 21_200, "2026-01": 20_800 };
const MINIMUMS: Readonly<Record<string, readonly number[]>> = {
  "2024-07-10": [251_713, 251_713, 269_693, 305_652],
  "2024-07-11": [225_561, 251_713, 271_327, 307_286],
};

/** Checks the rows that no contribution line shows. */
function examineFigures(): void {
  for (const [month, euros] of Object.entries(ABATEMENTS)) {
    const short = { ...defaultSituation(month), contract: "cdd", isShort: true } as const;
    expect(bindLaw(month, short).abatementCents, `abatement of ${month}`).toBe(euros * 100);
  }
  for (const [month, ppm] of Object.entries(MEANS)) expect(defaultSituation(month).workAccidentPpm).toBe(ppm);
  for (const [day, cents] of Object.entries(MINIMUMS))
    expect(Object.values(stepOn(MINIMUM_PAY, day).value)).toEqual(cents);
}

/** The law with a SMIC that rises on a day to an imaginary amount. */
function risen(from: string, smic: number): Legislation {
  const { smicHourly } = LEGISLATION;
  const steps = smicHourly.steps.filter((step) => step.from < from);
  const text = { title: "An imaginary text", of: null, published: null, link: null };
  return { ...LEGISLATION, smicHourly: { ...smicHourly, steps: [...steps, { from, value: smic, text }] } };
}

/** In 2024 twice the current SMIC is the limit of the reduced rates where that is more (décret n° 2023-1329); in 2025 never. */
function examineLimits(): void {
  const limits = (month: string, law: Legislation) => {
    const { healthLimitTwelfths, familyLimitTwelfths } = bindLaw(
      month,
      defaultSituation(month),
      NEW_YEAR,
      law,
    ).ceilings;
    return [healthLimitTwelfths / 1_820, familyLimitTwelfths / 1_820];
  };
  expect(limits("2024-06", risen("2024-06-01", 3_000))).toEqual([6_000, 6_000]);
  expect(limits("2025-06", risen("2025-06-01", 1_000_000))).toEqual([1_188 * 2.25, 3_920.4]);
}

/** Everything that must fail when a row is wrong, by name. */
export const EXAMINERS: readonly (readonly [name: string, examine: () => void])[] = [
  ["the limits of the reduced rates", examineLimits],
  ["the figures that no line shows", examineFigures],
  ["the neutral grids", examineGrids],
  ...MONTHS_BY_HAND.map((month) => [`the lines of ${month}`, () => examineLines(month)] as const),
];
