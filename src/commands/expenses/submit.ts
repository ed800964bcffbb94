import type { Command } from "commander";
import type { Context } from "../../cli/context.ts";
import { type Month, parseMonth } from "../../domain/calendar.ts";
import { sum } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { expenseJson } from "../../view/expenses.ts";
import { judgementJson, preflightText } from "../../view/preflight.ts";

/** `porte expenses submit [month]`. */
export function registerSubmit(expenses: Command, context: Context): void {
  const { expenses: help } = context.say.help;
  expenses
    .command("submit")
    .description(help.submit)
    .argument("[month]", help.onlyMonth, (text: string) => parseMonth(text, context.today()))
    .option("--yes", help.submitYes)
    .action((month: Month | undefined, { yes }: { yes?: boolean }) => submit(context, month, yes === true));
}

/** Says what the company is likely to make of what is kept, then sends it; what the company refuses stays, with its reason. */
export async function submit(context: Context, month: Month | undefined, isAgreed: boolean): Promise<void> {
  const [{ expensesToSend, submitExpenses }, { judged }, session] = await Promise.all([
    import("../../flows/expenses/submit.ts"),
    import("../../flows/expenses/preflight.ts"),
    context.session(),
  ]);
  const waiting = await expensesToSend(session, month);
  const checked = await context.wait(judged(session, waiting));
  context.note(preflightText(context.look, checked));
  await agreed(context, checked.expenses.some(({ judgement }) => judgement.verdict !== "accepted") && !isAgreed);
  const { sent, refused, unforgotten } = await context.wait(submitExpenses(session, waiting));
  const total = sum(sent.map(({ amountCents }) => amountCents));
  const { expenses: words, format } = context.say;
  const shown = sent.map((expense) => expenseJson({ ...expense, isMissingReceipt: false }));
  const verdicts = checked.expenses.map(({ expense: { id }, judgement }) => ({ id, ...judgementJson(judgement) }));
  context.show({ sent: shown, refused: refused.map(({ draft }) => draft.id), checked: verdicts }, () =>
    sent.length === 0 ? "" : words.sent(sent.length, format.euros(total)),
  );
  for (const { draft, failure } of refused)
    context.remark(
      words.stays(format.day(draft.date), format.euros(draft.amountCents), context.words(failure)),
      failure.code,
    );
  if (unforgotten !== null && refused.length > 0) context.warn(context.words(unforgotten), unforgotten.code);
  const [first] = refused;
  if (first === undefined) {
    if (unforgotten !== null) throw unforgotten;
    return;
  }
  context.note(words.stay(refused.length));
  throw first.failure;
}

/** Asks a person whether to send all the same what may not be taken as it is; a script has read it, and goes on. */
async function agreed(context: Context, isAsked: boolean): Promise<void> {
  const prompt = isAsked ? await context.prompt() : null;
  if (prompt !== null && !(await prompt.confirm(context.say.expenses.askSend)))
    throw new PorteError("run.interrupted", { kept: true });
}
