import { expect, test } from "vitest";
import type { Key, Screen } from "../../src/cli/screen.ts";
import { fillMonth } from "../../src/commands/declare/screen.ts";
import type { ReportDay } from "../../src/domain/activity.ts";
import { PorteError } from "../../src/errors.ts";
import type { MonthForm } from "../../src/flows/activity/declare/month-form.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { PLAIN } from "../../src/view/look.ts";

const say = await catalogueOf("en");

/** A terminal of a height on which keys are pressed; it keeps what it was shown. */
function terminalOf(height: number, keys: readonly string[]) {
  const shown: string[] = [];
  const left = [...keys];
  const screen: Screen = {
    width: () => 60,
    height: () => height,
    draw: (text) => void shown.push(text),
    key: async (): Promise<Key> => ({ name: left.shift() ?? "q", shift: false, ctrl: false }),
    close: () => undefined,
  };
  return { screen, shown };
}

const DAY: ReportDay = {
  date: "2026-11-03",
  entries: [{ kind: "training", mission: null, projectCode: null, amount: 1 }],
};
const FORM: MonthForm = {
  terms: { month: "2026-11", alsaceMoselle: false, missions: [], countsHours: false },
  guess: [DAY],
  keep: async () => undefined,
  worth: () => ({ turnoverCents: 0, netPaidCents: null, isEstimate: false, hours: null }),
  refusal: () => null,
};
const CONTEXT = {
  say,
  look: { say, width: 60, paint: PLAIN, draw: null },
  problemPaint: PLAIN,
  words: (failure: PorteError) => failure.code,
  keeps: () => undefined,
};

test("a month that is whole on its screen is sent by Enter", async () => {
  const { screen, shown } = terminalOf(40, ["return"]);

  expect(await fillMonth(CONTEXT, screen, FORM)).toEqual([DAY]);
  expect(shown.every((text) => !text.includes(say.grid.askUnseen))).toBe(true);
});

test("a month that is taller than its screen scrolls, and Enter asks before it sends", async () => {
  const { screen, shown } = terminalOf(12, ["pagedown", "return", "x", "return", "return"]);

  expect(await fillMonth(CONTEXT, screen, FORM)).toEqual([DAY]);
  expect(shown.every((text) => text.split("\n").length < 12)).toBe(true);
  expect(shown[0]).toContain("Mon");
  expect(shown[1]).not.toContain("Mon");
  expect(shown.map((text) => text.includes("The whole month is not"))).toEqual([false, false, true, false, true]);
});

test("a terminal that changes its size is drawn again, and what is said stays", async () => {
  const { screen, shown } = terminalOf(12, ["return", "resize", "return"]);

  await fillMonth(CONTEXT, screen, FORM);
  expect(shown[2]).toContain("The whole month is not");
});

test("what the company would refuse is said, and is not sent", async () => {
  const { screen, shown } = terminalOf(40, ["return", "q"]);
  const form = { ...FORM, refusal: () => new PorteError("activity.empty", { month: "2026-11" }) };

  await expect(fillMonth(CONTEXT, screen, form)).rejects.toMatchObject({ code: "run.interrupted" });
  expect(shown[1]).toContain("activity.empty");
});
