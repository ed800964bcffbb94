import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainEntry, type ReportDay } from "../../src/domain/activity.ts";
import { addDays, daysOf } from "../../src/domain/calendar.ts";
import { TIME_LIMITS, withHours, workedTime } from "../../src/domain/working-time.ts";

const day = (date: string, hours?: number, amount = 1): ReportDay => ({
  date,
  entries: [{ kind: "mission", mission: "ACME", projectCode: null, amount, ...(hours === undefined ? {} : { hours }) }],
});
const week = (monday: string, ...hours: number[]) => hours.map((count, index) => day(addDays(monday, index), count));
const found = (days: readonly ReportDay[], month = "2026-11") =>
  workedTime("hours", month, days).warnings.map(({ code, day: on, value }) => `${code} ${on} ${value}`);

describe("hours", () => {
  test("of an ordinary month pass no limit", () => {
    const days = daysOf("2026-11").map((date) => day(date, 7));
    const weekdays = days.filter((_one, index) => index % 7 !== 0 && index % 7 !== 6);
    expect(workedTime("hours", "2026-11", weekdays)).toMatchObject({ hours: weekdays.length * 7, warnings: [] });
  });

  test.each<[string, readonly ReportDay[], string[]]>([
    ["of ten a day are allowed", week("2026-11-02", 10), []],
    ["over ten a day", week("2026-11-02", 10.25), ["day-hours 2026-11-02 10.25"]],
    ["that leave no rest", week("2026-11-02", 13.25), ["day-hours 2026-11-02 13.25", "daily-rest 2026-11-02 13.25"]],
    ["over the legal week", week("2026-11-02", 8, 8, 8, 8, 8), ["legal-week 2026-11-02 40"]],
    ["over the week's maximum", week("2026-11-02", 9, 9, 9, 9, 9, 4), ["week-hours 2026-11-02 49"]],
    ["on seven days", week("2026-11-02", 4, 4, 4, 4, 4, 4, 4), ["weekly-rest 2026-11-02 7"]],
    ["of a week that began the month before", week("2026-10-26", 9, 9, 9, 9, 9), ["legal-week 2026-10-26 45"]],
    ["of a week that ends the month after", week("2026-11-30", 10, 10, 10, 10, 10), []],
  ])("%s", (_name, days, expected) => {
    expect(found(days)).toEqual(expected);
  });

  test("over 44 on average of twelve weeks", () => {
    const twelve = Array.from({ length: 12 }, (_, index) => week(addDays("2026-11-16", -7 * index), 9, 9, 9, 9, 9));
    expect(found(twelve.flat()).filter((one) => one.startsWith("average"))).toEqual(["average-hours 2026-11-16 45"]);
    expect(found(twelve.slice(1).flat()).filter((one) => one.startsWith("average"))).toEqual([]);
  });
});

describe("forfait jours", () => {
  test("counts the days at work of twelve months, and says when they are over 218; hours have no maximum there", () => {
    const year = Array.from({ length: 219 }, (_, index) => addDays("2026-01-05", index)).map((date) => day(date, 12));
    const { forfaitDays, hours, warnings } = workedTime("forfait-days", "2026-11", [
      ...year,
      { date: "2026-11-30", entries: [plainEntry("paid-leave", 1)] },
      day("2025-11-30"),
    ]);
    expect({ forfaitDays, hours }).toEqual({ forfaitDays: 219, hours: null });
    expect(warnings).toMatchObject([
      { code: "forfait-days", value: 219, most: 218, source: expect.stringContaining("L3121-64") },
    ]);
  });

  test("rest holds there too", () => {
    const days = week("2026-11-02", 4, 4, 4, 4, 4, 4, 4);
    expect(workedTime("forfait-days", "2026-11", days).warnings.map(({ code }) => code)).toEqual(["weekly-rest"]);
  });
});

test("every limit names its text and the day from which it has stood", () => {
  for (const { since, source } of TIME_LIMITS) {
    expect(since).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(source).toMatch(/^art\. L31\d\d-\d+/);
  }
});

test("hours are kept where they are counted, added where they are not said, and dropped elsewhere", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 96 }), fc.constantFrom(0.5, 1), (quarters, amount) => {
      const said = [day("2026-11-03", quarters / 4, amount)];
      const unsaid = [day("2026-11-03", undefined, amount)];
      expect(withHours(said, "hours", () => 7)).toEqual(said);
      expect(withHours(unsaid, "hours", () => 7.5)).toEqual([day("2026-11-03", 7.5 * amount, amount)]);
      expect(withHours(said, "days", () => 7)).toEqual(unsaid);
    }),
  );
});
