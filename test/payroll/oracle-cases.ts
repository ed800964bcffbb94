import fc from "fast-check";
import { expect, test } from "vitest";
import { bindLaw } from "../../src/payroll/law.ts";
import { type Line, payslip } from "../../src/payroll/payslip.ts";
import type { Situation } from "../../src/payroll/situation.ts";
import { NAMES, type OracleYear, openOracle, TOTALS } from "./oracle.ts";

/** Half a cent, and a hair for the oracle's own floating point. */
const HALF_CENT = 0.5 + 1e-6;
const CASES = Number(process.env.PORTE_ORACLE_CASES ?? 2_000);

/** How the kernel's lines add up to one of the oracle's rules. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  supplementaryPension: ["supplementaryPensionT1", "supplementaryPensionT2"],
  ceg: ["cegT1", "cegT2"],
};

const situations: fc.Arbitrary<Situation> = fc
  .record<Situation>({
    category: fc.constantFrom("cadre", "non-cadre"),
    contract: fc.constantFrom("cdi", "cdi", "cdi", "cdd"),
    isShort: fc.constant(false),
    /** Whole hours a week, so that the prorated ceiling is whole cents. */
    workTimePpm: fc.constantFrom(1_000_000, 1_000_000, 1_000_000, 800_000, 600_000),
    presentDays: fc.constant(null),
    headcount: fc.constantFrom(4, 10, 11, 49, 50, 249, 250, 1999, 2000, 5000),
    workAccidentPpm: fc.integer({ min: 50, max: 600 }).map((rate) => rate * 100),
    mobilityPpm: fc.constantFrom(0, 5_500, 32_000),
    apprenticeSharePpm: fc.constantFrom(0, 10_000, 15_000, 25_000, 40_000, 50_000),
    healthPlanCents: fc.integer({ min: 20, max: 200 }).map((euros) => euros * 100),
    healthPlanEmployerPpm: fc.integer({ min: 50, max: 100 }).map((percentage) => percentage * 10_000),
    providentPpm: fc.constant(15_000),
    alsaceMoselle: fc.boolean(),
  })
  /** A part-time cadre is left out: the oracle takes the provident cover on a ceiling that it does not prorate there. */
  .map((one) => (one.category === "cadre" ? { ...one, workTimePpm: 1_000_000 } : { ...one, providentPpm: 0 }));

/**
 * Compares every line of random payslips of a year with Urssaf's rules. The one divergence is asserted as an equality: the
 * oracle counts a cadre's provident cover as taxable, and CGI art. 83, 1° quater taxes the health plan alone.
 */
export function compareYear(year: OracleYear, months: readonly string[], edges: readonly number[]): void {
  const seed = Number(process.env.PORTE_ORACLE_SEED ?? year * 10_000 + 101);
  const oracle = openOracle(year);
  const grosses = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 185_000, max: 700_000 }) },
    { weight: 2, arbitrary: fc.integer({ min: 185_000, max: 4_200_000 }) },
    { weight: 1, arbitrary: fc.constantFrom(...edges) },
  );

  const [employeeTotal, taxableTotal] = TOTALS;
  const compare = (month: string, grossCents: number, situation: Situation): void => {
    const slip = payslip(bindLaw(month, situation), grossCents, 0);
    oracle.ask(month, grossCents, situation);
    for (const [name, [employer, employee]] of Object.entries(NAMES)) {
      const codes = PARTS[name] ?? [name];
      const lines = slip.lines.filter(({ code }) => codes.includes(code));
      const total = (pick: (line: Line) => number) => lines.reduce((sum, line) => sum + pick(line), 0);
      near(total((line) => line.employerCents) - oracle.cents(employer), codes.length, `${name}, employer`);
      near(total((line) => line.employeeCents) - oracle.cents(employee), codes.length, `${name}, employee`);
    }
    near(slip.generalReductionCents - oracle.cents(oracle.reduction), 1, "general reduction");
    /** From the oracle's own lines, which round nothing: taxable = gross - employee lines + CSG and CRDS that are taxed + health plan. */
    const byLaw =
      grossCents -
      oracle.cents([employeeTotal]) +
      oracle.cents(NAMES.csgCrdsNonDeductible?.[1] ?? []) +
      oracle.cents(NAMES.healthPlan?.[0] ?? []);
    const provident = oracle.cents(NAMES.provident?.[0] ?? []);
    const taxable = oracle.cents([taxableTotal]);
    expect(Math.abs(taxable - byLaw - provident), "net taxable: exactly the provident cover apart").toBeLessThan(1e-4);
    near(slip.netTaxableCents - byLaw, slip.lines.length, "net taxable");
  };

  test(`every line of ${year} is within half a cent of Urssaf's rules over ${CASES} random cases`, {
    timeout: 900_000,
  }, () => {
    fc.assert(fc.property(fc.constantFrom(...months), grosses, situations, compare), { numRuns: CASES, seed });
    console.log(`oracle ${year}: ${CASES} cases, seed ${seed}`);
  });
}

function near(difference: number, lines: number, name: string): void {
  expect(Math.abs(difference), name).toBeLessThanOrEqual(HALF_CENT * lines);
}
