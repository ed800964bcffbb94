import type { Context } from "../cli/context.ts";
import type { Month } from "../domain/calendar.ts";
import type { StepName } from "../domain/month-end.ts";
import type { MonthAnswers, MonthQuestion } from "../domain/month-end-plan.ts";
import { endMonth, type MonthInput, type MonthInterview } from "../flows/month-end/end-month.ts";
import type { MonthEnd } from "../flows/month-end/read.ts";
import type { Session } from "../flows/session.ts";
import { monthEndJson, monthEndText } from "../view/month-end.ts";
import { askDay } from "./ask-day.ts";
import { run as declare } from "./declare/declare.ts";
import { run as addExpense } from "./expenses/add.ts";
import { run as submitExpenses } from "./expenses/submit.ts";
import { sendQueued } from "./send-queued.ts";

/** What is typed. */
interface MonthOptions {
  readonly month?: Month;
  readonly skip?: StepName;
  readonly resume?: StepName;
  readonly unattended?: boolean;
  /** The earlier name of `unattended`. */
  readonly untilHuman?: boolean;
}

/**
 * Shows where a month's end stands. On a terminal it then offers the step that waits for its porté, as often as there is one.
 * @throws {PorteError} `check.yours` with `--unattended` where a person is needed.
 */
export async function run(context: Context, options: MonthOptions): Promise<void> {
  const session = await context.session();
  const { end, isSilent, failure } = await endMonth(session, inputOf(options), interviewOn(context, session));
  context.show(monthEndJson(end), () => (isSilent ? "" : monthEndText(context.look, end)));
  if (failure !== null) throw failure;
}

function inputOf({ month, skip, resume, unattended, untilHuman }: MonthOptions): MonthInput {
  return { month, skip, resume, isUnattended: unattended === true || untilHuman === true };
}

function interviewOn(context: Context, session: Session): MonthInterview {
  return {
    canAsk: context.isAsking(),
    ask: (question, end) => ask(context, question, end),
    take: (effect) => {
      if (effect.type === "declare") return declare(context, { month: effect.month });
      return effect.type === "addExpense" ? addExpense(context, { date: effect.date }) : submitExpenses(context, {});
    },
    send: () => sendQueued(context, session),
    wait: (work) => context.wait(work),
  };
}

/** Offers a step under the month as it stands, or asks what the step needs. */
async function ask(context: Context, question: MonthQuestion, end: MonthEnd): Promise<MonthAnswers> {
  const { monthEnd: words } = context.say;
  const prompt = await context.prompt();
  if (prompt === null) throw new TypeError("a question that nobody can answer");
  if (question.type === "date") return { date: await askDay(context, words.askDate, question.proposed) };
  context.note(monthEndText({ ...context.look, paint: context.problemPaint }, end));
  const step = await prompt.choice(words.ask(words.steps[question.step]), [
    { name: words.take, value: "take" },
    { name: words.skip, value: "skip" },
    { name: words.leave, value: "leave" },
  ]);
  return { step };
}
