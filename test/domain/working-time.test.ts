import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainEntry, type ReportDay, type WorkingTime } from "../../src/domain/activity.ts";
import { addDays, daysOf } from "../../src/domain/calendar.ts";
import { DOMAIN_LAW } from "../../src/domain/law-tables.ts";
import { TIME_LIMITS, withHours, workedTime as workedBy } from "../../src/domain/working-time.ts";

const workedTime = (workingTime: WorkingTime, month: string, days: readonly ReportDay[]) =>
  workedBy(workingTime, month, days, DOMAIN_LAW);

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
    [
      "of 44 in a week are no more than the branch allows",
      week("2026-11-02", 9, 9, 9, 9, 8),
      ["legal-week 2026-11-02 44"],
    ],
    ["over the branch's maximum", week("2026-11-02", 9, 9, 9, 9, 8.25), ["week-hours 2026-11-02 44.25"]],
    ["on seven days", week("2026-11-02", 4, 4, 4, 4, 4, 4, 4), ["weekly-rest 2026-11-02 7"]],
    ["of a week that began the month before", week("2026-10-26", 9, 9, 9, 9, 9), ["week-hours 2026-10-26 45"]],
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
      { code: "forfait-days", value: 219, most: 218, source: expect.stringContaining("27.1") },
    ]);
  });

  test("229 days are the most of all, and that is then what is said", () => {
    const year = (count: number) =>
      workedTime(
        "forfait-days",
        "2026-11",
        Array.from({ length: count }, (_, index) => day(addDays("2026-01-05", index))),
      ).warnings.filter(({ code }) => code.startsWith("forfait"));
    expect(year(218)).toEqual([]);
    expect(year(229)).toMatchObject([{ code: "forfait-days", most: 218 }]);
    expect(year(230)).toMatchObject([{ code: "forfait-most", most: 229, value: 230 }]);
  });

  test("rest holds there too", () => {
    const days = week("2026-11-02", 4, 4, 4, 4, 4, 4, 4);
    expect(workedTime("forfait-days", "2026-11", days).warnings.map(({ code }) => code)).toEqual(["weekly-rest"]);
  });
});

test("before the branch's amendment the week's maximum was the labour code's", () => {
  const days = week("2019-09-02", 9, 9, 9, 9, 9);
  expect(workedTime("hours", "2019-09", days).warnings.map(({ code }) => code)).toEqual(["legal-week"]);
  expect(workedTime("hours", "2019-11", week("2019-11-04", 9, 9, 9, 9, 9)).warnings).toMatchObject([
    { code: "week-hours", most: 44, source: expect.stringContaining("avenant n° 4") },
  ]);
});

test("a limit past the last day that was checked says so", () => {
  const flags = (month: string, monday: string) =>
    workedTime("hours", month, week(monday, 10.5)).warnings.map(({ isEstimate }) => isEstimate);
  expect(flags("2026-11", "2026-11-02")).toEqual([false]);
  expect(flags("2031-06", "2031-06-02")).toEqual([true]);
});

describe("clock times", () => {
  const clocked = (date: string, start: string, end: string): ReportDay => ({ ...day(date, 7), start, end });
  const rests = (workingTime: "hours" | "days" | "forfait-days", ...days: ReportDay[]) =>
    workedTime(workingTime, "2026-11", days)
      .warnings.filter(({ code }) => code === "daily-rest")
      .map(({ day: on, value }) => `${on} ${value}`);

  test("show a rest under eleven hours since the evening before, under every kind of contract", () => {
    for (const workingTime of ["hours", "days", "forfait-days"] as const) {
      const evening = clocked("2026-11-03", "09:00", "22:00");
      expect(rests(workingTime, evening, clocked("2026-11-04", "08:30", "17:00"))).toEqual(["2026-11-04 13.5"]);
      expect(rests(workingTime, evening, clocked("2026-11-04", "09:00", "17:00"))).toEqual([]);
      expect(rests(workingTime, evening, clocked("2026-11-05", "08:30", "17:00"))).toEqual([]);
    }
  });

  test("show a day that is too long", () => {
    expect(rests("days", clocked("2026-11-03", "07:00", "20:30"))).toEqual(["2026-11-03 13.5"]);
    expect(rests("days", clocked("2026-11-03", "07:00", "20:00"))).toEqual([]);
  });
});

test("every limit names its text and the day from which it has stood", () => {
  for (const { from, text } of TIME_LIMITS.flatMap(({ steps }) => steps)) {
    expect(from).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(text.title).toMatch(/^art\. L31\d\d-\d+|IDCC 3219/);
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
