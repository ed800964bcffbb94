import { expect } from "vitest";
import { stepOn } from "../../src/domain/dated.ts";
import { bindLaw } from "../../src/payroll/law.ts";
import type { Legislation } from "../../src/payroll/legislation.ts";
import { TAX_ZONES } from "../../src/payroll/parameters/neutral-rate.ts";
import { payslip } from "../../src/payroll/payslip.ts";
import { defaultSituation, type Situation } from "../../src/payroll/situation.ts";
import { type BoundTax, withholding } from "../../src/payroll/withholding.ts";
import { NEW_YEAR } from "../../src/payroll/year.ts";
import { assertSame, type ByHand, workedOut } from "./differences.ts";
import { ABATEMENTS, GRIDS, LAST_DAYS, nonResidentByHand, RATES } from "./tax-by-hand.ts";

const OWN: Situation = {
  ...defaultSituation("2026-01"),
  mobilityPpm: 32_000,
  providentPpm: 16_400,
  providentEmployeePpm: 8_200,
  providentT2Ppm: 21_800,
  providentT2EmployeePpm: 10_900,
  companyLines: [
    { label: "Action sociale", text: "accord", base: "t2", employerPpm: 3_000, employeePpm: 1_500 },
    { label: "Santé au travail", text: "contrat", base: "amount", employerCents: 917, employeeCents: 0 },
  ],
};

/** Situations that together need every row: each headcount step, each share of apprentices, both regions, both contracts, both branches. */
export const SITUATIONS: readonly Situation[] = [
  ...[
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
    [2_001, 0],
  ].flatMap(([headcount = 0, apprenticeSharePpm = 0], index) =>
    [false, true].map(
      (alsaceMoselle): Situation => ({
        ...OWN,
        category: index % 3 === 2 ? "non-cadre" : "cadre",
        contract: index % 4 === 3 ? "cdd" : "cdi",
        headcount,
        apprenticeSharePpm,
        alsaceMoselle,
        companyLines: index % 2 === 0 ? OWN.companyLines : [],
      }),
    ),
  ),
  { ...OWN, branch: "none" },
  { ...OWN, headcount: 10, branch: "none", category: "non-cadre", providentPpm: 0, providentEmployeePpm: 0 },
  { ...OWN, presentDays: 13 },
  { ...OWN, presentDays: 20, paidPpm: 700_000, workTimePpm: 800_000 },
  { ...OWN, fullPayCents: 300_000 },
  { ...OWN, forfaitDays: 109 },
];

/** Gross pays on both sides of every threshold of the laws, and some between. */
const GROSSES: readonly number[] = [
  190_000, 210_000, 250_000, 287_500, 320_000, 386_400, 386_401, 392_500, 392_501, 400_500, 400_501, 405_405, 405_406,
  436_800, 436_801, 546_909, 546_910, 560_104, 560_105, 594_594, 594_595, 611_520, 611_521, 1_545_600, 1_545_601,
  1_570_001, 1_602_001, 3_091_200, 3_140_001, 3_204_001, 4_000_000,
];

/** A payslip worked out by hand depends on no row: once is enough, however often the rows are changed. */
const known = new Map<string, ByHand>();

function byHandOnce(month: string, gross: number, index: number, situation: Situation): ByHand {
  const key = `${month} ${gross} ${index}`;
  const found = known.get(key) ?? workedOut(month, gross, situation);
  known.set(key, found);
  return found;
}

/** Compares every payslip of one month with those worked out by hand: the lines of both, every amount and total, to the cent. */
function examineLines(law: Legislation, month: string): void {
  SITUATIONS.forEach((situation, index) => {
    const bound = bindLaw(month, situation, NEW_YEAR, { law });
    for (const gross of GROSSES) {
      const name = `${month}, ${gross} cents, situation ${index}`;
      assertSame(name, payslip(bound, gross, 0), byHandOnce(month, gross, index, situation));
    }
  });
}

/** What is withheld of pay received on a day. */
function taxOn(law: Legislation, payDate: string, situation: Partial<Situation> = {}): BoundTax {
  const month = payDate.slice(0, 7);
  return bindLaw(month, { ...defaultSituation(month), ...situation, payDate }, NEW_YEAR, { law }).tax;
}

function equal(name: string, ours: number, theirs: number): void {
  if (ours !== theirs) throw new Error(`${name}: ${ours} for ${theirs}`);
}

/** Checks each band of each grid at its last cent and at the first of the next, on the first and the last day of payment. */
function examineGrids(law: Legislation): void {
  for (const taxZone of TAX_ZONES)
    for (const [from, limits] of Object.entries(GRIDS[taxZone]))
      for (const payDate of [from, LAST_DAYS[from] ?? from]) {
        const tax = taxOn(law, payDate, { taxZone });
        const rateAt = (cents: number) => withholding(tax, cents, "neutral").ppm;
        limits.split(" ").forEach((limit, index) => {
          const name = `${taxZone}, ${payDate}, ${limit}`;
          equal(`under ${name}`, rateAt(Number(limit) * 100 - 1), (RATES[index] ?? 0) * 1_000);
          equal(`from ${name}`, rateAt(Number(limit) * 100), (RATES[index + 1] ?? 0) * 1_000);
        });
      }
}

/** Checks what is withheld of a person who lives abroad, in each slice, and that no later year is guessed. */
function examineNonResidents(law: Legislation): void {
  for (const taxZone of TAX_ZONES)
    for (const payDate of ["2024-01-01", "2024-12-31"])
      for (const taxable of [100_000, 155_777, 155_778, 200_000, 451_777, 451_778, 600_000, 1_234_567]) {
        const { cents } = withholding(taxOn(law, payDate, { taxZone }), taxable, "non-resident");
        equal(`${taxZone}, ${payDate}, ${taxable}`, cents, nonResidentByHand(taxable, taxZone));
      }
  expect(() => withholding(taxOn(law, "2025-01-01"), 100_000, "non-resident")).toThrow(
    expect.objectContaining({ code: "law.non_resident" }),
  );
}

