import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum } from "../../src/domain/money.ts";
import { bindLaw } from "../../src/payroll/law.ts";
import { costOf, payslip } from "../../src/payroll/payslip.ts";
import { defaultSituation } from "../../src/payroll/situation.ts";
import { NEW_YEAR } from "../../src/payroll/year.ts";
import { balances, paymentPostings, payrollPostings } from "../../src/portage/account.ts";
import { partsOf } from "../../src/portage/pay-parts.ts";
import { simulate, turnoverOf } from "../../src/portage/simulate.ts";
import type { Terms } from "../../src/portage/terms.ts";
import { managementFee, reserveFor, solve, sumProvisions } from "../../src/portage/waterfall.ts";
import { months, situations, terms } from "../parts/situations.ts";
import { TERMS } from "../parts/terms.ts";

const DEFAULT_SITUATION = defaultSituation("2026-11");

describe("from turnover to gross pay", () => {
  test("every cent has its place, and one cent more of gross pay would not fit", () => {
    fc.assert(
      fc.property(
        months,
        situations,
        terms,
        fc.integer({ min: 150_000, max: 5_000_000 }),
        fc.integer({ min: 0, max: 50_000 }),
        (month, situation, agreed, turnoverCents, expensesCents) => {
          const law = bindLaw(month, situation);
          const flow = { turnoverCents, expensesCents, otherProvisionsCents: 0 };

          const found = solve(law, flow, agreed);

          const { managementFeeCents, reserveCents, costCents, remainderCents, parts, charges, kept } = found;
          const charged = sum(charges.map(({ cents }) => cents));
          const used =
            managementFeeCents +
            charged +
            expensesCents +
            reserveCents +
            sumProvisions(kept) +
            costCents +
            remainderCents;
          expect(used).toBe(turnoverCents);
          expect(found.envelopeCents).toBe(costCents + remainderCents);
          expect(remainderCents).toBeGreaterThanOrEqual(0);
          expect(sum(Object.values(parts))).toBe(found.grossCents);
          expect(costCents).toBe(payslip(law, found.grossCents, 0).costCents);
          const available = turnoverCents - managementFee(flow, agreed) - charged - expensesCents;
          const reserve = reserveFor(law, agreed);
          const whole = found.dueCents;
          expect(costOf(law, whole) + reserve(whole)).toBeLessThanOrEqual(available);
          expect(costOf(law, whole + 1) + reserve(whole + 1)).toBeGreaterThan(available);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("a threshold leaves what it does not let be paid on the account: 8.41 € at the ceiling of 2026, 6 % of pay at the reduced rate's limit", () => {
    const remainders = (month: string, from: number) =>
      Array.from({ length: 100 }, (_, index) => {
        const flow = { turnoverCents: from + index * 100, expensesCents: 0, otherProvisionsCents: 0 };
        return solve(bindLaw(month, defaultSituation(month)), flow, TERMS).remainderCents;
      });

    expect(Math.max(...remainders("2026-11", 635_000))).toBeGreaterThan(600);
    expect(Math.max(...remainders("2026-11", 1_000_000))).toBeLessThanOrEqual(5);
    expect(Math.max(...remainders("2025-03", 645_000), ...remainders("2025-03", 655_000))).toBeGreaterThan(15_000);
  });

  test("cost never falls as gross pay rises, across every threshold", () => {
    fc.assert(
      fc.property(
        months,
        situations,
        fc.integer({ min: 1, max: 4_000_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (month, situation, gross, step) => {
          const law = bindLaw(month, situation);
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
    const { basePayCents, businessContributionCents, paidLeaveCents, complementCents } = partsOf(
      695_638,
      271_327,
      "cdi",
      bindLaw("2026-11", DEFAULT_SITUATION).agreement,
    );
    const due = basePayCents + complementCents;

    expect(basePayCents).toBe(271_327);
    expect(businessContributionCents).toBe(Math.round(due * 0.05));
    expect(Math.abs(paidLeaveCents - (due + businessContributionCents) * 0.1)).toBeLessThanOrEqual(2);
  });

  test("a fixed-term contract adds its tenth at the end, before the leave, and has no reserve", () => {
    const { agreement } = bindLaw("2026-11", DEFAULT_SITUATION);
    const parts = partsOf(500_000, 271_327, "cdd", agreement);
    const due = parts.basePayCents + parts.complementCents + parts.businessContributionCents;

    expect(parts.endOfContractCents).toBe(Math.round(due * 0.1));
    expect(Math.abs(parts.paidLeaveCents - (due + parts.endOfContractCents) * 0.1)).toBeLessThanOrEqual(2);
    const law = bindLaw("2026-11", { ...DEFAULT_SITUATION, contract: "cdd" });
    const found = solve(law, { turnoverCents: 900_000, expensesCents: 0, otherProvisionsCents: 0 }, TERMS);
    expect(found.reserveCents).toBe(0);
    expect(found.parts.endOfContractCents).toBeGreaterThan(0);
  });

  test("a fee can have a cap, and leave the expenses out of its base", () => {
    const flow = { turnoverCents: 1_000_000, expensesCents: 100_000 };

    expect(managementFee(flow, TERMS)).toBe(70_000);
    expect(managementFee(flow, { ...TERMS, feeBase: "turnover-less-expenses" })).toBe(63_000);
    expect(managementFee(flow, { ...TERMS, feeCapCents: 50_000 })).toBe(50_000);
  });

  test("a published simulation is met within 1 %: 10 000 € at 7 %, envelope 9 300 €, gross 6 327 € at a flat 47 % (guide Prium)", () => {
    const law = bindLaw("2026-11", DEFAULT_SITUATION);
    const found = solve(
      law,
      { turnoverCents: 1_000_000, expensesCents: 0, otherProvisionsCents: 0 },
      { ...TERMS, reservePpm: 0 },
    );

    expect(found.envelopeCents).toBe(930_000);
    expect(Math.abs(found.grossCents - 632_700) / 632_700).toBeLessThan(0.01);
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

        expect(balances(postings)).toEqual({
          activity: found.remainderCents,
          reserve: found.reserveCents,
          provision: sumProvisions(found.kept),
        });
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
      otherProvisionsCents: 0,
      owesMinimum: false,
      mealVouchers: null,
      presence: { workingDays: 20, paidDays: null, mode: "calendar" },
      reading: {},
      terms: { ...TERMS, ...change },
      situation: DEFAULT_SITUATION,
      taxRate: "neutral",
      yearToDate: NEW_YEAR,
    });

  test("under the agreement's minimum says the smallest turnover that reaches it", () => {
    const belowMinimum = (turnoverCents: number) =>
      ask(turnoverCents).warnings.find((warning) => warning.code === "below_minimum");
    const warning = belowMinimum(300_000);

    expect(warning?.minimumCents).toBe(245_175);
    const least = warning?.turnoverCents ?? 0;
    expect(belowMinimum(least)).toBeUndefined();
    expect(belowMinimum(least - 1)).toBeDefined();
  });

  test("reads an unlikely rate back", () => {
    const cover = { code: "provident_not_branch" };
    expect(ask(1_000_000, { feePpm: 500 }).warnings).toEqual([{ code: "unlikely_fee", ppm: 500 }, cover]);
    expect(ask(1_000_000, { feePpm: 0 }).warnings).toEqual([cover]);
  });

  test("of days is their price", () => {
    expect(turnoverOf(65_000, 17.5)).toBe(1_137_500);
    for (const days of [0, -1, 0.3, 32]) expect(() => turnoverOf(65_000, days)).toThrow();
  });
});
