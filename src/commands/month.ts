import type { Context } from "../cli/context.ts";
import type { Month } from "../domain/calendar.ts";
import type { StepName } from "../domain/month-end.ts";
import type { MonthAnswers, MonthQuestion } from "../domain/month-end-plan.ts";
import { endMonth, type MonthInput, type MonthInterview } from "../flows/month-end/end-month.ts";
import type { MonthEnd } from "../flows/month-end/read.ts";
import type { Session } from "../flows/session.ts";
import { monthEndJson, monthEndText } from "../view/month-end.ts";
import { run as declare } from "./declare/declare.ts";
import { run as answer } from "./expenses/answer.ts";
import { run as attach } from "./expenses/attach.ts";
import { run as remove } from "./expenses/remove.ts";
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
    take: (effect) => take(context, effect),
    send: () => sendQueued(context, session),
    wait: (work) => context.wait(work),
  };
}

/** Takes a step by the command that is made for it. */
function take(context: Context, effect: Parameters<MonthInterview["take"]>[0]): Promise<void> {
  switch (effect.type) {
    case "declare":
      return declare(context, { month: effect.month });
    case "submitExpenses":
      return submitExpenses(context, {});
    case "attachReceipt":
      return attach(context, { id: effect.id, receipt: effect.receipt });
    case "answerQuestion":
      return answer(context, { id: effect.id, text: effect.text });
    case "noteRefusal":
      return remove(context, { id: effect.id });
  }
}

/** Offers a step under the month as it stands, or asks what the step needs. */
async function ask(context: Context, question: MonthQuestion, end: MonthEnd): Promise<MonthAnswers> {
  const { monthEnd: words } = context.say;
  const prompt = await context.prompt();
  if (prompt === null) throw new TypeError("a question that nobody can answer");
  if (question.type === "receipt") return { text: await prompt.text(context.say.expenses.askReceipt) };
  if (question.type === "answer") return { text: await prompt.text(question.expense.question ?? "") };
  context.note(monthEndText({ ...context.look, paint: context.problemPaint }, end));
  const step = await prompt.choice(words.ask(words.steps[question.step]), [
    { name: words.take, value: "take" },
    { name: words.skip, value: "skip" },
    { name: words.leave, value: "leave" },
  ]);
  return { step };
}
