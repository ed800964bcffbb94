import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { invoiceState } from "../../src/domain/invoicing.ts";
import { sum } from "../../src/domain/money.ts";
import { LEGISLATION } from "../../src/payroll/legislation.ts";
import { exposureOf, HELD } from "../../src/portage/exposure.ts";
import { lateInterest } from "../../src/portage/late-interest.ts";
import { type ParcelFacts, parcels, stageSums } from "../../src/portage/parcel.ts";

const { latePayment } = LEGISLATION.claims;
const day = (count: number) => `2026-10-${String(count).padStart(2, "0")}`;

describe("money that is followed", () => {
  const amounts = fc.record({
    days: fc.integer({ min: 0, max: 22 }),
    halves: fc.boolean(),
    rate: fc.integer({ min: 1, max: 200_000 }),
    state: fc.constantFrom("submitted", "awaiting-client", "approved", "locked", "refused", "withdrawn"),
    invoiced: fc.option(fc.integer({ min: 1, max: 3_000_000 })),
    isExact: fc.boolean(),
    isCancelled: fc.boolean(),
    payments: fc.array(
      fc.record({ cents: fc.integer({ min: 1, max: 2_000_000 }), isPaidOn: fc.boolean(), isReversed: fc.boolean() }),
      { maxLength: 4 },
    ),
    today: fc.constantFrom("2026-10-31", "2026-12-01", "2026-12-02", "2027-03-01"),
  });
  const factsOf = (drawn: typeof amounts extends fc.Arbitrary<infer Drawn> ? Drawn : never): ParcelFacts => {
    const { days, halves, rate, state, invoiced, isExact, isCancelled, payments, today } = drawn;
    const amount = halves ? 0.5 : 1;
    const invoice = isExact ? Math.max(1, Math.round(days * amount * rate)) : invoiced;
    return {
      today,
      reports: [
        {
          month: "2026-10",
          state,
          days: Array.from({ length: days }, (_, index) => ({
            date: day(index + 1),
            entries: [{ kind: "mission" as const, mission: "ACME", projectCode: null, amount }],
          })),
        },
      ],
      missions: [{ reference: "ACME", client: "Acme", dailyRateCents: rate }],
      invoices:
        invoice === null
          ? []
          : [
              {
                ...{ number: "F2026-0001", mission: "ACME", month: "2026-10", amountCents: invoice, vatPpm: 200_000 },
                ...{ dueOn: "2026-12-01", lateRatePpm: null, state: isCancelled ? "cancelled" : "issued" },
                ...{ reminders: [], nextReminderOn: null },
              },
            ],
      payments: payments.map(({ cents, isPaidOn, isReversed }) => ({
        ...{ mission: "ACME", month: "2026-10", amountCents: cents, receivedOn: "2026-11-20" },
        ...{ payslipMonth: isPaidOn ? "2026-10" : null, state: isReversed ? "reversed" : "received" },
      })),
      payslips: [{ month: "2026-10", transferDate: "2026-11-05" }],
      ...{ feePpm: 70_000, latePayment },
    };
  };

  test("is in one stage to the cent: the stages sum to the days at their rate, and to what is beyond them", () => {
    fc.assert(
      fc.property(amounts, (drawn) => {
        const found = parcels(factsOf(drawn));
        for (const one of found) {
          const stages = Object.values(one.stages);
          expect(stages.every((cents) => cents >= 0)).toBe(true);
          const standing = one.invoice?.amountCents ?? 0;
          const paid = one.stages.collected + one.stages["paid-on"];
          const worth = one.worthCents ?? Math.max(standing, paid);
          expect(sum(stages)).toBe(worth + one.beyondCents);
          expect(one.stages.late > 0).toBe(one.late !== null);
          expect(one.stages.late > 0 && one.stages.invoiced > 0).toBe(false);
        }
        const kept = drawn.payments.filter(({ isReversed }) => !isReversed);
        const sums = stageSums(found);
        expect(sums.collected + sums["paid-on"]).toBe(sum(kept.map(({ cents }) => cents)));
      }),
      { numRuns: 500 },
    );
  });

  test("goes from the day that was worked to the pay", () => {
    const drawn = { days: 2, halves: false, rate: 50_000, isExact: true, isCancelled: false, invoiced: null };
    const at = (state: string, today: string, payments: { cents: number; isPaidOn: boolean }[], isExact = true) =>
      parcels(
        factsOf({
          ...drawn,
          state,
          today,
          isExact,
          payments: payments.map((one) => ({ ...one, isReversed: false })),
        } as never),
      )[0]?.stages;
    expect(at("submitted", "2026-10-31", [], false)).toMatchObject({ declared: 100_000 });
    expect(at("approved", "2026-10-31", [], false)).toMatchObject({ approved: 100_000 });
    expect(at("approved", "2026-12-01", [])).toMatchObject({ invoiced: 100_000, late: 0 });
    expect(at("locked", "2026-12-02", [{ cents: 40_000, isPaidOn: true }])).toMatchObject({
      late: 60_000,
      "paid-on": 40_000,
    });
    expect(at("locked", "2026-12-02", [{ cents: 100_000, isPaidOn: false }])).toMatchObject({ collected: 100_000 });
  });
});

