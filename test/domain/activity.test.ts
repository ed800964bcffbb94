import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  billedDays,
  canonicalReport,
  plainEntry,
  problemsOf,
  type ReportDay,
  type ReportRules,
  totalsOf,
} from "../../src/domain/activity.ts";
import { assertExpense } from "../../src/domain/expense.ts";
import { workingDays } from "../../src/domain/holidays.ts";
import { DOMAIN_LAW } from "../../src/domain/law-tables.ts";
import { unsplitVat } from "../../src/domain/vat.ts";

const RULES: ReportRules = {
  missions: [{ reference: "ACME", start: "2026-11-03", end: "2026-11-27", projectCodes: ["LOT-1", "LOT-2"] }],
  alsaceMoselle: false,
  workingTime: "days",
  restDaysConfirmed: false,
};
const worked = (date: string, amount = 1, mission: string | null = "ACME"): ReportDay => ({
  date,
  entries: [{ kind: "mission", mission, projectCode: null, amount }],
});
const split = (date: string, one: number, other: number, code = "LOT-2"): ReportDay => ({
  date,
  entries: [
    { kind: "mission", mission: "ACME", projectCode: "LOT-1", amount: one },
    { kind: "mission", mission: "ACME", projectCode: code, amount: other },
  ],
});
const codes = (days: readonly ReportDay[], rules = RULES) => problemsOf("2026-11", days, rules).map(({ code }) => code);

describe("a report", () => {
  test("of a contract in hours needs those of its work, and no more than a day has", () => {
    const rules = { ...RULES, workingTime: "hours" as const };
    const counted = (hours: number) => [
      { date: "2026-11-04", entries: worked("2026-11-04").entries.map((entry) => ({ ...entry, hours })) },
    ];
    const leave = [{ date: "2026-11-05", entries: [{ ...plainEntry("paid-leave", 1) }] }];

    expect(codes([worked("2026-11-04")], rules)).toEqual(["hours_missing"]);
    expect(codes([...counted(9.5), ...leave], rules)).toEqual([]);
    expect(codes(counted(24.25), rules)).toEqual(["hours_over_day"]);
  });

  test("marks public holidays where they are, whole, and spends no leave on them", () => {
    const rules = { ...RULES, restDaysConfirmed: true };
    const of = (month: string, date: string, ...entries: ReportDay["entries"]) =>
      problemsOf(month, [{ date, entries }], rules).map(({ code }) => code);
    const november = (...entries: ReportDay["entries"]) => of("2026-11", "2026-11-11", ...entries);

    expect(november(plainEntry("holiday", 1))).toEqual([]);
    expect(november(plainEntry("holiday", 0.5), ...worked("2026-11-11", 0.5).entries)).toEqual([]);
    expect(november(plainEntry("holiday", 0.5))).toEqual(["half_holiday"]);
    expect(november(plainEntry("paid-leave", 1))).toEqual(["leave_on_holiday"]);
    expect(november(plainEntry("unpaid-leave", 1))).toEqual([]);
    expect(of("2026-11", "2026-11-30", plainEntry("holiday", 1))).toEqual(["not_a_holiday"]);
    /** Whit Monday is the day of solidarity where nothing else is said (C. trav., art. L3133-11). */
    expect(of("2026-05", "2026-05-25", plainEntry("paid-leave", 1))).toEqual([]);
  });

  test("marks the two holidays of Alsace-Moselle there alone", () => {
    const day = [{ date: "2026-12-26", entries: [plainEntry("holiday", 1)] }];

    expect(problemsOf("2026-12", day, RULES)).toMatchObject([{ code: "not_a_holiday" }]);
    expect(problemsOf("2026-12", day, { ...RULES, alsaceMoselle: true })).toEqual([]);
  });

  test("of working days within its mission has no fault", () => {
    const days = workingDays("2026-11").filter((day) => day >= "2026-11-03" && day <= "2026-11-27");

    expect(codes(days.map((day) => worked(day)))).toEqual([]);
    expect(codes([])).toEqual([]);
  });

  test.each([
    [
      "over one day",
      [{ date: "2026-11-04", entries: [...worked("2026-11-04").entries, ...worked("2026-11-04", 0.5).entries] }],
      ["day_over_one"],
    ],
    ["whose parts do not sum to the day", [split("2026-11-04", 0.3, 0.6)], ["parts"]],
    ["whose parts sum to the day", [split("2026-11-04", 0.3, 0.7)], []],
    ["whose parts are finer than a hundredth", [split("2026-11-04", 0.333, 0.667)], ["parts", "parts"]],
    ["whose parts sum to half of it", [split("2026-11-04", 0.17, 0.33)], []],
    ["of a code that the client never gave", [split("2026-11-04", 0.5, 0.5, "LOT-9")], ["unknown_code"]],
    ["before the mission", [worked("2026-11-02")], ["outside_mission"]],
    ["after the mission", [worked("2026-11-30")], ["outside_mission"]],
    ["of an unknown mission", [worked("2026-11-04", 1, "NOPE")], ["unknown_mission"]],
    ["of no mission", [worked("2026-11-04", 1, null)], ["unknown_mission"]],
    ["given twice", [worked("2026-11-04", 0.5), worked("2026-11-04", 0.5)], ["repeated_day"]],
    ["of another month", [worked("2026-10-05")], ["outside_month", "outside_mission"]],
    ["that does not exist", [worked("2026-11-31")], ["outside_month", "outside_mission"]],
    ["on a Sunday", [worked("2026-11-08")], ["confirm_rest_day"]],
    ["on a public holiday", [worked("2026-11-11")], ["confirm_rest_day"]],
  ])("names a day %s", (_name, days, expected) => {
    expect(codes(days)).toEqual(expected);
  });

  test("on rest days is sound once they are confirmed", () => {
    expect(codes([worked("2026-11-08"), worked("2026-11-11")], { ...RULES, restDaysConfirmed: true })).toEqual([]);
  });

  test("is the same in whatever order its days were typed", () => {
    const days = workingDays("2026-11").map((day) => worked(day));
    fc.assert(
      fc.property(fc.shuffledSubarray(days, { minLength: days.length }), (shuffled) => {
        expect(canonicalReport("2026-11", shuffled)).toBe(canonicalReport("2026-11", days));
        expect(totalsOf(shuffled)).toEqual({ mission: days.length });
        expect(billedDays(shuffled).get("ACME")).toBe(days.length);
      }),
    );
  });
});

