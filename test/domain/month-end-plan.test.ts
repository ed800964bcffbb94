import { describe, expect, test } from "vitest";
import {
  MONTH_STEPS,
  type MonthStep,
  type StepName,
  type StoppedExpense,
  type WaitingOn,
} from "../../src/domain/month-end.ts";
import { type MonthAnswers, type MonthTerms, planMonthEnd } from "../../src/domain/month-end-plan.ts";

const AT_TERMINAL: MonthTerms = { isUnattended: false, isOffering: true };
const CRON: MonthTerms = { isUnattended: true, isOffering: true };
const NOTHING_SAID = { type: "show", isSilent: false, failure: null };

/** The steps of a month in which some wait for somebody. */
function steps(waiting: Partial<Record<StepName, WaitingOn>>, expense?: StoppedExpense): MonthStep[] {
  return MONTH_STEPS.map((step) => {
    const waitingOn = waiting[step] ?? null;
    const stopped = step === "receipts" && expense !== undefined ? { expense } : {};
    return { step, state: waitingOn === null ? "done" : "waiting", waitingOn, since: null, ...stopped };
  });
}

function next(
  waiting: Partial<Record<StepName, WaitingOn>>,
  answers: MonthAnswers = {},
  terms: MonthTerms = AT_TERMINAL,
  expense?: StoppedExpense,
) {
  return planMonthEnd({ month: "2026-11", steps: steps(waiting, expense) }, terms, answers);
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
    ["missing", "receipt", { type: "attachReceipt", id: "e1", receipt: "taxi.pdf" }],
    ["questioned", "answer", { type: "answerQuestion", id: "e1", text: "taxi.pdf" }],
  ] as const)("an expense that is %s asks what lets it go on", (state, type, effect) => {
    const expense = { id: "e1", state, question: "Which?" };

    expect(next({ receipts: "me" }, { step: "take" }, AT_TERMINAL, expense)).toEqual({
      type: "ask",
      question: { type, expense },
    });
    expect(next({ receipts: "me" }, { step: "take", text: "taxi.pdf" }, AT_TERMINAL, expense)).toEqual({
      type: "do",
      effect,
    });
  });

  test("a receipt that comes later ends it", () => {
    const expense = { id: "e1", state: "missing", question: null } as const;

    expect(next({ receipts: "me" }, { step: "take", text: " " }, AT_TERMINAL, expense)).toEqual(NOTHING_SAID);
  });

  test("of an expense that was refused it is noted that its porté knows", () => {
    const expense = { id: "e1", state: "refused", question: null } as const;

    expect(next({ receipts: "me" }, { step: "take" }, AT_TERMINAL, expense)).toEqual({
      type: "do",
      effect: { type: "noteRefusal", id: "e1" },
    });
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
