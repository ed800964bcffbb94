import { PorteError } from "../errors.ts";
import type { Month } from "./calendar.ts";
import type { MonthStep, StepName, StoppedExpense } from "./month-end.ts";

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
  readonly steps: readonly MonthStep[];
}

/** A question that only a person answers. */
export type MonthQuestion =
  | { readonly type: "step"; readonly step: StepName }
  /** The file of the receipt that an expense lacks. */
  | { readonly type: "receipt"; readonly expense: StoppedExpense }
  /** What is answered to the company's question about an expense. */
  | { readonly type: "answer"; readonly expense: StoppedExpense };

/** What was answered of the step that is offered; what is absent was not asked. */
export interface MonthAnswers {
  readonly step?: "take" | "skip" | "leave";
  readonly text?: string;
}

/** One thing to do. */
export type MonthEffect =
  | { readonly type: "mark"; readonly step: StepName; readonly isSkipped: boolean }
  | { readonly type: "declare"; readonly month: Month }
  | { readonly type: "attachReceipt"; readonly id: string; readonly receipt: string }
  | { readonly type: "answerQuestion"; readonly id: string; readonly text: string }
  | { readonly type: "noteRefusal"; readonly id: string }
  | { readonly type: "submitExpenses" };

/** What comes next of a month's end. After something is done, its steps are read again. */
export type MonthNext =
  | { readonly type: "ask"; readonly question: MonthQuestion }
  | { readonly type: "do"; readonly effect: MonthEffect }
  /** The end of it: whether it has anything to say, and the failure that it ends with. */
  | { readonly type: "show"; readonly isSilent: boolean; readonly failure: PorteError<"check.yours"> | null };

/** Decides what becomes of a month's end: pure, and made anew with each answer. */
export function planMonthEnd(facts: MonthEndFacts, terms: MonthTerms, answers: MonthAnswers): MonthNext {
  const own = facts.steps.filter(({ waitingOn }) => waitingOn === "me");
  const [next] = own;
  if (terms.isUnattended) return unattended(facts.month, own);
  if (next === undefined || !terms.isOffering || answers.step === "leave") return SHOWN;
  if (answers.step === undefined) return { type: "ask", question: { type: "step", step: next.step } };
  if (answers.step === "skip") return { type: "do", effect: { type: "mark", step: next.step, isSkipped: true } };
  return taking(facts.month, next, answers);
}

const SHOWN = { type: "show", isSilent: false, failure: null } as const;

function unattended(month: Month, own: readonly MonthStep[]): MonthNext {
  if (own.length === 0) return { ...SHOWN, isSilent: true };
  return { ...SHOWN, failure: new PorteError("check.yours", { month, steps: own.map(({ step }) => step) }) };
}

/** A step is taken by what is made for it. */
function taking(month: Month, { step, expense }: MonthStep, answers: MonthAnswers): MonthNext {
  if (step === "declare") return { type: "do", effect: { type: "declare", month } };
  return expense === undefined ? { type: "do", effect: { type: "submitExpenses" } } : freeing(expense, answers);
}

/** Does what lets an expense go on. */
function freeing(expense: StoppedExpense, { text }: MonthAnswers): MonthNext {
  const { id, state } = expense;
  if (state === "refused") return { type: "do", effect: { type: "noteRefusal", id } };
  const isMissing = state === "missing";
  if (text === undefined) return { type: "ask", question: { type: isMissing ? "receipt" : "answer", expense } };
  /** A receipt that comes later is left for another day. */
  if (isMissing && text.trim() === "") return SHOWN;
  return {
    type: "do",
    effect: isMissing ? { type: "attachReceipt", id, receipt: text } : { type: "answerQuestion", id, text },
  };
}
