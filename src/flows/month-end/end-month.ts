import type { Month } from "../../domain/calendar.ts";
import type { StepName } from "../../domain/month-end.ts";
import {
  type MonthAnswers,
  type MonthEffect,
  type MonthNext,
  type MonthQuestion,
  planMonthEnd,
} from "../../domain/month-end-plan.ts";
import { SkippedSteps } from "../../store/skipped-steps.ts";
import { LocalActs } from "../../store/undo-log.ts";
import type { Session } from "../session.ts";
import { type MonthEnd, monthToEnd, readMonthEnd } from "./read.ts";

/** All that is said of a month's end before it begins. */
export interface MonthInput {
  /** The month; the one that is ending where none is named. */
  readonly month: Month | undefined;
  /** A step to leave aside, and one to take up again. */
  readonly skip: StepName | undefined;
  readonly resume: StepName | undefined;
  /** Whether nobody is there. */
  readonly isUnattended: boolean;
}

/** Whoever goes through a month's end: a terminal, or a test. */
export interface MonthInterview {
  /** Whether somebody can answer. */
  readonly canAsk: boolean;
  /** Asks what a plan leaves open of the month as it stands. */
  ask(question: MonthQuestion, end: MonthEnd): Promise<MonthAnswers>;
  /** Takes a step, by the command that is made for it. */
  take(effect: Exclude<MonthEffect, { readonly type: "mark" }>): Promise<void>;
  /** Sends what is queued on this machine, and says what came of it. */
  send(): Promise<void>;
  wait<Value>(work: Promise<Value>): Promise<Value>;
}

/** Where a month's end stands, and how its command ends. */
export interface EndedMonth extends Omit<Extract<MonthNext, { readonly type: "show" }>, "type"> {
  readonly end: MonthEnd;
}

/**
 * Goes through a month's end: leaves steps aside or takes them up as it is told, sends what is queued, reads where the month stands, and
 * offers each step that is its porté's, as often as there is one.
 * @throws {PorteError} what `monthToEnd` throws, and what the steps throw that are taken.
 */
export async function endMonth(session: Session, input: MonthInput, interview: MonthInterview): Promise<EndedMonth> {
  const { skip, resume, isUnattended } = input;
  const month = await interview.wait(monthToEnd(session, input.month));
  if (skip !== undefined) await markStep(session, month, skip, true);
  if (resume !== undefined) await markStep(session, month, resume, false);
  const terms = { isUnattended, isOffering: interview.canAsk && skip === undefined && resume === undefined };
  for (;;) {
    await interview.send();
    const end = await interview.wait(readMonthEnd(session, month));
    const facts = { month, steps: end.steps };
    let answers: MonthAnswers = {};
    let next = planMonthEnd(facts, terms, answers);
    while (next.type === "ask") {
      answers = { ...answers, ...(await interview.ask(next.question, end)) };
      next = planMonthEnd(facts, terms, answers);
    }
    if (next.type === "show") return { end, isSilent: next.isSilent, failure: next.failure };
    await carryOut(session, month, next.effect, interview);
  }
}

async function carryOut(session: Session, month: Month, effect: MonthEffect, { take }: MonthInterview): Promise<void> {
  if (effect.type === "mark") await markStep(session, month, effect.step, effect.isSkipped);
  else await take(effect);
}

/** Leaves a step aside, or takes it up again; recorded, to be undone. */
async function markStep({ machine, folder }: Session, month: Month, step: StepName, isSkipped: boolean): Promise<void> {
  const steps = new SkippedSteps(folder);
  const act = { kind: isSkipped ? "step-skipped" : "step-resumed", about: step, now: machine.now() } as const;
  await steps.mark(month, step, isSkipped, (change) =>
    new LocalActs(folder).record(act, [steps.fileOf(month)], change),
  );
}
