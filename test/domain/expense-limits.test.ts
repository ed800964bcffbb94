import { describe, expect, test } from "vitest";
import type { ExpenseCategory } from "../../src/domain/expense.ts";
import {
  EXPENSE_LIMITS,
  exemptionOf as exemptionBy,
  type LimitedFacts,
  monthExemptCents,
  taxableCents,
} from "../../src/domain/expense-limits.ts";
import { DOMAIN_LAW } from "../../src/domain/law-tables.ts";

const exemptionOf = (facts: LimitedFacts) => exemptionBy(facts, DOMAIN_LAW);

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

  /** The published lowered meals of 2026: 18.20, then 15.00; those of 2024: 17.60, then 14.50. */
  test.each([
    ["2026-03-31", "2026-01-01", 2_140],
    ["2026-04-01", "2026-01-01", 1_820],
    ["2026-01-31", "2024-02-01", 1_820],
    ["2026-02-01", "2024-02-01", 1_500],
    ["2024-06-01", "2024-01-01", 1_760],
    ["2024-06-01", "2021-01-01", 1_450],
    ["2026-05-31", "2021-06-01", 1_500],
    ["2026-06-01", "2021-06-01", 0],
    ["2025-06-01", "2019-06-02", 1_480],
    ["2025-06-01", "2019-06-01", 0],
  ])("a meal on %s of a stay that began on %s: %d cents", (date, start, cents) => {
    expect(exemptionOf(facts("restaurant", date, null, start))?.mostCents).toBe(cents);
    expect(exemptionOf(facts("meal-away", date, null, start))?.mostCents).toBe(
      exemptionOf(facts("meal-away", date))?.mostCents,
    );
  });

  test.each([
    ["2024-06-03", false, 260, 5_720],
    ["2025-06-03", false, 270, 5_940],
    ["2026-06-03", false, 270, 5_940],
    ["2026-06-03", true, 330, 7_260],
    ["2025-06-03", true, 270, 5_940],
  ])(
    "of telework on %s, agreed %s: %d cents a day, %d a month",
    (date, hasTeleworkAgreement, mostCents, monthCents) => {
      expect(exemptionOf({ ...facts("telework", date), hasTeleworkAgreement })).toMatchObject({
        mostCents,
        monthCents,
        per: "day",
      });
    },
  );

  test("of telework is passed by the day and by the month", () => {
    const limit = exemptionOf(facts("telework", "2026-11-02"));
    expect(taxableCents(2_700, limit, 10)).toBe(0);
    expect(taxableCents(2_701, limit, 10)).toBe(1);
    expect(taxableCents(8_370, limit, 31)).toBe(2_430);
    expect(taxableCents(2_700, limit, 10, 4_000)).toBe(760);
    expect(taxableCents(2_700, limit, 10, 5_940)).toBe(2_700);
    expect(
      monthExemptCents(
        [
          { amountCents: 5_000, units: 10 },
          { amountCents: 5_400, units: 20 },
        ],
        limit,
      ),
    ).toBe(5_940);
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
    expect(exemptionOf(facts("telework", "2022-12-31"))).toBeNull();
    expect(exemptionOf(facts("restaurant", "2023-12-31"))).toBeNull();
  });

  test("is passed by what becomes taxable, by meal or by night", () => {
    const limit = exemptionOf(facts("restaurant", "2026-11-19"));
    expect([2_140, 2_141, 5_000].map((cents) => taxableCents(cents, limit, 1))).toEqual([0, 1, 2_860]);
    expect(taxableCents(5_000, limit, 2)).toBe(720);
    expect(taxableCents(5_000, null, 1)).toBe(0);
  });

  test("names its text and its first day", () => {
    for (const { from, text, value } of EXPENSE_LIMITS.steps) {
      expect(from).toMatch(/^\d{4}-01-01$/);
      expect(text.title).toContain(from < "2026" ? "20 décembre 2002" : "4 septembre 2025");
      for (const cents of Object.values(value)) expect(cents % 10).toBe(0);
    }
    expect(exemptionOf(facts("restaurant", "2026-11-19"))?.source).toMatch(/4 septembre 2025.*depuis le 01\/01\/2026/);
  });

  test("past the last day that was checked is the last known one, and says so", () => {
    expect(exemptionOf(facts("restaurant", "2026-12-31"))).toMatchObject({ mostCents: 2_140, isEstimate: false });
    expect(exemptionOf(facts("restaurant", "2031-06-01"))).toMatchObject({ mostCents: 2_140, isEstimate: true });
    expect(exemptionOf(facts("telework", "2027-01-01"))).toMatchObject({ mostCents: 270, isEstimate: true });
  });
});
