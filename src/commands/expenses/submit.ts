import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { sum } from "../../domain/money.ts";
import { isRepeat } from "../../domain/preflight.ts";
import { isFailure, isRefusal, PorteError } from "../../errors.ts";
import { judged } from "../../flows/expenses/preflight.ts";
import { expensesToSend, submitExpenses } from "../../flows/expenses/submit.ts";
import { expenseJson } from "../../view/expenses.ts";
import { judgementJson, preflightText } from "../../view/preflight.ts";

interface Input {
  /** Only the expenses of this month. */
  readonly month?: Month;
  readonly yes?: boolean;
}

type Slice = Pick<
  Context,
  "say" | "look" | "session" | "wait" | "prompt" | "note" | "remark" | "warn" | "words" | "show"
>;

/** Says what the company is likely to make of what is kept, then sends it; what the company refuses stays, with its reason. */
export async function run(context: Slice, { month, yes: isAgreed = false }: Input): Promise<void> {
  const session = await context.session();
  const waiting = await expensesToSend(session, month);
  const checked = await context.wait(judged(session, waiting));
  context.note(preflightText(context.look, checked));
  await agreed(context, checked.expenses.some(({ judgement }) => judgement.verdict !== "accepted") && !isAgreed);
  const repeated = checked.expenses.filter(({ judgement }) => isRepeat(judgement)).map(({ expense }) => expense.id);
  const { sent, refused, unforgotten } = await context.wait(submitExpenses(session, waiting, new Set(repeated)));
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
  context.note(
    words.stay(
      refused.length,
      refused.every(({ failure }) => isWithoutReceipt(failure)),
    ),
  );
  throw first.failure;
}

function isWithoutReceipt(failure: PorteError): boolean {
  return isFailure(failure, "expense.no_receipt") || isRefusal(failure, "expense.no_receipt");
}

/**
 * Asks whether to send all the same what may not be taken as it is.
 * @throws {PorteError} `usage.missing_option` where nobody can be asked; `run.interrupted` for a no.
 */
async function agreed(context: Slice, isAsked: boolean): Promise<void> {
  if (!isAsked) return;
  const prompt = await context.prompt();
  if (prompt === null)
    throw new PorteError("usage.missing_option", { option: "--yes", command: "porte expenses submit" });
  if (!(await prompt.confirm(context.say.expenses.askSend, false)))
    throw new PorteError("run.interrupted", { kept: true, isLeft: true, resume: null });
}
