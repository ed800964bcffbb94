import type { Situation } from "../../src/payroll/situation.ts";

/**
 * The law of 2024 to 2026 typed a second time from the texts, and a payslip worked out from it as one would by hand: with
 * whole numbers only, one rule after the other. It shares neither a row nor a formula with the kernel.
 *
 * Texts: CSS L. 241-2-1, L. 241-6-1, L. 241-13, D. 241-7, D. 242-3, D. 242-4; décrets n° 2023-1329 du 29/12/2023,
 * n° 2025-318 du 4/04/2025, n° 2025-887 du 4/09/2025, n° 2025-1446 du 31/12/2025; ANI du 17/11/2017 (Agirc-Arrco, prévoyance
 * des cadres); circulaires Unédic and AGS for unemployment and AGS; C. trav. L. 6331-1 s., L. 6241-1 s., L. 6242-1;
 * CCH L. 813-5 and L. 313-1; CSS L. 136-8 and L. 137-15. Rates are in thousandths of a percent.
 */
interface LawByHand {
  readonly pmss: number;
  /** SMIC in cents an hour. */
  readonly smic: number;
  /** Pay up to which the reduced rates hold, in cents; none from 2026. */
  readonly healthLimit: number | null;
  readonly familyLimit: number | null;
  readonly oldAgeUncapped: number;
  readonly unemployment: number;
  readonly ags: number;
  /** General reduction: T of the Fillon formula, or delta of the RGDU, in ten-thousandths, by headcount from 50 and under. */
  readonly slope: readonly [number, number];
  readonly isRgdu: boolean;
}

/** Monthly limits published by Urssaf without rounding the 151.67 hours: 2.5 and 3.5 times 11.52 €; 2.25 and 3.3 times 11.88 €. */
const OF_2024 = { healthLimit: 436_800, familyLimit: 611_520 };
const OF_2025 = { healthLimit: 405_405, familyLimit: 594_594 };

const BY_HAND: Readonly<Record<string, LawByHand>> = {
  "2024-02": {
    pmss: 386_400,
    smic: 1_165,
    ...OF_2024,
    oldAgeUncapped: 2_020,
    unemployment: 4_050,
    ags: 200,
    slope: [3_234, 3_194],
    isRgdu: false,
  },
  "2024-08": {
    pmss: 386_400,
    smic: 1_165,
    ...OF_2024,
    oldAgeUncapped: 2_020,
    unemployment: 4_050,
    ags: 250,
    slope: [3_234, 3_194],
    isRgdu: false,
  },
  "2024-12": {
    pmss: 386_400,
    smic: 1_188,
    ...OF_2024,
    oldAgeUncapped: 2_020,
    unemployment: 4_050,
    ags: 250,
    slope: [3_234, 3_194],
    isRgdu: false,
  },
  "2025-02": {
    pmss: 392_500,
    smic: 1_188,
    ...OF_2025,
    oldAgeUncapped: 2_020,
    unemployment: 4_050,
    ags: 250,
    slope: [3_234, 3_194],
    isRgdu: false,
  },
  "2025-06": {
    pmss: 392_500,
    smic: 1_188,
    ...OF_2025,
    oldAgeUncapped: 2_020,
    unemployment: 4_000,
    ags: 250,
    slope: [3_233, 3_193],
    isRgdu: false,
  },
  "2026-02": {
    pmss: 400_500,
    smic: 1_202,
    healthLimit: null,
    familyLimit: null,
    oldAgeUncapped: 2_110,
    unemployment: 4_000,
    ags: 250,
    slope: [3_821, 3_781],
    isRgdu: true,
  },
  "2026-07": {
    pmss: 400_500,
    smic: 1_231,
    healthLimit: null,
    familyLimit: null,
    oldAgeUncapped: 2_110,
    unemployment: 4_000,
    ags: 250,
    slope: [3_821, 3_781],
    isRgdu: true,
  },
};

/** The months whose law was typed here, one for each change of it. */
export const MONTHS_BY_HAND = Object.keys(BY_HAND);

/** What is withheld of a pay: the employee's cents, then the employer's, by line. */
export type LinesByHand = Readonly<Record<string, readonly [employee: number, employer: number]>>;

/** A rate in thousandths of a percent on a base in hundred-millionths of a cent, rounded half away from zero. */
const UNIT = 100_000_000n;
const at = (base: bigint, rate: number): number =>
  Number((base * BigInt(rate) + (UNIT * 100_000n) / 2n) / (UNIT * 100_000n));
const cents = (amount: number): bigint => BigInt(amount) * UNIT;
const thousandths = (ppm: number): number => ppm / 10;

