import type { CompanyLineCode, LineCode } from "../../src/domain/line-code.ts";
import type { CompanyLine, Situation } from "../../src/payroll/situation.ts";

/**
 * The law of 2024 to 2026 typed a second time from the texts, and a payslip worked out from it as one would by hand: with
 * whole numbers only, one rule after the other. It shares neither a row nor a formula with the kernel.
 *
 * Texts: CSS L. 241-2-1, L. 241-6-1, L. 241-13, D. 241-7, D. 242-3, D. 242-4, R. 242-2; décrets n° 2023-1329 du 29/12/2023,
 * n° 2025-318 du 4/04/2025, n° 2025-887 du 4/09/2025, n° 2025-1446 du 31/12/2025, n° 2026-509 du 12/06/2026; ANI du 17/11/2017
 * (Agirc-Arrco, prévoyance des cadres); circulaires Unédic and AGS for unemployment and AGS; C. trav. L. 6331-1 s., L. 6241-1 s.,
 * L. 6242-1; CCH L. 813-5 and L. 313-1; CSS L. 136-8 and L. 137-15; IDCC 3219, art. 36, amendment 5, agreement of 12/11/2020.
 * Rates are in thousandths of a percent.
 */
interface LawByHand {
  readonly pmss: number;
  /** SMIC of the general reduction, cents an hour: that of 1 January in 2026, all year. */
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
const LIMITS: Readonly<Record<string, readonly [health: number, family: number]>> = {
  "2024": [436_800, 611_520],
  "2025": [405_405, 594_594],
};
const PMSS: Readonly<Record<string, number>> = { "2024": 386_400, "2025": 392_500, "2026": 400_500 };

/** The law as it is printed for a month. */
function lawByHand(month: string): LawByHand {
  const year = month.slice(0, 4);
  const [healthLimit = null, familyLimit = null] = LIMITS[year] ?? [];
  return {
    pmss: PMSS[year] ?? 0,
    smic: year === "2026" ? 1_202 : month < "2024-11" ? 1_165 : 1_188,
    healthLimit,
    familyLimit,
    oldAgeUncapped: year === "2026" ? 2_110 : 2_020,
    unemployment: month < "2025-05" ? 4_050 : 4_000,
    ags: month < "2024-07" ? 200 : 250,
    slope: year === "2026" ? [3_821, 3_781] : month < "2025-05" ? [3_234, 3_194] : [3_233, 3_193],
    isRgdu: year === "2026",
  };
}

/** What is withheld of a pay: the employee's cents, then the employer's, by line; a line that is not due is not there. */
type Pair = readonly [employee: number, employer: number];
export type LinesByHand = Readonly<Partial<Record<LineCode | CompanyLineCode, Pair>>>;

/** A rate in thousandths of a percent on a base in hundred-millionths of a cent, rounded half away from zero. */
const UNIT = 100_000_000n;
const at = (base: bigint, rate: number): number =>
  Number((base * BigInt(Math.round(rate * 10)) + (UNIT * 1_000_000n) / 2n) / (UNIT * 1_000_000n));
const cents = (amount: number): bigint => BigInt(amount) * UNIT;
const thousandths = (ppm: number): number => ppm / 10;

/** The extra apprenticeship contribution in thousandths of a percent: from 250 employees on and under 5 % of apprentices. */
function apprenticeExtra({ headcount, apprenticeSharePpm: share, alsaceMoselle }: Situation): number {
  if (headcount < 250 || share >= 50_000) return 0;
  const rate = share < 10_000 ? (headcount > 2_000 ? 600 : 400) : share < 20_000 ? 200 : share < 30_000 ? 100 : 50;
  return alsaceMoselle ? (rate * 52) / 100 : rate;
}

const DAYS: Readonly<Record<string, number>> = { "02": 28, "04": 30, "06": 30, "09": 30, "11": 30 };
const daysIn = (month: string): number => (month === "2024-02" ? 29 : (DAYS[month.slice(5)] ?? 31));

/** The ceiling of a month by its calendar days and the working time (CSS R. 242-2, L. 242-8), to the cent. */
function ceilingByHand(month: string, { presentDays, workTimePpm }: Situation): number {
  const days = daysIn(month);
  const parts = BigInt(lawByHand(month).pmss) * BigInt(presentDays ?? days) * BigInt(workTimePpm);
  const whole = BigInt(days) * 1_000_000n;
  return Number((2n * parts + whole) / (2n * whole));
}

/** The share of a month that counts in SMIC (D. 241-7), as a fraction: working time or forfait, then pay over a whole pay, or days. */
function smicShare(month: string, gross: number, situation: Situation): readonly [part: bigint, whole: bigint] {
  const { presentDays, workTimePpm, forfaitDays, paidPpm, fullPayCents } = situation;
  const [time, fullTime] = forfaitDays === null ? [workTimePpm, 1_000_000] : [forfaitDays, 218];
  const days = daysIn(month);
  const [paid, fullPaid] =
    fullPayCents !== null
      ? [Math.min(gross, fullPayCents), fullPayCents]
      : paidPpm !== null
        ? [paidPpm, 1_000_000]
        : [presentDays ?? days, days];
  return [BigInt(time) * BigInt(paid), BigInt(fullTime) * BigInt(fullPaid)];
}

/** Works out every line of a month taken alone. */
export function linesByHand(month: string, gross: number, situation: Situation): LinesByHand {
  const law = lawByHand(month);
  const pmss = ceilingByHand(month, situation);
  const [part, full] = smicShare(month, gross, situation);
  const isReduced = (limit: number | null) => limit !== null && BigInt(gross) * full <= BigInt(limit) * part;
  const { healthPlanCents, healthPlanEmployerPpm } = situation;
  const whole = cents(gross);
  const t1 = cents(Math.min(gross, pmss));
  const t2 = cents(Math.max(0, Math.min(gross, 8 * pmss) - pmss));
  const t4 = cents(Math.min(gross, 4 * pmss));
  const cet = gross > pmss ? cents(Math.min(gross, 8 * pmss)) : 0n;
  const planEmployer = at(cents(healthPlanCents), thousandths(healthPlanEmployerPpm));
  const provident = providentByHand(situation, t1, t2);
  const cover = cents(planEmployer) + provident.employer;
  const csg = (t4 * 9_825n) / 10_000n + (whole - t4) + cover;
  return {
    health: [at(whole, situation.alsaceMoselle ? 1_300 : 0), at(whole, isReduced(law.healthLimit) ? 7_000 : 13_000)],
    ...provident.lines,
    healthPlan: [healthPlanCents - planEmployer, planEmployer],
    workAccident: [0, at(whole, thousandths(situation.workAccidentPpm))],
    family: [0, at(whole, isReduced(law.familyLimit) ? 3_450 : 5_250)],
    unemployment: [0, at(t4, law.unemployment)],
    ags: [0, at(t4, law.ags)],
    ...(situation.category === "cadre" ? { apec: [at(t4, 24), at(t4, 36)] as const } : {}),
    oldAgeCapped: [at(t1, 6_900), at(t1, 8_550)],
    oldAgeUncapped: [at(whole, 400), at(whole, law.oldAgeUncapped)],
    supplementaryPensionT1: [at(t1, 3_150), at(t1, 4_720)],
    supplementaryPensionT2: [at(t2, 8_640), at(t2, 12_950)],
    cegT1: [at(t1, 860), at(t1, 1_290)],
    cegT2: [at(t2, 1_080), at(t2, 1_620)],
    cet: [at(cet, 140), at(cet, 210)],
    ...otherByHand(situation, { whole, t1, t2, cover }),
    csgDeductible: [at(csg, 6_800), 0],
    csgCrdsNonDeductible: [at(csg, 2_900), 0],
  };
}

/** The provident cover: of the branch on both parts of pay, or that of the law alone on the first. */
function providentByHand(situation: Situation, t1: bigint, t2: bigint): { lines: LinesByHand; employer: bigint } {
  const { branch, providentPpm, providentEmployeePpm, providentT2Ppm, providentT2EmployeePpm } = situation;
  const isBranch = branch === "3219";
  const of = (base: bigint, ppm: number) => (base * BigInt(thousandths(ppm))) / 100_000n;
  return {
    lines: {
      provident: [at(t1, thousandths(providentEmployeePpm)), at(t1, thousandths(providentPpm))],
      ...(isBranch
        ? { providentT2: [at(t2, thousandths(providentT2EmployeePpm)), at(t2, thousandths(providentT2Ppm))] as const }
        : {}),
    },
    employer: of(t1, providentPpm) + (isBranch ? of(t2, providentT2Ppm) : 0n),
  };
}

interface HandBases {
  readonly whole: bigint;
  readonly t1: bigint;
  readonly t2: bigint;
  /** What the employer pays for health and provident cover. */
  readonly cover: bigint;
}

/** What only the employer owes, the branch's two lines, and what the company declares. */
function otherByHand(situation: Situation, bases: HandBases): LinesByHand {
  const { contract, headcount, alsaceMoselle, branch, mobilityPpm } = situation;
  const { whole, t1, cover } = bases;
  const line = (isDue: boolean, code: LineCode, rate: number, base = whole): LinesByHand => {
    const pair: Pair = [0, at(base, rate)];
    return isDue ? { [code]: pair } : {};
  };
  const extra = apprenticeExtra(situation);
  return {
    csa: [0, at(whole, 300)],
    fnal: [0, headcount >= 50 ? at(whole, 500) : at(t1, 100)],
    training: [0, at(whole, headcount >= 11 ? 1_000 : 550)],
    ...line(branch === "3219", "trainingBranch", headcount >= 11 ? 600 : 1_050),
    ...line(contract === "cdd", "cpfFixedTerm", 1_000),
    apprenticeship: [0, at(whole, alsaceMoselle ? 440 : 680)],
    ...line(extra > 0, "apprenticeshipExtra", extra),
    ...line(headcount >= 50, "housing", 450),
    socialDialogue: [0, at(whole, 16)],
    ...line(branch === "3219", "socialDialogueBranch", 10),
    ...line(headcount >= 11, "mobility", thousandths(mobilityPpm)),
    ...line(headcount >= 11, "socialLevy", 8_000, cover),
    ...companyByHand(situation, bases),
  };
}

function companyByHand({ companyLines }: Situation, { whole, t1, t2 }: HandBases): LinesByHand {
  const bases = { gross: whole, t1, t2 };
  const pairOf = (line: CompanyLine): Pair =>
    line.base === "amount"
      ? [line.employeeCents, line.employerCents]
      : [at(bases[line.base], thousandths(line.employeePpm)), at(bases[line.base], thousandths(line.employerPpm))];
  return Object.fromEntries(companyLines.map((line, index) => [`company-${index + 1}`, pairOf(line)]));
}

/** The general reduction of a month taken alone, from the formula as the decree prints it; the SMIC in cents an hour. */
export function reductionByHand(
  month: string,
  gross: number,
  situation: Situation,
  smic: number = lawByHand(month).smic,
): number {
  const { slope, isRgdu } = lawByHand(month);
  const [part, full] = smicShare(month, gross, situation);
  /** Cents: 35 hours x 52 weeks / 12 months of the SMIC, for the share of the month. */
  const monthly = (smic * 1_820 * Number(part)) / (12 * Number(full));
  const t = slope[situation.headcount >= 50 ? 0 : 1] / 10_000;
  const coefficient = isRgdu
    ? gross >= 3 * monthly - 1e-6
      ? 0
      : Math.min(0.02 + t, 0.02 + t * (0.5 * ((3 * monthly) / gross - 1)) ** 1.75)
    : Math.max(0, Math.min(t, (t / 0.6) * ((1.6 * monthly) / gross - 1)));
  return at(cents(gross), Math.round(coefficient * 10_000) * 10);
}

/** The totals of a payslip, from its lines worked out by hand. */
export function totalsByHand(gross: number, lines: LinesByHand, reduction: number) {
  const pairs = Object.values(lines).filter((pair) => pair !== undefined);
  const employee = pairs.reduce((total, [cents]) => total + cents, 0);
  const employer = pairs.reduce((total, [, cents]) => total + cents, 0) - reduction;
  const net = gross - employee;
  /** CGI, art. 83, 1° quater: CSG and CRDS that are not deducted, and the employer's health plan, are taxed; provident cover is not. */
  const taxable = net + (lines.csgCrdsNonDeductible?.[0] ?? 0) + (lines.healthPlan?.[1] ?? 0);
  return {
    employeeCents: employee,
    employerCents: employer,
    costCents: gross + employer,
    netBeforeTaxCents: net,
    netSocialCents: net,
    netTaxableCents: taxable,
  };
}
