import { describe, expect, test } from "vitest";
import { isBankingDay, payTransferDay, TARGET_CLOSINGS } from "../../src/domain/banking-days.ts";

/** The closing days that the ECB lists for these years, from Monday to Friday. */
const CLOSED = {
  2025: ["2025-01-01", "2025-04-18", "2025-04-21", "2025-05-01", "2025-12-25", "2025-12-26"],
  2026: ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25"],
  2027: ["2027-01-01", "2027-03-26", "2027-03-29"],
};

describe("banking days", () => {
  test.each(Object.entries(CLOSED))(
    "of %s are those from Monday to Friday but the closing days of TARGET",
    (year, closed) => {
      const days = Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(Number(year), 0, 1 + index)))
        .filter((date) => date.getUTCFullYear() === Number(year) && date.getUTCDay() % 6 !== 0)
        .map((date) => date.toISOString().slice(0, 10));

      expect(days.filter((day) => !isBankingDay(day))).toEqual(closed);
    },
  );

  test("are not France's public holidays", () => {
    expect(["2026-11-11", "2026-07-14", "2026-05-25"].map(isBankingDay)).toEqual([true, true, true]);
    expect(isBankingDay("2026-11-14")).toBe(false);
  });

  test("have a source that says since when", () => {
    for (const { from, text } of TARGET_CLOSINGS.steps) {
      expect(text.published).not.toBeNull();
      expect((text.published ?? "") <= from).toBe(true);
      expect(text.link).toMatch(/^https:/);
    }
  });
});

describe("the day on which a month's pay leaves", () => {
  test.each([
    ["a Saturday is the Friday before", "2026-11", 5, "2026-12-04"],
    ["a Tuesday stays", "2026-12", 5, "2027-01-05"],
    ["Easter Monday is the Thursday before Good Friday", "2026-03", 6, "2026-04-02"],
    ["the first of January is in the year before", "2026-12", 1, "2026-12-31"],
    ["26 December is before Christmas", "2024-11", 26, "2024-12-24"],
  ])("%s", (_title, month, transferDay, expected) => {
    expect(payTransferDay(month, transferDay)).toBe(expected);
  });
});
