import fc from "fast-check";
import { expect, test } from "vitest";
import { bindLaw } from "../../src/payroll/law.ts";
import { type Payslip, type PayslipLine, payslip } from "../../src/payroll/payslip.ts";
import { defaultSituation, type Situation } from "../../src/payroll/situation.ts";
import { reductionByHand } from "./by-hand.ts";
import { NAMES, type Oracle, type OracleYear, openOracle, TOTALS } from "./oracle.ts";
import { CASES_A_RUN } from "./oracle-count.ts";

/** Half a cent, and a hair for the oracle's own floating point. */
const HALF_CENT = 0.5 + 1e-6;
/** How many random cases of each year a run compares; `PORTE_ORACLE_CASES` asks for another number. */
const ORACLE_CASES = Number(process.env.PORTE_ORACLE_CASES ?? CASES_A_RUN);

/** How the kernel's lines add up to one of the oracle's rules. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  supplementaryPension: ["supplementaryPensionT1", "supplementaryPensionT2"],
  ceg: ["cegT1", "cegT2"],
};
/** Every line that the oracle has a rule for. */
const COMPARED = new Set(Object.keys(NAMES).flatMap((name) => PARTS[name] ?? [name]));

const situations: fc.Arbitrary<Situation> = fc
  .record({
    category: fc.constantFrom("cadre" as const, "non-cadre" as const),
    contract: fc.constantFrom("cdi" as const, "cdi" as const, "cdi" as const, "cdd" as const),
    /** Whole hours a week, so that the prorated ceiling is whole cents. */
    workTimePpm: fc.constantFrom(1_000_000, 1_000_000, 1_000_000, 800_000, 600_000),
    headcount: fc.constantFrom(4, 10, 11, 49, 50, 249, 250, 1999, 2000, 2001, 5000),
    workAccidentPpm: fc.integer({ min: 50, max: 600 }).map((rate) => rate * 100),
    mobilityPpm: fc.constantFrom(0, 5_500, 32_000),
    apprenticeSharePpm: fc.constantFrom(0, 10_000, 15_000, 25_000, 40_000, 50_000),
    healthPlanCents: fc.integer({ min: 20, max: 200 }).map((euros) => euros * 100),
    healthPlanEmployerPpm: fc.integer({ min: 50, max: 100 }).map((percentage) => percentage * 10_000),
    alsaceMoselle: fc.boolean(),
  })
  /** The oracle knows no branch. A part-time cadre is left out: there it takes the provident cover on a ceiling that it does not prorate. */
  .map((one): Situation => {
    const base: Situation = { ...defaultSituation("2026-01", one.category), ...one, branch: "none" };
    return one.category === "cadre" ? { ...base, workTimePpm: 1_000_000 } : base;
  });

/** The SMIC, cents an hour, that the oracle takes for the reduction where it is not the law's. */
const SMIC_OF_ORACLE = 1_231;

/** What the oracle adds to the law's extra apprenticeship contribution, ppm: its highest rate begins at 2 000, not above. */
function extraOfOracle({ headcount, apprenticeSharePpm, alsaceMoselle }: Situation): number {
  if (headcount !== 2_000 || apprenticeSharePpm >= 10_000) return 0;
  return alsaceMoselle ? 1_040 : 2_000;
}

interface Case {
  readonly month: string;
  readonly situation: Situation;
}

/**
 * Compares a payslip with the oracle's answer to the same case: every line of both, both totals and the cost. What parts them by
 * name is asserted as an equality: the oracle's own figure by its own rule, and ours by the law's.
 * @throws {Error} where anything else parts them.
 */
