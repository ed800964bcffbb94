import { describe, expect, test } from "vitest";
import type { ExpenseCategory } from "../../src/domain/expense.ts";
import { EXPENSE_LIMITS, exemptionOf, taxableCents } from "../../src/domain/expense-limits.ts";

const facts = (
  category: ExpenseCategory,
  date: string,
  department: string | null = null,
  missionStart: string | null = null,
) => ({
  category,
  date,
  department,
  missionStart,
});

describe("a limit of exemption", () => {
  test.each<[ExpenseCategory, string, string | null, number]>([
    ["restaurant", "2024-01-01", null, 2_070],
    ["restaurant", "2024-12-31", null, 2_070],
    ["restaurant", "2025-01-01", null, 2_110],
    ["restaurant", "2026-11-19", null, 2_140],
    ["meal-away", "2024-06-01", null, 1_010],
    ["meal-away", "2025-06-01", null, 1_030],
    ["meal-away", "2026-06-01", null, 1_040],
    ["lodging", "2024-06-01", "75", 7_430],
    ["lodging", "2025-06-01", "92", 7_560],
    ["lodging", "2026-06-01", "93", 7_660],
    ["lodging", "2026-06-01", "94", 7_660],
    ["lodging", "2026-06-01", "69", 5_680],
    ["lodging", "2025-06-01", null, 5_610],
    ["lodging", "2024-06-01", "2A", 5_510],
  ])("%s on %s in %s: %d cents", (category, date, department, cents) => {
    expect(exemptionOf(facts(category, date, department))?.mostCents).toBe(cents);
  });

  /** The published lowered amounts of 2024: 63.20 and 52.00 in Paris, 46.80 and 38.60 elsewhere. */
  test.each([
    ["2024-01-31", "75", 7_430],
    ["2024-02-01", "75", 6_320],
    ["2025-10-31", "75", 6_430],
    ["2024-02-01", "33", 4_680],
  ])("of a stay that began on 2023-11-01, on %s in %s: %d cents", (date, department, cents) => {
    expect(exemptionOf(facts("lodging", date, department, "2023-11-01"))?.mostCents).toBe(cents);
  });

  test("falls by three tenths from the twenty-fifth month", () => {
    expect(exemptionOf(facts("lodging", "2024-06-14", "75", "2022-06-15"))?.mostCents).toBe(6_320);
    expect(exemptionOf(facts("lodging", "2024-06-15", "75", "2022-06-15"))?.mostCents).toBe(5_200);
    expect(exemptionOf(facts("lodging", "2024-06-15", "33", "2022-06-15"))?.mostCents).toBe(3_860);
  });

  test("is nobody's where none is published, or before the first one", () => {
    for (const category of [
      "transport",
      "mileage",
      "telecom",
      "equipment",
      "home-office",
      "training",
      "other",
    ] as const)
      expect(exemptionOf(facts(category, "2026-06-01"))).toBeNull();
    expect(exemptionOf(facts("restaurant", "2023-12-31"))).toBeNull();
  });

  test("is passed by what becomes taxable, by meal or by night", () => {
    const limit = exemptionOf(facts("restaurant", "2026-11-19"));
    expect([2_140, 2_141, 5_000].map((cents) => taxableCents(cents, limit, 1))).toEqual([0, 1, 2_860]);
    expect(taxableCents(5_000, limit, 2)).toBe(720);
    expect(taxableCents(5_000, null, 1)).toBe(0);
  });

  test("names its text and its first day", () => {
    for (const { since, source, mostCents } of EXPENSE_LIMITS) {
      expect(since).toMatch(/^\d{4}-01-01$/);
      expect(source).toContain("20 décembre 2002");
      expect(mostCents % 10).toBe(0);
    }
  });
});
