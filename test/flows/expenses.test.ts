import { describe, expect, test } from "vitest";
import { safeCell } from "../../src/flows/expenses/export.ts";
import { dueDays } from "../../src/flows/expenses/recurring.ts";

test.each([
  ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
  ["+33 6 00 00 00 00", "'+33 6 00 00 00 00"],
  ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["-12.50", "-12.50"],
  ["Café =) de la Gare", "Café =) de la Gare"],
  ["", ""],
])("a spreadsheet runs nothing of %j", (text, safe) => {
  expect(safeCell(text)).toBe(safe);
});

describe("a recurring expense", () => {
  test.each<[string, { day: number; drafted: string }, string, string[]]>([
    ["before its day", { day: 5, drafted: "2026-10" }, "2026-11-04", []],
    ["on its day", { day: 5, drafted: "2026-10" }, "2026-11-05", ["2026-11-05"]],
    ["once it was drafted", { day: 5, drafted: "2026-11" }, "2026-11-25", []],
    ["after months away", { day: 28, drafted: "2026-08" }, "2026-11-25", ["2026-09-28", "2026-10-28"]],
    ["over a year's end", { day: 1, drafted: "2026-11" }, "2027-01-01", ["2026-12-01", "2027-01-01"]],
  ])("%s is due", (_name, rule, today, days) => {
    expect(dueDays(rule, today)).toEqual(days);
  });
});