test("a month is worth each day at the price of its day, whatever the price of today", () => {
  const rates = [
    { from: "2026-09-01", dailyRateCents: 60_000 },
    { from: "2026-10-12", dailyRateCents: 65_000 },
  ];
  const entries = [{ kind: "mission" as const, mission: "ACME", projectCode: null, amount: 1 }];
  const days = [day(9), day(12)].map((date) => ({ date, entries }));
  const facts = { today: "2026-10-31", invoices: [], payments: [], payslips: [], feePpm: 70_000, latePayment };
  const missions = [{ reference: "ACME", client: "Acme", dailyRateCents: 70_000, rates }];
  const [found] = parcels({ ...facts, missions, reports: [{ month: "2026-10", state: "approved", days }] });
  expect(found?.worthCents).toBe(125_000);
});

describe("a late client", () => {
  test("owes 12.15 % a year in the first half of 2026, and 40 euros; three times the legal rate at least", () => {
    expect(
      lateInterest({ owedCents: 1_000_000, dueOn: "2026-01-31", statedPpm: null }, "2026-02-28", latePayment),
    ).toMatchObject({
      days: 28,
      knownCents: 9_321,
      unknownDays: 0,
      fixedCents: 4_000,
    });
    const low = { owedCents: 1_000_000, dueOn: "2026-01-31", statedPpm: 10_000 };
    expect(lateInterest(low, "2026-02-28", latePayment).knownCents).toBe(6_030);
  });

  test("owes by each half-year's own rate, and what nobody has read is not made up", () => {
    const invoice = { owedCents: 36_500_000, dueOn: "2026-06-29", statedPpm: null };
    expect(lateInterest(invoice, "2026-06-29", latePayment)).toMatchObject({
      days: 0,
      knownCents: 0,
      fixedCents: null,
    });
    expect(lateInterest(invoice, "2026-07-02", latePayment)).toMatchObject({
      days: 3,
      knownCents: 12_150,
      unknownDays: 2,
    });
    const stated = { ...invoice, statedPpm: 150_000 };
    expect(lateInterest(stated, "2026-07-02", latePayment)).toMatchObject({ knownCents: 45_000, unknownDays: 0 });
    const acrossYears = lateInterest({ ...invoice, dueOn: "2025-06-30" }, "2025-07-01", latePayment);
    expect(acrossYears.knownCents).toBe(12_150);
    expect(lateInterest({ ...invoice, dueOn: "2025-06-29" }, "2025-06-30", latePayment).knownCents).toBe(13_150);
  });

  test.each([
    [{ amountCents: 10, paidCents: 10, dueOn: "2026-01-01", isCancelled: true }, "cancelled"],
    [{ amountCents: 10, paidCents: 10, dueOn: "2026-01-01", isCancelled: false }, "paid"],
    [{ amountCents: 10, paidCents: 9, dueOn: "2026-01-31", isCancelled: false }, "late"],
    [{ amountCents: 10, paidCents: 9, dueOn: "2026-02-01", isCancelled: false }, "part-paid"],
    [{ amountCents: 10, paidCents: 0, dueOn: "2026-02-01", isCancelled: false }, "issued"],
  ])("an invoice's state follows from its payments and the day", (standing, state) => {
    expect(invoiceState(standing, "2026-02-01")).toBe(state);
  });
});

describe("what lies at the company", () => {
  const none = Object.fromEntries(HELD.map((kind) => [kind, 0])) as Record<(typeof HELD)[number], number>;
  const guarantee = { guarantor: "G", amountCents: 9_612_000, expires: "2026-11-25", lastYearPayrollCents: 1 };
  const at = (contractStart: string | null, more: object = {}, held: object = {}) =>
    exposureOf({
      ...{ today: "2026-11-25", held: { ...none, ...held }, guarantee: { ...guarantee, ...more }, contractStart },
      law: LEGISLATION,
    });

  test("is held against two yearly ceilings or a tenth of the payroll, whichever is more", () => {
    expect(at(null).guarantee).toMatchObject({ leastCents: 9_612_000, isEnough: true, isOver: false });
    expect(at(null, { amountCents: 9_611_999 }).guarantee.isEnough).toBe(false);
    expect(at(null, { lastYearPayrollCents: 200_000_000 }).guarantee).toMatchObject({ leastCents: 20_000_000 });
    expect(at(null, { expires: "2026-11-24" }).guarantee.isOver).toBe(true);
    expect(at(null).guarantee.isLapsed).toBe("2026-11-25" > LEGISLATION.claims.financialGuarantee.checkedUntil);
  });

  test.each([
    ["2026-05-26", 4],
    ["2026-05-25", 5],
    ["2024-11-26", 5],
    ["2024-11-25", 6],
  ])("a contract of %s reaches %i ceilings of the wage guarantee", (start, ceilings) => {
    expect(at(start).wageGuarantee).toMatchObject({ ceilings, mostCents: ceilings * 4 * 400_500 });
  });

  test("is paid as wages up to the ceiling, and what is unknown is no wage and no sum", () => {
    const held = { reserve: 100_000, "unpaid-pay": 20_000_000, unbilled: 5, provision: null };
    expect(at("2026-11-01", {}, held)).toMatchObject({
      totalCents: 20_100_005,
      wagesCents: 20_100_000,
      wageGuarantee: { paidCents: 6_408_000 },
    });
    expect(at(null, {}, held).wageGuarantee).toMatchObject({ ceilings: null, mostCents: null, paidCents: null });
  });
});
