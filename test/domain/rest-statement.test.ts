import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalReport, problemsOf, type ReportDay } from "../../src/domain/activity.ts";
import { parseTimes, withTimes } from "../../src/domain/clock-times.ts";
import { differences } from "../../src/domain/report-difference.ts";
import {
  isSameRest,
  needsInterview,
  parseRestDays,
  REST_WORDS,
  type RestStatement,
  restStated,
  restWordOf,
} from "../../src/domain/rest-statement.ts";
import { PorteError } from "../../src/errors.ts";

const statement = fc.record({
  dailyRest: fc.boolean(),
  weeklyRest: fc.boolean(),
  restDaysGivenUp: fc.nat({ max: 62 }).map((halves) => halves / 2),
});

describe("what is stated of rest", () => {
  test("is said by one word, and read back from it", () => {
    fc.assert(
      fc.property(statement, (stated) => {
        expect(restStated(restWordOf(stated), stated.restDaysGivenUp, null)).toEqual(stated);
        expect(restStated(undefined, undefined, stated)).toEqual(stated);
        expect(restStated("unsaid", undefined, stated)).toBeNull();
        expect(needsInterview(stated)).toBe(restWordOf(stated) !== "respected");
        expect(isSameRest(stated, { ...stated })).toBe(true);
        expect(isSameRest(stated, null)).toBe(false);
      }),
    );
    expect(REST_WORDS.map((word) => restStated(word, undefined, null)?.dailyRest ?? null)).toEqual([
      true,
      false,
      true,
      false,
      null,
    ]);
  });

  test("is nothing where nothing is typed, and days given up alone state nothing of rest", () => {
    expect(restStated(undefined, undefined, null)).toBeNull();
    expect(needsInterview(null)).toBe(false);
    expect(() => restStated(undefined, 1, null)).toThrow(PorteError);
    expect(restStated("neither", undefined, { dailyRest: true, weeklyRest: true, restDaysGivenUp: 1.5 })).toEqual({
      dailyRest: false,
      weeklyRest: false,
      restDaysGivenUp: 1.5,
    });
  });

  test("leaves the hash of a month that states nothing as it was", () => {
    const days: ReportDay[] = [
      { date: "2026-11-02", entries: [{ kind: "training", mission: null, projectCode: null, amount: 1 }] },
    ];
    const stated: RestStatement = { dailyRest: true, weeklyRest: false, restDaysGivenUp: 0.5 };
    expect(canonicalReport("2026-11", days)).toBe('["2026-11",[["2026-11-02",[["training",null,null,1]]]]]');
    expect(canonicalReport("2026-11", days, null)).toBe(canonicalReport("2026-11", days));
    expect(canonicalReport("2026-11", days, stated)).toBe(
      '["2026-11",[["2026-11-02",[["training",null,null,1]]]],[true,false,0.5]]',
    );
    expect(
      canonicalReport(
        "2026-11",
        withTimes(
          days,
          [],
          parseTimes(["2=9:00-17:30"], "2026-11", () => true),
        ),
      ),
    ).toBe('["2026-11",[["2026-11-02",[["training",null,null,1]],"09:00","17:30"]]]');
  });

  test.each<[string, number | null]>([
    ["0", 0],
    ["1", 1],
    ["1,5", 1.5],
    ["0.5", 0.5],
    ["31", 31],
    ["31.5", null],
    ["0.25", null],
    ["-1", null],
    ["", null],
    ["two", null],
  ])("rest days given up %j: %s", (text, days) => {
    if (days === null) expect(() => parseRestDays(text)).toThrow(PorteError);
    else expect(parseRestDays(text)).toBe(days);
  });
});

describe("clock times", () => {
  const read = (...texts: string[]) => [...parseTimes(texts, "2026-11", () => true)];

  test.each<[string, [string, { start: string; end: string } | null][]]>([
    ["2=9:00-17:30", [["2026-11-02", { start: "09:00", end: "17:30" }]]],
    ["2026-11-02=09:00-17:30", [["2026-11-02", { start: "09:00", end: "17:30" }]]],
    ["2=9h-17h30", [["2026-11-02", { start: "09:00", end: "17:30" }]]],
    ["2=", [["2026-11-02", null]]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    "2",
    "2=9:00",
    "2=17:30-9:00",
    "2=9:00-9:00",
    "2=25:00-26:00",
    "2=9:60-10:00",
    "2=9-10-11",
    "2=noon-night",
  ])("%s is refused", (text) => {
    expect(() => read(text)).toThrow(PorteError);
  });

  test("that are typed go over those that stood, which stay where none are", () => {
    const day = (date: string) => ({ date, entries: [] });
    const stood = [
      { ...day("2026-11-02"), start: "08:00", end: "12:00" },
      { ...day("2026-11-03"), start: "08:00", end: "12:00" },
    ];
    const said = parseTimes(["3=", "4=9:00-10:00", "9=9:00-10:00"], "2026-11", () => true);
    expect(withTimes([day("2026-11-02"), day("2026-11-03"), day("2026-11-04")], stood, said)).toEqual([
      { ...day("2026-11-02"), start: "08:00", end: "12:00" },
      day("2026-11-03"),
      { ...day("2026-11-04"), start: "09:00", end: "10:00" },
    ]);
  });

  test("are told among what two versions of a month do not say alike", () => {
    const entries = [{ kind: "training" as const, mission: null, projectCode: null, amount: 1 }];
    const day: ReportDay = { date: "2026-11-02", entries };
    expect(differences([day], [{ ...day, start: "09:00", end: "17:30" }])).toEqual([
      { day: "2026-11-02", mine: "training:1", theirs: "training:1 09:00-17:30" },
    ]);
  });

  test("of a report must be both, and in order", () => {
    const rules = { missions: [], alsaceMoselle: false, workingTime: "days" as const, restDaysConfirmed: false };
    const codes = (times: { start?: string; end?: string }) =>
      problemsOf("2026-11", [{ date: "2026-11-02", entries: [], ...times }], rules).map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ start: "09:00", end: "17:00" })).toEqual([]);
    for (const wrong of [{ start: "09:00" }, { end: "09:00" }, { start: "17:00", end: "09:00" }])
      expect(codes(wrong)).toEqual(["times"]);
  });
});
