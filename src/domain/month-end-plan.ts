import { PorteError } from "../errors.ts";
import { type Day, daysOf, type Month, monthOf } from "./calendar.ts";
import type { MonthStep, StepName } from "./month-end.ts";
import { parseDay } from "./typed/day.ts";

/** How a month's end is gone through. */
export interface MonthTerms {
  /** Whether nobody is there: what waits for the porté is then a failure, and all else is silent. */
  readonly isUnattended: boolean;
  /** Whether the steps that are the porté's are offered, one after the other. */
  readonly isOffering: boolean;
}

/** What is known of a month's end when its plan is made. */
export interface MonthEndFacts {
  readonly month: Month;
  readonly today: Day;
  readonly steps: readonly MonthStep[];
}

/** A question that only a person answers. */
export type MonthQuestion =
  | { readonly type: "step"; readonly step: StepName }
  /** The day of the expense that is to be added; `proposed` stands where nothing is typed. */
  | { readonly type: "date"; readonly proposed: Day };

/** What was answered of the step that is offered; what is absent was not asked. */
export interface MonthAnswers {
  readonly step?: "take" | "skip" | "leave";
  readonly date?: string;
}

/** One thing to do. */
export type MonthEffect =
  | { readonly type: "mark"; readonly step: StepName; readonly isSkipped: boolean }
  | { readonly type: "declare"; readonly month: Month }
  | { readonly type: "addExpense"; readonly date: Day }
  | { readonly type: "submitExpenses" };

/** What comes next of a month's end. After something is done, its steps are read again. */
export type MonthNext =
  | { readonly type: "ask"; readonly question: MonthQuestion }
  | { readonly type: "do"; readonly effect: MonthEffect }
  /** The end of it: whether it has anything to say, and the failure that it ends with. */
  | { readonly type: "show"; readonly isSilent: boolean; readonly failure: PorteError<"check.yours"> | null };

/**
 * Decides what becomes of a month's end: pure, and made anew with each answer.
 * @throws {PorteError} `input.day` for an answer that is no date.
 */
export function planMonthEnd(facts: MonthEndFacts, terms: MonthTerms, answers: MonthAnswers): MonthNext {
  const own = facts.steps.filter(({ waitingOn }) => waitingOn === "me");
  const [next] = own;
  if (terms.isUnattended) return unattended(facts.month, own);
  if (next === undefined || !terms.isOffering || answers.step === "leave") return SHOWN;
  if (answers.step === undefined) return { type: "ask", question: { type: "step", step: next.step } };
  if (answers.step === "skip") return { type: "do", effect: { type: "mark", step: next.step, isSkipped: true } };
  return taking(facts, next.step, answers);
}

const SHOWN = { type: "show", isSilent: false, failure: null } as const;

function unattended(month: Month, own: readonly MonthStep[]): MonthNext {
  if (own.length === 0) return { ...SHOWN, isSilent: true };
  return { ...SHOWN, failure: new PorteError("check.yours", { month, steps: own.map(({ step }) => step) }) };
}

/** A step is taken by what is made for it. */
function taking({ month, today }: MonthEndFacts, step: StepName, { date }: MonthAnswers): MonthNext {
  if (step === "declare") return { type: "do", effect: { type: "declare", month } };
  if (step !== "receipts") return { type: "do", effect: { type: "submitExpenses" } };
  if (date !== undefined) return { type: "do", effect: { type: "addExpense", date: parseDay(date, today) } };
  const lastDay = daysOf(month).at(-1) ?? today;
  return { type: "ask", question: { type: "date", proposed: month < monthOf(today) ? lastDay : today } };
}
