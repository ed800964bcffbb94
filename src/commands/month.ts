import type { Context } from "../cli/context.ts";
import type { Prompt } from "../cli/prompt.ts";
import { daysOf, type Month, monthOf, parseDay } from "../domain/calendar.ts";
import type { MonthStep, StepName } from "../domain/month-end.ts";
import { PorteError } from "../errors.ts";
import { type MonthEnd, monthEnd, monthToEnd } from "../flows/month-end.ts";
import type { Session } from "../flows/session.ts";
import { LocalActs } from "../store/local-acts.ts";
import { SkippedSteps } from "../store/skipped-steps.ts";
import { monthEndJson, monthEndText } from "../view/month-end.ts";
import { run as declare } from "./declare/declare.ts";
import { run as addExpense } from "./expenses/add.ts";
import { run as submitExpenses } from "./expenses/submit.ts";
import { sendQueued } from "./send-queued.ts";

interface Input {
  readonly month?: Month;
  readonly skip?: StepName;
  readonly resume?: StepName;
  readonly untilHuman?: boolean;
}

/**
 * Shows where a month's end stands. On a terminal it then offers the step that waits for its porté, as often as there is one.
 * @throws {PorteError} `check.yours` with `--until-human` where a person is needed.
 */
export async function run(context: Context, { month: asked, ...options }: Input): Promise<void> {
  const session = await context.session();
  const month = await context.wait(monthToEnd(session, asked));
  for (const [step, isSkipped] of [
    [options.skip, true],
    [options.resume, false],
  ] as const)
    if (step !== undefined) await mark(session, month, step, isSkipped);
  const end = await read(context, session, month);
  if (options.untilHuman) return untilHuman(context, end);
  const prompt = options.skip === undefined && options.resume === undefined ? await context.prompt() : null;
  const last = prompt === null ? end : await walk(context, session, end);
  context.show(monthEndJson(last), () => monthEndText(context.look, last));
}

/** Sends what is queued, then reads the steps. */
async function read(context: Context, session: Session, month: Month): Promise<MonthEnd> {
  await sendQueued(context, session);
  return context.wait(monthEnd(session, month));
}

async function mark({ machine, profile }: Session, month: Month, step: StepName, isSkipped: boolean): Promise<void> {
  const steps = new SkippedSteps(machine.folders, profile);
  const act = { kind: isSkipped ? "step-skipped" : "step-resumed", about: step, now: machine.now() } as const;
  await steps.mark(month, step, isSkipped, (change) =>
    new LocalActs(machine.folders, profile).record(act, [steps.fileOf(month)], change),
  );
}

/** For cron: silent while somebody else is waited for. */
function untilHuman(context: Context, end: MonthEnd): void {
  const mine = end.steps.filter(isMine);
  context.show(monthEndJson(end), () => (mine.length === 0 ? "" : monthEndText(context.look, end)));
  if (mine.length > 0) throw new PorteError("check.yours", { month: end.month, steps: mine.map(({ step }) => step) });
}

function isMine({ waitingOn }: MonthStep): boolean {
  return waitingOn === "me";
}

/** Offers each step that is the porté's: to take, to skip, or to leave for another day. */
async function walk(context: Context, session: Session, first: MonthEnd): Promise<MonthEnd> {
  const { monthEnd: words } = context.say;
  for (let end = first; ; end = await read(context, session, first.month)) {
    const next = end.steps.find(isMine);
    const prompt = await context.prompt();
    if (next === undefined || prompt === null) return end;
    context.note(monthEndText({ ...context.look, paint: context.problemPaint }, end));
    const choice = await prompt.choice(words.ask(words.steps[next.step]), [
      { name: words.take, value: "take" },
      { name: words.skip, value: "skip" },
      { name: words.leave, value: "leave" },
    ]);
    if (choice === "leave") return end;
    if (choice === "skip") await mark(session, end.month, next.step, true);
    else await take(context, prompt, end.month, next.step);
  }
}

/** Takes a step by the command that is made for it. */
async function take(context: Context, prompt: Prompt, month: Month, step: StepName): Promise<void> {
  if (step === "declare") return declare(context, { month });
  if (step !== "receipts") return submitExpenses(context, {});
  const today = context.today();
  const usual = month < monthOf(today) ? (daysOf(month).at(-1) ?? today) : today;
  await addExpense(context, { date: parseDay(await prompt.text(context.say.monthEnd.askDate, usual)) });
}
