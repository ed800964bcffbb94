import { describe, expect, test } from "vitest";
import { MONTH_STEPS, type MonthStep, type StepName, type WaitingOn } from "../../src/domain/month-end.ts";
import { type MonthAnswers, type MonthTerms, planMonthEnd } from "../../src/domain/month-end-plan.ts";

const AT_TERMINAL: MonthTerms = { isUnattended: false, isOffering: true };
const CRON: MonthTerms = { isUnattended: true, isOffering: true };
const NOTHING_SAID = { type: "show", isSilent: false, failure: null };

/** The steps of a month in which some wait for somebody. */
function steps(waiting: Partial<Record<StepName, WaitingOn>>): MonthStep[] {
  return MONTH_STEPS.map((step) => {
    const waitingOn = waiting[step] ?? null;
    return { step, state: waitingOn === null ? "done" : "waiting", waitingOn, since: null };
  });
}

function next(
  waiting: Partial<Record<StepName, WaitingOn>>,
  answers: MonthAnswers = {},
  terms: MonthTerms = AT_TERMINAL,
  today = "2026-11-25",
) {
  return planMonthEnd({ month: "2026-11", today, steps: steps(waiting) }, terms, answers);
}

describe("at a terminal", () => {
  test("the first step that is the porté's is offered, and no other's", () => {
    const waiting = { declare: "machine", receipts: "me", send: "me", approval: "client", payslip: "company" } as const;

    expect(next(waiting)).toEqual({ type: "ask", question: { type: "step", step: "receipts" } });
    expect(next({ ...waiting, receipts: "company", send: "machine" })).toEqual(NOTHING_SAID);
  });

  test("a step that is left for another day ends it, one that is left aside is marked", () => {
    expect(next({ declare: "me" }, { step: "leave" })).toEqual(NOTHING_SAID);
    expect(next({ receipts: "me" }, { step: "skip" })).toEqual({
      type: "do",
      effect: { type: "mark", step: "receipts", isSkipped: true },
    });
  });

  test("a step is taken by its own command", () => {
    expect(next({ declare: "me" }, { step: "take" })).toEqual({
      type: "do",
      effect: { type: "declare", month: "2026-11" },
    });
    expect(next({ send: "me" }, { step: "take" })).toEqual({ type: "do", effect: { type: "submitExpenses" } });
  });

  test.each([
    ["today in the month that runs", "2026-11-25", "2026-11-25"],
    ["today before the month", "2026-10-31", "2026-10-31"],
    ["the month's last day after it", "2026-12-01", "2026-11-30"],
  ])("an expense is asked its date: %s is proposed", (_title, today, proposed) => {
    expect(next({ receipts: "me" }, { step: "take" }, AT_TERMINAL, today)).toEqual({
      type: "ask",
      question: { type: "date", proposed },
    });
  });

  test("an expense is added on the date that is typed, which must be one", () => {
    expect(next({ receipts: "me" }, { step: "take", date: "03/11/2026" })).toEqual({
      type: "do",
      effect: { type: "addExpense", date: "2026-11-03" },
    });
    expect(() => next({ receipts: "me" }, { step: "take", date: "31/11/2026" })).toThrow(
      expect.objectContaining({ code: "input.day" }),
    );
  });
});

describe("where nothing is offered", () => {
  test("the month is shown as it stands", () => {
    expect(next({ declare: "me" }, {}, { isUnattended: false, isOffering: false })).toEqual(NOTHING_SAID);
  });

  test("from cron it is silent while somebody else is waited for, or this machine", () => {
    expect(next({ send: "machine", approval: "client", payslip: "company" }, {}, CRON)).toEqual({
      ...NOTHING_SAID,
      isSilent: true,
    });
  });

  test("from cron it is shown, and fails with the steps that wait for the porté", () => {
    expect(next({ declare: "me", receipts: "me", payslip: "company" }, {}, CRON)).toEqual({
      ...NOTHING_SAID,
      failure: expect.objectContaining({
        code: "check.yours",
        facts: { month: "2026-11", steps: ["declare", "receipts"] },
      }),
    });
  });
});