export function compareCase(oracle: Oracle, { month, situation }: Case, slip: Payslip): void {
  const { grossCents } = slip;
  expect(slip.lines.map(({ code }) => code).filter((code) => !COMPARED.has(code))).toEqual([]);
  expect(new Set(slip.lines.map(({ code }) => code)).size).toBe(slip.lines.length);
  const extra = (grossCents * extraOfOracle(situation)) / 1_000_000;
  for (const [name, [employer, employee]] of Object.entries(NAMES)) {
    const codes = PARTS[name] ?? [name];
    const lines = slip.lines.filter(({ code }) => codes.includes(code));
    const total = (pick: (line: PayslipLine) => number) => lines.reduce((sum, line) => sum + pick(line), 0);
    const theirs = oracle.cents(employer) - (name === "apprenticeshipExtra" ? extra : 0);
    near(total((line) => line.employerCents) - theirs, codes.length, `${name}, employer`);
    near(total((line) => line.employeeCents) - oracle.cents(employee), codes.length, `${name}, employee`);
  }
  const granted = reductionOf(oracle, { month, situation }, slip);
  const count = slip.lines.length + 1;
  near(slip.employeeCents - oracle.cents([TOTALS.employee]), count, "employee total");
  const employer = oracle.cents([TOTALS.employer]) + granted - extra;
  near(slip.employerCents - employer, count, "employer total");
  near(slip.costCents - (grossCents + employer), count, "cost");
  taxableOf(oracle, slip);
}

/** Compares the reduction, and gives what the oracle grants beyond the law: from June 2026 it takes another SMIC. */
function reductionOf(
  oracle: Oracle,
  { month, situation }: Case,
  { grossCents, generalReductionCents }: Payslip,
): number {
  const theirs = oracle.cents(oracle.reduction);
  expect(generalReductionCents, "reduction by hand").toBe(reductionByHand(month, grossCents, situation));
  if (month < "2026-06") {
    near(generalReductionCents - theirs, 1, "general reduction");
    return 0;
  }
  near(reductionByHand(month, grossCents, situation, SMIC_OF_ORACLE) - theirs, 1, "the oracle's reduction with 12.31");
  return theirs - generalReductionCents;
}

/** Net taxable pay from the oracle's own lines, which round nothing: gross - employee lines + CSG and CRDS that are taxed + health plan. */
function taxableOf(oracle: Oracle, slip: Payslip): void {
  const byLaw =
    slip.grossCents -
    oracle.cents([TOTALS.employee]) +
    oracle.cents(NAMES.csgCrdsNonDeductible[1]) +
    oracle.cents(NAMES.healthPlan[0]);
  const provident = oracle.cents(NAMES.provident[0]);
  const taxable = oracle.cents([TOTALS.taxable]);
  expect(Math.abs(taxable - byLaw - provident), "net taxable: exactly the provident cover apart").toBeLessThan(1e-4);
  near(slip.netTaxableCents - byLaw, slip.lines.length, "net taxable");
}

/** Compares random payslips of a year with Urssaf's rules. */
export function compareYear(year: OracleYear, months: readonly string[], edges: readonly number[]): void {
  const seed = Number(process.env.PORTE_ORACLE_SEED ?? year * 10_000 + 101);
  const oracle = openOracle(year);
  const grosses = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 185_000, max: 700_000 }) },
    { weight: 2, arbitrary: fc.integer({ min: 185_000, max: 4_200_000 }) },
    { weight: 1, arbitrary: fc.constantFrom(...edges) },
  );
  const compare = (month: string, grossCents: number, situation: Situation): void => {
    oracle.ask(month, grossCents, situation);
    compareCase(oracle, { month, situation }, payslip(bindLaw(month, situation), grossCents, 0));
  };

  test(`every line and every total of ${year} is within its roundings of Urssaf's rules over ${ORACLE_CASES} random cases`, {
    timeout: 900_000,
  }, () => {
    fc.assert(fc.property(fc.constantFrom(...months), grosses, situations, compare), { numRuns: ORACLE_CASES, seed });
    console.log(`oracle ${year}: ${ORACLE_CASES} cases, seed ${seed}`);
  });
}

function near(difference: number, lines: number, name: string): void {
  if (!(Math.abs(difference) <= HALF_CENT * lines)) throw new Error(`${name}: ${difference} cents apart`);
}
