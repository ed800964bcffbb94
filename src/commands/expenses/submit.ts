import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { sum } from "../../domain/money.ts";
import { isRepeat } from "../../domain/preflight.ts";
import { shortIds } from "../../domain/short-id.ts";
import { isFailure, PorteError } from "../../errors.ts";
import { lacksReceipt } from "../../flows/expenses/drafts.ts";
import { judged } from "../../flows/expenses/preflight.ts";
import { expensesToSend, type Submitted, submitExpenses } from "../../flows/expenses/submit.ts";
import { expenseJson } from "../../view/expenses.ts";
import { judgementJson, preflightText } from "../../view/preflight.ts";

interface Input {
  /** Only the expenses of this month. */
  readonly month?: Month;
  readonly yes?: boolean;
}

type Slice = Pick<
  Context,
  "say" | "look" | "isJson" | "session" | "wait" | "prompt" | "note" | "remark" | "warn" | "words" | "show" | "openFile"
>;

/**
 * Says what the company is likely to make of what is kept, then sends it; what the company refuses stays, with its reason.
 * @throws {PorteError} `expense.no_receipt` where nothing can leave, and the company's first refusal.
 */
export async function run(context: Slice, { month, yes: isAgreed = false }: Input): Promise<void> {
  const session = await context.session();
  const waiting = await expensesToSend(session, month);
  const checked = await context.wait(judged(session, waiting));
  /** What lacks its receipt does not leave, whatever is answered: it is told once, when the others have left. */
  const leaving = checked.expenses.filter(({ expense }) => !expense.isMissingReceipt);
  context.note(preflightText(context.look, { ...checked, expenses: leaving }));
  await agreed(context, leaving.some(({ judgement }) => judgement.verdict !== "accepted") && !isAgreed);
  const verdicts = checked.expenses.map(({ expense: { id }, judgement }) => ({ id, ...judgementJson(judgement) }));
  if (session.isLocal) {
    const { sendDossiers } = await import("./submit-dossiers.ts");
    const withoutReceipt = waiting.filter(lacksReceipt).map(({ id }) => id);
    const sayNow = () => sayLacking(context, withoutReceipt);
    return sendDossiers(context, session, waiting, { checked: verdicts, withoutReceipt, sayLacking: sayNow });
  }
  const repeated = checked.expenses.filter(({ judgement }) => isRepeat(judgement)).map(({ expense }) => expense.id);
  const { sent, refused, unforgotten } = await context.wait(submitExpenses(session, waiting, new Set(repeated)));
  const total = sum(sent.map(({ amountCents }) => amountCents));
  const { expenses: words, format } = context.say;
  const shown = sent.map(expenseJson);
  const lacking = refused
    .filter(({ failure }) => isFailure(failure, "expense.no_receipt"))
    .map(({ draft }) => draft.id);
  const stayed = refused.map(({ draft }) => draft.id);
  const answer = { sent: shown, refused: stayed, withoutReceipt: lacking, checked: verdicts, dossiers: [] };
  context.show(answer, () => (sent.length === 0 ? "" : words.sent(sent.length, format.euros(total))));
  sayLacking(context, lacking);
  const turned = refused.filter(({ draft }) => !lacking.includes(draft.id));
  if (turned.length > 0) context.note(words.stay(turned.length));
  for (const one of turned.toReversed()) sayRefused(context, one, one === turned[0] && !context.isJson());
  if (unforgotten !== null && turned.length > 0) context.warn(context.words(unforgotten), unforgotten.code);
  const [first] = turned;
  if (first !== undefined) throw first.failure;
  if (unforgotten !== null) throw unforgotten;
}

/** Says why one was refused; of the one whose refusal is the failure of the run, only which one it is. */
function sayRefused(
  { say, remark, words }: Slice,
  { draft, failure }: Submitted["refused"][number],
  isFailing: boolean,
) {
  const { expenses, format } = say;
  const reason = isFailing ? null : words(failure);
  remark(expenses.stays(format.day(draft.date), format.euros(draft.amountCents), reason), failure.code);
}

/** Says once what did not leave for want of a receipt, and what to do: whatever could leave has left, so this is no failure. */
function sayLacking(context: Slice, ids: readonly string[]): void {
  const [first] = ids;
  if (first === undefined) return;
  const { expenses: words, failure } = context.say;
  context.remark(words.lacking(ids.length), "expense.no_receipt");
  context.note(`  ${failure.arrow} ${ids.length === 1 ? words.attachTo(shortIds(ids)(first)) : words.seeLacking}`);
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
