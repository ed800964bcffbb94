import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum } from "../../src/domain/money.ts";
import { bindLaw } from "../../src/payroll/law.ts";
import { costOf, payslip } from "../../src/payroll/payslip.ts";
import { DEFAULT_SITUATION, type Situation } from "../../src/payroll/situation.ts";
import { balances, paymentPostings, payrollPostings } from "../../src/portage/account.ts";
import { simulate, turnoverOf } from "../../src/portage/simulate.ts";
import type { Terms } from "../../src/portage/terms.ts";
import { partsOf, solve } from "../../src/portage/waterfall.ts";

const TERMS: Terms = { feePpm: 70_000, feeCapCents: null, reservePpm: 100_000, level: "senior", workedPpm: 1_000_000 };

const situations: fc.Arbitrary<Situation> = fc.record({
  category: fc.constantFrom("cadre", "non-cadre"),
  contract: fc.constant("cdi"),
  headcount: fc.integer({ min: 1, max: 2000 }),
  workAccidentPpm: fc.integer({ min: 0, max: 100_000 }),
  mobilityPpm: fc.integer({ min: 0, max: 32_000 }),
  apprenticeSharePpm: fc.integer({ min: 0, max: 100_000 }),
  healthPlanCents: fc.integer({ min: 0, max: 20_000 }),
  healthPlanEmployerPpm: fc.integer({ min: 500_000, max: 1_000_000 }),
  providentPpm: fc.integer({ min: 0, max: 300 }).map((hundredths) => hundredths * 100),
  alsaceMoselle: fc.boolean(),
});
const terms: fc.Arbitrary<Terms> = fc.record({
  feePpm: fc.integer({ min: 0, max: 150_000 }),
  feeCapCents: fc.option(fc.integer({ min: 0, max: 100_000 })),
  reservePpm: fc.integer({ min: 0, max: 200_000 }),
  level: fc.constantFrom("first", "junior", "senior", "expert"),
  workedPpm: fc.integer({ min: 0, max: 1_000_000 }),
});

describe("from turnover to gross pay", () => {
  test("every cent has its place, and one cent more of gross pay would not fit", () => {
    fc.assert(
      fc.property(
        situations,
        terms,
        fc.integer({ min: 100_000, max: 5_000_000 }),
        fc.integer({ min: 0, max: 50_000 }),
        (situation, agreed, turnoverCents, expensesCents) => {
          const law = bindLaw("2026-11", situation);
          const flow = { turnoverCents, expensesCents, otherProvisionsCents: 0 };

          const found = solve(law, flow, agreed);

          const { managementFeeCents, reserveCents, costCents, remainderCents, grossCents, parts } = found;
          expect(managementFeeCents + expensesCents + reserveCents + costCents + remainderCents).toBe(turnoverCents);
          expect(remainderCents).toBeGreaterThanOrEqual(0);
          expect(sum(Object.values(parts))).toBe(grossCents);
          expect(costCents).toBe(payslip(law, grossCents, "neutral").costCents);
          const more = costOf(law, grossCents + 1) + (reserveCents + remainderCents) - found.remainderCents;
          expect(more).toBeGreaterThan(found.envelopeCents + reserveCents - 1);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("cost never falls as gross pay rises, across every threshold", () => {
    fc.assert(
      fc.property(
        situations,
        fc.integer({ min: 1, max: 4_000_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (situation, gross, step) => {
          const law = bindLaw("2026-11", situation);
          expect(costOf(law, gross + step)).toBeGreaterThanOrEqual(costOf(law, gross));
        },
      ),
    );
    const law = bindLaw("2026-11", DEFAULT_SITUATION);
    for (let gross = 400_000; gross < 401_000; gross += 1)
      expect(costOf(law, gross + 1)).toBeGreaterThanOrEqual(costOf(law, gross));
  });

  test("a payslip's totals are the sums of its printed lines", () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 4_000_000 }), (situation, gross) => {
        const slip = payslip(bindLaw("2026-11", situation), gross, "neutral");

        expect(sum(slip.lines.map(({ employeeCents }) => employeeCents))).toBe(slip.employeeCents);
        expect(sum(slip.lines.map(({ employerCents }) => employerCents)) - slip.generalReductionCents).toBe(
          slip.employerCents,
        );
        expect(slip.grossCents - slip.employeeCents - slip.withholdingCents).toBe(slip.netPaidCents);
        expect(slip.grossCents + slip.employerCents).toBe(slip.costCents);
      }),
    );
  });

  test("base pay, indemnity and leave keep to the agreement", () => {
    const { basePayCents, businessContributionCents, paidLeaveCents, complementCents } = partsOf(695_638, 271_327);
    const due = basePayCents + complementCents;

    expect(basePayCents).toBe(271_327);
    expect(businessContributionCents).toBe(Math.round(due * 0.05));
    expect(Math.abs(paidLeaveCents - (due + businessContributionCents) * 0.1)).toBeLessThanOrEqual(2);
  });
});

describe("the account of a month", () => {
  test("its entries sum to what stays, and the reserve to what was kept", () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 300_000, max: 3_000_000 }), (agreed, turnoverCents) => {
        const law = bindLaw("2026-11", DEFAULT_SITUATION);
        const found = solve(law, { turnoverCents, expensesCents: 2_140, otherProvisionsCents: 0 }, agreed);
        const slip = payslip(law, found.grossCents, "neutral");

        const postings = [...paymentPostings(turnoverCents, found.managementFeeCents), ...payrollPostings(slip, found)];

        expect(balances(postings)).toEqual({ activity: found.remainderCents, reserve: found.reserveCents });
      }),
    );
  });
});

describe("a simulation", () => {
  const ask = (turnoverCents: number, change: Partial<Terms> = {}) =>
    simulate({
      month: "2026-11",
      start: { kind: "turnover", turnoverCents },
      expensesCents: 0,
      terms: { ...TERMS, ...change },
      situation: DEFAULT_SITUATION,
      taxRate: "neutral",
    });

  test("under the agreement's minimum says the smallest turnover that reaches it", () => {
    const [warning] = ask(300_000).warnings;
    if (warning?.code !== "below_minimum") throw new Error("no warning");

    expect(warning.minimumCents).toBe(271_327);
    expect(ask(warning.turnoverCents).warnings).toEqual([]);
    expect(ask(warning.turnoverCents - 1).warnings).toMatchObject([{ code: "below_minimum" }]);
  });

  test("reads an unlikely rate back", () => {
    expect(ask(1_000_000, { feePpm: 500 }).warnings).toEqual([{ code: "unlikely_fee", ppm: 500 }]);
    expect(ask(1_000_000, { feePpm: 0 }).warnings).toEqual([]);
  });

  test("of days is their price", () => {
    expect(turnoverOf(65_000, 17.5)).toBe(1_137_500);
    for (const days of [0, -1, 0.3, 32]) expect(() => turnoverOf(65_000, days)).toThrow();
  });
});
