import { describe, expect, test } from "vitest";
import { guessMonth } from "../../src/domain/month-guess.ts";

const TERMS = {
  month: "2026-11",
  alsaceMoselle: false,
  missions: [
    { reference: "ACME", start: "2026-10-01", end: "2026-11-20", projectCodes: [] },
    { reference: "NORD", start: "2026-11-16", end: null, projectCodes: [] },
    { reference: "OLD", start: "2025-01-01", end: "2026-09-30", projectCodes: [] },
  ],
};

describe("the guess", () => {
  test("is the mission on every working day, where nothing is known of the month before", () => {
    expect(guessMonth(TERMS, [])).toHaveLength(15);
  });

  test("lives the weekdays as the month before, leave and sickness apart", () => {
    const entry = (amount: number) => ({ kind: "mission" as const, mission: "ACME", projectCode: null, amount });
    const before = [
      { date: "2026-10-05", entries: [entry(1)] },
      { date: "2026-10-12", entries: [entry(1)] },
      { date: "2026-10-19", entries: [entry(0.5)] },
      { date: "2026-10-06", entries: [{ kind: "sick" as const, mission: null, projectCode: null, amount: 1 }] },
      { date: "2026-10-07", entries: [entry(0.5)] },
    ];
    const guess = guessMonth(TERMS, before);

    expect(guess.map(({ date, entries }) => `${date.slice(8)} ${entries[0]?.kind} ${entries[0]?.amount}`)).toEqual([
      "02 mission 1",
      "04 mission 0.5",
      "09 mission 1",
      "11 holiday 1",
      "16 mission 1",
      "18 mission 0.5",
    ]);
  });

  test("puts granted leave on its working days, over what is usual and over public holidays, both days included", () => {
    const leave = [{ kind: "unpaid-leave" as const, start: "2026-11-10", end: "2026-11-16" }];
    const found = new Map(guessMonth(TERMS, [], leave).map(({ date, entries }) => [date.slice(8), entries[0]?.kind]));

    expect(["09", "10", "11", "12", "13", "14", "16", "17"].map((day) => found.get(day))).toEqual([
      "mission",
      "unpaid-leave",
      "holiday",
      "unpaid-leave",
      "unpaid-leave",
      undefined,
      "unpaid-leave",
      "mission",
    ]);
  });
});