describe("an expense", () => {
  const byRate = (...lines: [number | null, number][]) => lines.map(([ratePpm, vatCents]) => ({ ratePpm, vatCents }));
  const good = { date: "2026-11-19", amountCents: 2140, vat: [{ ratePpm: 100_000, vatCents: 195 }] };
  const codeOf = (change: object) => {
    try {
      assertExpense({ ...good, ...change }, "2026-11-25", "2026-11-01", DOMAIN_LAW);
      return null;
    } catch (failure) {
      return (failure as { code: string }).code;
    }
  };

  test.each([
    [{}, null],
    [{ vat: [] }, null],
    [{ vat: unsplitVat(357) }, null],
    [{ vat: unsplitVat(358) }, "expense.vat"],
    [{ vat: unsplitVat(-1) }, "expense.vat"],
    [{ vat: [{ ratePpm: 100_000, vatCents: 196 }] }, null],
    /** 1.98 at 10 % is tax of 21.78 at least, till roundings apart. */
    [{ vat: [{ ratePpm: 100_000, vatCents: 198 }] }, "expense.vat"],
    [{ vat: byRate([100_000, 100], [200_000, 173]) }, null],
    [{ vat: byRate([100_000, 100], [200_000, 180]) }, "expense.vat"],
    [{ vat: byRate([100_000, 195], [200_000, 0]) }, "expense.vat"],
    [{ vat: byRate([100_000, 10], [100_000, 10]) }, "expense.vat_rate"],
    [{ vat: byRate([100_000, 10], [null, 10]) }, "expense.vat_rate"],
    [{ vat: byRate([196_000, 10]) }, "expense.vat_rate"],
    [{ amountCents: 0 }, "input.amount_range"],
    [{ amountCents: 10_000_001 }, "input.amount_range"],
    [{ date: "2026-11-25" }, null],
    [{ date: "2026-11-26" }, "expense.future"],
    [{ date: "2026-10-31" }, "expense.outside_contract"],
    [{ date: "2026-11-31" }, "input.day"],
  ])("with %o ends with %s", (change, code) => {
    expect(codeOf(change)).toBe(code);
  });
});