/** The extra apprenticeship contribution in thousandths of a percent: from 250 employees on and under 5 % of apprentices. */
function apprenticeExtra({ headcount, apprenticeSharePpm: share, alsaceMoselle }: Situation): number {
  if (headcount < 250 || share >= 50_000) return 0;
  const rate = share < 10_000 ? (headcount >= 2_000 ? 600 : 400) : share < 20_000 ? 200 : share < 30_000 ? 100 : 50;
  return alsaceMoselle ? (rate * 52) / 100 : rate;
}

/** Works out every line of a full-time month taken alone. */
export function linesByHand(month: string, gross: number, situation: Situation): LinesByHand {
  const law = BY_HAND[month] as LawByHand;
  const { pmss } = law;
  const { category, contract, headcount, alsaceMoselle, healthPlanCents, healthPlanEmployerPpm, providentPpm } =
    situation;
  const whole = cents(gross);
  const t1 = cents(Math.min(gross, pmss));
  const t2 = cents(Math.max(0, Math.min(gross, 8 * pmss) - pmss));
  const t4 = cents(Math.min(gross, 4 * pmss));
  const cet = gross > pmss ? cents(Math.min(gross, 8 * pmss)) : 0n;
  const planEmployer = at(cents(healthPlanCents), thousandths(healthPlanEmployerPpm));
  const cover = cents(planEmployer) + (t1 * BigInt(thousandths(providentPpm))) / 100_000n;
  const csg = (t4 * 9_825n) / 10_000n + (whole - t4) + cover;
  const isReduced = (limit: number | null) => limit !== null && gross <= limit;
  const from = (employees: number, rate: number, under = 0) => (headcount >= employees ? rate : under);
  const lines: Record<string, readonly [number, number]> = {
    health: [at(whole, alsaceMoselle ? 1_300 : 0), at(whole, isReduced(law.healthLimit) ? 7_000 : 13_000)],
    provident: [0, at(t1, thousandths(providentPpm))],
    healthPlan: [healthPlanCents - planEmployer, planEmployer],
    workAccident: [0, at(whole, thousandths(situation.workAccidentPpm))],
    family: [0, at(whole, isReduced(law.familyLimit) ? 3_450 : 5_250)],
    unemployment: [0, at(t4, law.unemployment)],
    ags: [0, at(t4, law.ags)],
    apec: category === "cadre" ? [at(t4, 24), at(t4, 36)] : [0, 0],
    oldAgeCapped: [at(t1, 6_900), at(t1, 8_550)],
    oldAgeUncapped: [at(whole, 400), at(whole, law.oldAgeUncapped)],
    supplementaryPensionT1: [at(t1, 3_150), at(t1, 4_720)],
    supplementaryPensionT2: [at(t2, 8_640), at(t2, 12_950)],
    cegT1: [at(t1, 860), at(t1, 1_290)],
    cegT2: [at(t2, 1_080), at(t2, 1_620)],
    cet: [at(cet, 140), at(cet, 210)],
    csa: [0, at(whole, 300)],
    fnal: [0, headcount >= 50 ? at(whole, 500) : at(t1, 100)],
    training: [0, at(whole, from(11, 1_000, 550))],
    cpfFixedTerm: [0, at(whole, contract === "cdd" ? 1_000 : 0)],
    apprenticeship: [0, at(whole, alsaceMoselle ? 440 : 680)],
    apprenticeshipExtra: [0, at(whole, apprenticeExtra(situation))],
    housing: [0, at(whole, from(50, 450))],
    socialDialogue: [0, at(whole, 16)],
    mobility: [0, at(whole, from(11, thousandths(situation.mobilityPpm)))],
    socialLevy: [0, at(cover, from(11, 8_000))],
    csgDeductible: [at(csg, 6_800), 0],
    csgCrdsNonDeductible: [at(csg, 2_900), 0],
  };
  return lines;
}

/** The general reduction of a full-time month taken alone, from the formula as the decree prints it. */
export function reductionByHand(month: string, gross: number, { headcount }: Situation): number {
  const { smic, slope, isRgdu } = BY_HAND[month] as LawByHand;
  const monthly = (smic * 35 * 52) / 12;
  const t = slope[headcount >= 50 ? 0 : 1] / 10_000;
  const coefficient = isRgdu
    ? gross >= 3 * monthly - 1e-6
      ? 0
      : Math.min(0.02 + t, 0.02 + t * (0.5 * ((3 * monthly) / gross - 1)) ** 1.75)
    : Math.max(0, Math.min(t, (t / 0.6) * ((1.6 * monthly) / gross - 1)));
  return at(cents(gross), Math.round(coefficient * 10_000) * 10);
}
