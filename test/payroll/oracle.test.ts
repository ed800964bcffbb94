import fc from "fast-check";
import { expect, test } from "vitest";
import { stepOn } from "../../src/payroll/dated.ts";
import { bindLaw } from "../../src/payroll/law.ts";
import { NEUTRAL_RATE } from "../../src/payroll/parameters/neutral-rate.ts";
import { payslip } from "../../src/payroll/payslip.ts";
import { DEFAULT_SITUATION, type Situation } from "../../src/payroll/situation.ts";
import { answerCents, ask, NAMES, neutralGrid } from "./oracle.ts";

/** Half a cent, and a hair for the oracle's own floating point. */
const HALF_CENT = 0.5 + 1e-6;
const CASES = Number(process.env.PORTE_ORACLE_CASES ?? 250);
const SEED = Number(process.env.PORTE_ORACLE_SEED ?? 20_260_101);

const situations: fc.Arbitrary<Situation> = fc.record({
  category: fc.constantFrom("cadre", "non-cadre"),
  contract: fc.constant("cdi"),
  headcount: fc.constantFrom(4, 10, 11, 49, 50, 249, 250, 1999, 2000, 5000),
  workAccidentPpm: fc.integer({ min: 50, max: 600 }).map((rate) => rate * 100),
  mobilityPpm: fc.constantFrom(0, 5_500, 32_000),
  apprenticeSharePpm: fc.constantFrom(0, 10_000, 15_000, 25_000, 40_000, 50_000),
  healthPlanCents: fc.integer({ min: 20, max: 200 }).map((euros) => euros * 100),
  healthPlanEmployerPpm: fc.integer({ min: 50, max: 100 }).map((percentage) => percentage * 10_000),
  providentPpm: fc.constant(15_000),
  alsaceMoselle: fc.boolean(),
});
const grosses = fc.oneof(
  fc.integer({ min: 185_000, max: 2_500_000 }),
  fc.integer({ min: 185_000, max: 4_200_000 }),
  fc.constantFrom(400_499, 400_500, 400_501, 546_910, 1_602_000, 1_602_001, 3_204_000, 3_204_001),
);
const months = fc.constantFrom("2026-01", "2026-03", "2026-05", "2026-06", "2026-12");

/** How the kernel's lines add up to one of the oracle's rules. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  supplementaryPension: ["supplementaryPensionT1", "supplementaryPensionT2"],
  ceg: ["cegT1", "cegT2"],
};

function compare(month: string, grossCents: number, given: Situation): void {
  const situation = given.category === "cadre" ? given : { ...given, providentPpm: 0 };
  const slip = payslip(bindLaw(month, situation), grossCents, 0);
  ask(month, grossCents, situation);
  for (const [name, [employer, employee]] of Object.entries(NAMES)) {
    const codes = PARTS[name] ?? [name];
    const lines = slip.lines.filter(({ code }) => codes.includes(code));
    const room = HALF_CENT * codes.length;
    const ofEmployer = lines.reduce((total, line) => total + line.employerCents, 0);
    const ofEmployee = lines.reduce((total, line) => total + line.employeeCents, 0);
    expect(Math.abs(ofEmployer - answerCents(employer)), `${name}, employer`).toBeLessThanOrEqual(room);
    expect(Math.abs(ofEmployee - answerCents(employee)), `${name}, employee`).toBeLessThanOrEqual(room);
  }
  const reduction = answerCents(["salarié . cotisations . exonérations . RGDU"]);
  expect(Math.abs(slip.generalReductionCents - reduction), "general reduction").toBeLessThanOrEqual(HALF_CENT);
  const provident = slip.lines.find(({ code }) => code === "provident")?.employerCents ?? 0;
  const taxable = answerCents(["salarié . rémunération . net . imposable"]);
  const roundings = HALF_CENT * (slip.lines.length + 2);
  expect(
    Math.abs(slip.netTaxableCents + provident - taxable),
    "net taxable, less the one named divergence",
  ).toBeLessThanOrEqual(roundings);
}

test(`every line is within half a cent of Urssaf's rules over ${CASES} random cases`, { timeout: 300_000 }, () => {
  fc.assert(fc.property(months, grosses, situations, compare), { numRuns: CASES, seed: SEED });
  console.log(`oracle: ${CASES} cases, seed ${SEED}`);
});

test("the oracle counts a cadre's provident cover as taxable and the law does not: the difference is exactly that cover", () => {
  const situation = { ...DEFAULT_SITUATION, healthPlanCents: 0 };
  const slip = payslip(bindLaw("2026-03", situation), 400_000, 0);
  ask("2026-03", 400_000, situation);

  const oracleTaxable = answerCents(["salarié . rémunération . net . imposable"]);
  const exactLines =
    slip.grossCents -
    answerCents(["salarié . cotisations . salarié"]) +
    answerCents(NAMES.csgCrdsNonDeductible?.[1] ?? []);

  expect(Math.round((oracleTaxable - exactLines) * 1000) / 1000).toBe(6_000);
});

test("the neutral rates are those of Urssaf's own grid, band by band", () => {
  const { value } = stepOn(NEUTRAL_RATE, "2026-11-01");

  expect(neutralGrid("2026")).toEqual(value);
});
