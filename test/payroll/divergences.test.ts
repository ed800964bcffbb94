import { expect, test } from "vitest";
import { bindLaw } from "../../src/payroll/law.ts";
import type { TaxZone } from "../../src/payroll/parameters/neutral-rate.ts";
import { type Payslip, type PayslipLine, payslip } from "../../src/payroll/payslip.ts";
import { defaultSituation, type Situation } from "../../src/payroll/situation.ts";
import { withholding } from "../../src/payroll/withholding.ts";
import { DIVERGENCES, type DivergenceName } from "./divergences.ts";
import { NAMES, neutralGrid, openOracle, TOTALS } from "./oracle.ts";
import { GRIDS } from "./tax-by-hand.ts";

const oracle = openOracle(2026);
const MONTH = "2026-11";

type Figures = readonly [theirs: number, ours: number];

/** Puts one case to both: what the oracle's rules give, to the cent, and what the payslip says. */
function both(
  change: Partial<Situation>,
  grossCents: number,
  rules: readonly string[],
  ours: (slip: Payslip) => number,
): Figures {
  const situation: Situation = { ...defaultSituation(MONTH), ...change, branch: "none" };
  oracle.ask(MONTH, grossCents, situation);
  return [Math.round(oracle.cents(rules)), ours(payslip(bindLaw(MONTH, situation), grossCents, 0))];
}

const employerOf =
  (code: PayslipLine["code"]) =>
  ({ lines }: Payslip) =>
    lines.find((line) => line.code === code)?.employerCents ?? 0;
const reductionOf = ({ generalReductionCents }: Payslip) => generalReductionCents;

const bandsOn = (payDate: string, taxZone: TaxZone = "metropole") => {
  const month = payDate.slice(0, 7);
  return bindLaw(month, { ...defaultSituation(month), taxZone, payDate }).tax;
};

/** One limit of a grid, in euros. */
function limits(payDate: string, day: string, zone: TaxZone, index: number): Figures {
  const euros = (bands: readonly { belowCents: number }[]) => (bands[index]?.belowCents ?? 0) / 100;
  return [euros(neutralGrid(2026, day, zone)), euros(bandsOn(payDate, zone).neutralBands)];
}

function gridOfMay(): Figures {
  const band = neutralGrid(2026, "01/01/2026").find(({ belowCents }) => 559_900 < belowCents);
  return [
    Math.round((559_900 * (band?.ratePpm ?? 0)) / 1_000_000),
    withholding(bandsOn("2026-02-28"), 559_900, "neutral").cents,
  ];
}

const MEASURES: Readonly<Record<DivergenceName, () => Figures>> = {
  providentIsTaxed: () => both({}, 500_000, [TOTALS.taxable], ({ netTaxableCents }) => netTaxableCents),
  smicOfJune: () => both({ headcount: 60 }, 250_000, oracle.reduction, reductionOf),
  endOfReduction: () => both({ headcount: 60 }, 550_000, oracle.reduction, reductionOf),
  gridOfMay,
  limitOfGuyane2025: () => limits("2025-05-01", "01/05/2025", "guyane-mayotte", 2),
  limitOfGuadeloupe2024: () => limits("2024-01-01", "01/01/2024", "guadeloupe-reunion-martinique", 12),
  apprenticesAt2000: () =>
    both(
      { headcount: 2_000, apprenticeSharePpm: 0 },
      500_000,
      NAMES.apprenticeshipExtra[0],
      employerOf("apprenticeshipExtra"),
    ),
  partTimeProvident: () => both({ workTimePpm: 800_000 }, 500_000, NAMES.provident[0], employerOf("provident")),
};

test("each named divergence of Urssaf's rules is by its own figures, theirs and ours", () => {
  for (const [name, measure] of Object.entries(MEASURES)) {
    const { theirs, ours } = DIVERGENCES[name as DivergenceName];
    expect(measure(), name).toEqual([theirs, ours]);
  }
  console.log(`oracle: ${Object.keys(DIVERGENCES).length} named divergences`);
});

test("but for the two limits and the first day that are named, the neutral grids are those of Urssaf's own rules, band by band", () => {
  const named = new Set(["guyane-mayotte 2025-05-01 2", "guadeloupe-reunion-martinique 2024-01-01 12"]);
  const days = { "2024-01-01": "01/01/2024", "2025-05-01": "01/05/2025", "2026-05-01": "01/01/2026" };
  for (const zone of ["metropole", "guadeloupe-reunion-martinique", "guyane-mayotte"] as const)
    for (const [payDate, day] of Object.entries(days)) {
      expect(GRIDS[zone]).toHaveProperty(payDate);
      const theirs = neutralGrid(2026, day, zone);
      bandsOn(payDate, zone).neutralBands.forEach((band, index) => {
        if (!named.has(`${zone} ${payDate} ${index}`))
          expect(theirs[index], `${zone} ${payDate} ${index}`).toEqual(band);
      });
      expect(theirs).toHaveLength(20);
    }
  expect(neutralGrid(2025, "01/05/2025")).toEqual(neutralGrid(2026, "01/05/2025"));
});
