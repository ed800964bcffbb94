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
import { YEARS } from "./counts.ts";

const monthsOf = (year: number) =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);

/** Pays a year month after month, and gives its payslips with the law of the last. */
function payYear(
  year: number,
  situation: Situation,
  grosses: readonly number[],
  changes: readonly Partial<Situation>[] = [],
) {
  let yearToDate = NEW_YEAR;
  const slips: Payslip[] = [];
  let law = bindLaw(`${year}-01`, situation);
  monthsOf(year).forEach((month, index) => {
    law = bindLaw(month, { ...situation, ...changes[index] }, yearToDate);
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
const steady = situations.map((one): Situation => ({ ...one, presentDays: null, paidPpm: null, fullPayCents: null }));
/** What a month may be: whole, or with absence counted in calendar days, in pay, or against the whole pay. */
const absences = fc.array(
  fc.record({
    presentDays: fc.constantFrom(null, null, 9, 21),
    paidPpm: fc.constantFrom(null, 0, 350_000, 999_999),
    fullPayCents: fc.constantFrom(null, null, 250_000, 600_000),
  }),
  { minLength: 12, maxLength: 12 },
);

const MONTHS_OF_2026 = monthsOf(2026);

const BASES = {
  oldAgeCapped: "t1",
  supplementaryPensionT2: "t2",
  unemployment: "t4",
  cet: "t8AbovePmss",
} as const;

test("twelve months in any order of size, whole or with absence, end exactly where the year taken at once does: every capped base, and the reduction", () => {
  fc.assert(
    fc.property(fc.constantFrom(2024, 2026), situations, grosses, absences, (year, situation, paid, changes) => {
      const { slips, law, yearToDate } = payYear(year, situation, paid, changes);

      const whole = sum(paid);
      const annual = tranchesOf(whole, yearToDate.ceilings);
      for (const [code, tranche] of Object.entries(BASES)) {
        const borne = sum(slips.map(({ lines }) => lines.find((line) => line.code === code)?.baseCents ?? 0));
        expect(borne, `${code} of ${year}`).toBe(annual[tranche]);
      }
      const reduction = sum(slips.map(({ generalReductionCents }) => generalReductionCents));
      const coefficient = coefficientPpm(law.reduction, whole, yearToDate.reduction.smicTwelfths);
      expect(reduction).toBe(Math.floor((whole * coefficient + 500_000) / 1_000_000));
      expect(yearToDate.grossCents).toBe(whole);
    }),
    { numRuns: YEARS },
  );
});

test("several fixed-term contracts in a year have one reduction each, and one ceiling all together (D. 241-7, R. 242-2)", () => {
  fc.assert(
    fc.property(steady, grosses, fc.integer({ min: 1, max: 11 }), (situation, paid, second) => {
      const contract = "cdd" as const;
      const starts = ["2026-01-01", `2026-${String(second + 1).padStart(2, "0")}-01`];
      const changes = paid.map((_, index) => ({ contract, contractStart: starts[index < second ? 0 : 1] ?? null }));
      const { slips, yearToDate } = payYear(2026, situation, paid, changes);

      const granted = (from: number, to: number) =>
        sum(slips.slice(from, to).map(({ generalReductionCents }) => generalReductionCents));
      const alone = (from: number, to: number) => {
        let before = NEW_YEAR;
        for (let index = from; index < to; index += 1) {
          const law = bindLaw(MONTHS_OF_2026[index] ?? "", { ...situation, ...changes[index] }, before);
          before = after(law, payslip(law, paid[index] ?? 1, 0));
        }
        return before.reduction.grantedCents;
      };
      expect(granted(0, second)).toBe(alone(0, second));
      expect(granted(second, 12)).toBe(alone(second, 12));
      const borne = sum(slips.map(({ lines }) => lines.find(({ code }) => code === "oldAgeCapped")?.baseCents ?? 0));
      expect(borne).toBe(tranchesOf(sum(paid), yearToDate.ceilings).t1);
    }),
    { numRuns: YEARS },
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
        if (base === "csg" || base === "healthPlan" || base === "cent") return;
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
