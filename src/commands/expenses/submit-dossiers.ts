import type { Context } from "../../cli/context.ts";
import { heldAtHand } from "../../flows/expenses/drafts.ts";
import { expensesOf } from "../../flows/local/dossiers.ts";
import { failureOf } from "../../flows/local/failure-of.ts";
import { submitDossiers } from "../../flows/local/submit-expenses.ts";
import type { Session } from "../../flows/session.ts";
import type { ExpenseDraft } from "../../store/expense-drafts.ts";
import { companyDossier } from "../../view/dossier.ts";
import { expenseJson } from "../../view/expenses.ts";
import { dossierJson, dossierText } from "../../view/sent-dossier.ts";
import { followUp } from "../declare/follow-up.ts";

type Slice = Pick<Context, "say" | "look" | "wait" | "warn" | "words" | "show" | "note" | "openFile">;

/** What is shown of expenses that leave, beside their dossiers. */
interface Beside {
  readonly checked: readonly object[];
  readonly withoutReceipt: readonly string[];
  /** Says what did not leave for want of a receipt. */
  readonly sayLacking: () => void;
}

/**
 * Sends kept expenses as a dossier of each month, and shows what became of each: what waits for a mail server or a folder leaves by `sync`.
 * @throws {PorteError} `delivery.refused` where one did not arrive, `delivery.unknown` where nobody knows.
 */
export async function sendDossiers(
  context: Slice,
  session: Session,
  waiting: readonly ExpenseDraft[],
  { checked, withoutReceipt, sayLacking }: Beside,
): Promise<void> {
  const dossiers = await context.wait(submitDossiers(session, waiting, await companyDossier()));
  const shown = dossiers.map(dossierJson);
  const { expenses: words, format } = context.say;
  const sent = dossiers.flatMap(({ dossier }) => expensesOf(session, dossier));
  const answer = {
    sent: sent.map((one) => expenseJson(heldAtHand(one, new Map()))),
    refused: [],
    withoutReceipt,
    checked,
    dossiers: shown,
  };
  context.show(answer, () => dossiers.map((one) => dossierText(context.look, one)).join("\n\n"));
  sayLacking();
  for (const { dossier, delivery } of dossiers) {
    const failure = failureOf(delivery);
    if (delivery.state === "waiting" && failure !== null)
      context.warn(words.dossierWaits(format.month(dossier.month), context.words(failure)), "queued");
  }
  const failed = dossiers.flatMap(({ delivery }) => (delivery.state === "waiting" ? [] : (failureOf(delivery) ?? [])));
  const [first] = failed;
  if (first !== undefined) throw first;
  for (const { delivery } of dossiers) if (delivery.state !== "waiting") await followUp(context, delivery);
}
