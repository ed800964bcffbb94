import fc from "fast-check";
import { expect, test } from "vitest";
import { sum } from "../../src/domain/money.ts";
import { FINE, tranchesOf } from "../../src/payroll/bases.ts";
import { bindLaw } from "../../src/payroll/law.ts";
import { type Payslip, payslip } from "../../src/payroll/payslip.ts";
import { coefficientPpm } from "../../src/payroll/reduction.ts";
import { defaultSituation, type Situation } from "../../src/payroll/situation.ts";
import { after, NEW_YEAR } from "../../src/payroll/year.ts";
import { situations } from "../parts/situations.ts";

const monthsOf = (year: number) =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);

/** Pays a year month after month, and gives its payslips with the law of the last. */
function payYear(year: number, situation: Situation, grosses: readonly number[]) {
  let yearToDate = NEW_YEAR;
  const slips: Payslip[] = [];
  let law = bindLaw(`${year}-01`, situation);
  monthsOf(year).forEach((month, index) => {
    law = bindLaw(month, situation, yearToDate);
    const slip = payslip(law, grosses[index] ?? 1, "neutral");
    yearToDate = after(law, slip);
    slips.push(slip);
  });
  return { slips, law, yearToDate };
}

const grosses = fc.array(fc.oneof(fc.integer({ min: 100_000, max: 900_000 }), fc.integer({ min: 1, max: 6_000_000 })), {
  minLength: 12,
  maxLength: 12,
});
/** A year whose employment does not change: the same share of each month, so that ceilings add up in any order. */
const steady = situations.map((one): Situation => ({ ...one, presentDays: null }));

const BASES = {
  oldAgeCapped: "t1",
  supplementaryPensionT2: "t2",
  unemployment: "t4",
  cet: "t8AbovePmss",
} as const;

test("twelve months in any order of size end exactly where the year taken at once does: every capped base, and the reduction", () => {
  fc.assert(
    fc.property(fc.constantFrom(2024, 2026), steady, grosses, (year, situation, paid) => {
      const { slips, law, yearToDate } = payYear(year, situation, paid);

      const whole = sum(paid);
      const annual = tranchesOf(whole, yearToDate.ceilings);
      for (const [code, tranche] of Object.entries(BASES)) {
        const borne = sum(slips.map(({ lines }) => lines.find((line) => line.code === code)?.baseCents ?? 0));
        expect(borne, `${code} of ${year}`).toBe(annual[tranche]);
      }
      const reduction = sum(slips.map(({ generalReductionCents }) => generalReductionCents));
      expect(reduction).toBe(Math.floor((whole * coefficientPpm(law.reduction, whole) + 500_000) / 1_000_000));
      expect(yearToDate.grossCents).toBe(whole);
    }),
    { numRuns: 300 },
  );
});

test("the order of the months changes nothing to what the year bears", () => {
  fc.assert(
    fc.property(steady, grosses, (situation, paid) => {
      const borne = (order: readonly number[]) => {
        const { slips } = payYear(2025, situation, order);
        return Object.keys(BASES).map((code) =>
          sum(slips.map(({ lines }) => lines.find((line) => line.code === code)?.baseCents ?? 0)),
        );
      };

      expect(borne(paid.toReversed())).toEqual(borne(paid));
    }),
    { numRuns: 100 },
  );
});

test("each printed amount is its rate on its regularised base, so that a year differs from its lines at once by their roundings alone", () => {
  fc.assert(
    fc.property(steady, grosses, (situation, paid) => {
      const { slips, law } = payYear(2026, situation, paid);
      const atOnce = law.contributions.map(({ employeePpm }, index) => {
        const base = sum(slips.map(({ lines }) => lines[index]?.baseCents ?? 0));
        return (base * employeePpm) / 1_000_000;
      });

      law.contributions.forEach(({ code, base }, index) => {
        if (base === "csg" || base === "healthPlan") return;
        const printed = sum(slips.map(({ lines }) => lines[index]?.employeeCents ?? 0));
        expect(Math.abs(printed - (atOnce[index] ?? 0)), code).toBeLessThanOrEqual(12 * 0.5 + 1 / FINE);
      });
    }),
    { numRuns: 100 },
  );
});

test("a month above the ceiling after one below bears the part that the first left", () => {
  const situation = defaultSituation("2026-01");
  const { slips } = payYear(2026, situation, [200_000, 600_000]);

  const base = (month: number, code: string) => slips[month]?.lines.find((line) => line.code === code)?.baseCents;
  expect(base(0, "oldAgeCapped")).toBe(200_000);
  expect(base(1, "oldAgeCapped")).toBe(600_000);
  expect(base(1, "supplementaryPensionT2")).toBe(0);
  expect(base(1, "cet")).toBe(0);
});

test("what a low month was given too much is taken back by a high one", () => {
  const situation = defaultSituation("2026-01");
  const { slips } = payYear(2026, situation, [200_000, 2_000_000]);

  expect(slips[0]?.generalReductionCents).toBeGreaterThan(0);
  expect(slips[1]?.generalReductionCents).toBe(-(slips[0]?.generalReductionCents ?? 0));
});

test("where the terms of the reduction change within a year, each period is settled alone (BOSS, § 460)", () => {
  const situation = defaultSituation("2025-01");
  const low = new Array<number>(4).fill(200_000);
  const { slips } = payYear(2025, situation, [...low, 2_000_000]);

  expect(slips[3]?.generalReductionCents).toBeGreaterThan(0);
  expect(slips[4]?.generalReductionCents).toBe(0);
});

test("the reduced health rate of 2024 is settled over the year, complement and all", () => {
  const situation = defaultSituation("2024-01");
  const { slips } = payYear(2024, situation, [400_000, 600_000, 300_000]);
  const health = (month: number) => slips[month]?.lines.find(({ code }) => code === "health")?.employerCents;

  expect(health(0)).toBe(28_000);
  expect(health(1)).toBe(130_000 - 28_000);
  expect(health(2)).toBe(91_000 - 130_000);
});