const MEANS: Readonly<Record<string, number>> = {
  "2024-01": 21_200,
  "2025-12": 21_200,
  "2026-01": 20_800,
  "2026-12": 20_800,
};
/** 63, 70, 75 and 85 % of 3 269 €, and 77 % then 69 % of it with the reserve: by day, cents. */
const MINIMUMS: Readonly<Record<string, readonly number[]>> = {
  "2024-01-01": [228_830, 228_830, 245_175, 277_865, 251_713],
  "2024-07-17": [228_830, 228_830, 245_175, 277_865, 251_713],
  "2024-07-18": [205_947, 228_830, 245_175, 277_865, 225_561],
  "2026-12-31": [205_947, 228_830, 245_175, 277_865, 225_561],
};

/** Checks the rows that no contribution line shows. */
function examineFigures(law: Legislation): void {
  for (const [payDate, euros] of Object.entries(ABATEMENTS)) {
    const { abatementCents } = taxOn(law, payDate, { contract: "cdd", isShort: true });
    equal(`abatement of ${payDate}`, abatementCents, euros * 100);
  }
  for (const [month, ppm] of Object.entries(MEANS))
    equal(`mean of ${month}`, defaultSituation(month, "cadre", law).workAccidentPpm, ppm);
  for (const [day, cents] of Object.entries(MINIMUMS)) {
    const { first, junior, senior, expert } = stepOn(law.minimumPay, day).value;
    const found = [first, junior, senior, expert, stepOn(law.minimumWithReserve, day).value];
    expect(found, `minimum of ${day}`).toEqual(cents);
  }
  for (const month of ["2024-01", "2026-12"]) {
    const { agreement } = bindLaw(month, defaultSituation(month), NEW_YEAR, { law });
    const { businessContributionPpm, endOfContractPpm, paidLeavePpm } = agreement;
    const reservePpm = stepOn(law.reserve, `${month}-01`).value;
    expect([businessContributionPpm, endOfContractPpm, paidLeavePpm, reservePpm]).toEqual([
      50_000, 100_000, 100_000, 100_000,
    ]);
  }
}

/** The law with a SMIC that rises on a day to an imaginary amount. */
function risen({ smicHourly, ...law }: Legislation, from: string, smic: number): Legislation {
  const steps = smicHourly.steps.filter((step) => step.from < from);
  const text = { title: "An imaginary text", of: null, published: null, link: null };
  return { ...law, smicHourly: { ...smicHourly, steps: [...steps, { from, value: smic, text }] } };
}

/** In 2024 twice the current SMIC is the limit of the reduced rates where that is more (décret n° 2023-1329); in 2025 never. */
function examineLimits(law: Legislation): void {
  const limits = (month: string, changed: Legislation) => {
    const { ceilings } = bindLaw(month, defaultSituation(month), NEW_YEAR, { law: changed });
    return [ceilings.healthLimitTwelfths / 1_820, ceilings.familyLimitTwelfths / 1_820];
  };
  expect(limits("2024-06", risen(law, "2024-06-01", 3_000))).toEqual([6_000, 6_000]);
  expect(limits("2025-06", risen(law, "2025-06-01", 1_000_000))).toEqual([1_188 * 2.25, 3_920.4]);
}

/** The current SMIC, which no line shows since the limits of the reduced rates are frozen: cents an hour by day. */
const SMICS: Readonly<Record<string, number>> = {
  "2023-12-31": 1_152,
  "2024-01-01": 1_165,
  "2024-10-31": 1_165,
  "2024-11-01": 1_188,
  "2025-12-31": 1_188,
  "2026-01-01": 1_202,
  "2026-05-31": 1_202,
  "2026-06-01": 1_231,
  "2026-12-31": 1_231,
};

function examineSmic(law: Legislation): void {
  for (const [day, cents] of Object.entries(SMICS)) equal(`SMIC of ${day}`, stepOn(law.smicHourly, day).value, cents);
}

/** Every month from January 2024 to December 2026. */
export const MONTHS: readonly string[] = [2024, 2025, 2026].flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`),
);
/** Those on both sides of every change of a row. */
const MONTHS_OF_CHANGE: readonly string[] = [
  "2024-01",
  "2024-06",
  "2024-07",
  "2024-10",
  "2024-11",
  "2024-12",
  "2025-01",
  "2025-04",
  "2025-05",
  "2025-12",
  "2026-01",
  "2026-05",
  "2026-06",
  "2026-12",
];

export type Examiner = readonly [name: string, examine: (law: Legislation) => void];

const linesOf = (month: string): Examiner => [`the lines of ${month}`, (law) => examineLines(law, month)];
const FIGURES: readonly Examiner[] = [
  ["the limits of the reduced rates", examineLimits],
  ["the SMIC", examineSmic],
  ["the figures that no line shows", examineFigures],
  ["the neutral grids", examineGrids],
  ["the slices of a person who lives abroad", examineNonResidents],
];
/** Everything that must fail when a row is wrong, by name. */
export const EXAMINERS: readonly Examiner[] = [...FIGURES, ...MONTHS.map(linesOf)];
/** As many of them as see every row, for those who change one row after the other. */
export const EXAMINERS_OF_CHANGE: readonly Examiner[] = [...FIGURES, ...MONTHS_OF_CHANGE.map(linesOf)];
