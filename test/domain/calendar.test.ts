import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, lastDay, weekday } from "../../src/domain/calendar.ts";
import { holidaysOf, workingDays } from "../../src/domain/holidays.ts";
import { dayInParis, timeInParis } from "../../src/domain/paris.ts";

describe("days of Paris", () => {
  const byIntl = (instant: Date) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "short" }).format(
      instant,
    );
  const byRule = (instant: Date) => `${dayInParis(instant)} ${timeInParis(instant)}`;

  test("are those of the time-zone database, at any instant of this century", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1996-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        (instant) => {
          expect(byRule(instant)).toBe(byIntl(instant));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("are so on both sides of each change of the clocks", () => {
    const days = Array.from({ length: 21 }, (_, index) => 2020 + index).flatMap((year) =>
      [2, 9].flatMap((month) => [24, 25, 26, 27, 28, 29, 30, 31].map((day) => Date.UTC(year, month, day))),
    );
    const minutes = [-61, -60, -1, 0, 59, 60, 61, 119, 120, 1319, 1320];
    const instants = days.flatMap((day) => minutes.map((minute) => new Date(day + minute * 60_000)));

    expect(instants.filter((instant) => byRule(instant) !== byIntl(instant))).toEqual([]);
  });
});

describe("the calendar", () => {
  test("goes forward and back without losing a day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: -500, max: 500 }), (from, count) => {
        const day = addDays("2001-01-01", from);
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(weekday(addDays(day, 7))).toBe(weekday(day));
        expect(addMonths(addMonths(day.slice(0, 7), count), -count)).toBe(day.slice(0, 7));
      }),
    );
    expect([lastDay("2026-02"), lastDay("2028-02"), weekday("2026-11-25")]).toEqual(["2026-02-28", "2028-02-29", 3]);
  });

  test("holds the eleven public holidays of 2026, and two more in Alsace-Moselle", () => {
    expect([...holidaysOf(2026).keys()]).toEqual([
      ...["2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25"],
      ...["2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25"],
    ]);
    expect([...holidaysOf(2026, true).keys()]).toEqual(expect.arrayContaining(["2026-04-03", "2026-12-26"]));
    expect(workingDays("2026-11")).toHaveLength(20);
  });
});
