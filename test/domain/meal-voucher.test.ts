import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DOMAIN_LAW } from "../../src/domain/law-tables.ts";
import { type MealVouchersGiven, mealVoucher as voucherBy } from "../../src/domain/meal-voucher.ts";

const mealVoucher = (given: MealVouchersGiven) => voucherBy(given, DOMAIN_LAW);

const parts = (valueCents: number, employerShareCents: number, count: number, day = "2026-11-30") => {
  const { exemptEmployerCents, taxableEmployerCents, employeeCents } = mealVoucher({
    valueCents,
    employerShareCents,
    count,
    day,
  });
  return [exemptEmployerCents, taxableEmployerCents, employeeCents];
};

describe("meal vouchers", () => {
  /** 7.32 € is six tenths of 12.20 € and half of 14.64 €, the bounds that Urssaf publishes for 2026. */
  test.each<[string, ReturnType<typeof parts>, number[]]>([
    ["of 12.20 at six tenths", parts(1_220, 732, 1), [732, 0, 488]],
    ["of 14.64 at half", parts(1_464, 732, 1), [732, 0, 732]],
    ["a cent over the limit", parts(1_464, 733, 1), [732, 1, 731]],
    ["over six tenths of the value", parts(1_000, 700, 1), [600, 100, 300]],
    ["under half of it: nothing is exempt", parts(1_464, 731, 1), [0, 731, 733]],
    ["nineteen of a month", parts(1_200, 700, 19), [13_300, 0, 9_500]],
    ["none", parts(1_200, 700, 0), [0, 0, 0]],
    ["of 2025", parts(1_452, 732, 1, "2025-12-31"), [726, 6, 720]],
    ["of 2024", parts(1_436, 732, 1, "2024-01-01"), [718, 14, 704]],
  ])("%s", (_name, found, expected) => {
    expect(found).toEqual(expected);
  });

  test("whatever they are, their parts are their value, and what is exempt keeps within the limits", () => {
    const share = fc
      .integer({ min: 1, max: 5_000 })
      .chain((value) => fc.tuple(fc.constant(value), fc.nat({ max: value })));
    fc.assert(
      fc.property(share, fc.nat({ max: 25 }), ([value, employer], count) => {
        const [exempt = 0, taxable = 0, employee = 0] = parts(value, employer, count);
        expect(exempt + taxable + employee).toBe(value * count);
        expect(exempt).toBeLessThanOrEqual(Math.min(732, value * 0.6) * count);
        expect(Math.min(exempt, taxable, employee)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("past the last day that was checked are an estimate; before the first row, or beyond their value, there are none", () => {
    const one = { valueCents: 1_000, employerShareCents: 500, count: 1 };
    expect(mealVoucher({ ...one, day: "2027-01-01" })).toMatchObject({ exemptEmployerCents: 500, isEstimate: true });
    expect(mealVoucher({ ...one, day: "2026-12-31" })).toMatchObject({
      isEstimate: false,
      source: expect.stringContaining("81, 19°"),
    });
    for (const wrong of [{ day: "2023-12-31" }, { employerShareCents: 1_001 }, { count: 1.5 }, { valueCents: 0 }])
      expect(() => mealVoucher({ ...one, day: "2026-11-30", ...wrong })).toThrow(RangeError);
  });
});
