import type { Context } from "../../cli/context.ts";
import { type Month, monthOf } from "../../domain/calendar.ts";
import { noteShown } from "../../flows/expenses/named.ts";
import { expensesNow } from "../../flows/expenses/operating.ts";
import { sentDossiers } from "../../flows/local/dossiers.ts";
import { expenseJson, monthsText } from "../../view/expenses.ts";
import { operatingJson, operatingText } from "../../view/preflight.ts";
import { dossierJson, openDossiers } from "../../view/sent-dossier.ts";

interface Input {
  readonly month?: Month;
  /** Only those that lack a receipt. */
  readonly missing?: boolean;
}

/** Lists what is kept here and what the company holds, by month. */
export async function run(
  context: Pick<Context, "say" | "look" | "ownSession" | "wait" | "note" | "show" | "isJson">,
  { month, missing: isMissing = false }: Input,
): Promise<void> {
  const session = await context.ownSession();
  const { expenses: all, operating, cap } = await context.wait(expensesNow(session, month));
  const expenses = all.filter(
    ({ date, isMissingReceipt }) =>
      (month === undefined || monthOf(date) === month) && (!isMissing || isMissingReceipt),
  );
  const { expenses: words, format } = context.say;
  if (expenses.length === 0)
    context.note(isMissing ? words.noneMissing : words.none(month === undefined ? null : format.month(month)));
  if (!context.isJson()) await noteShown(session, expenses);
  const dossiers = session.isLocal ? sentDossiers(session, month) : [];
  const answer = () => ({
    expenses: expenses.map(expenseJson),
    operating: operatingJson(operating),
    dossiers: dossiers.map(dossierJson),
  });
  context.show(answer, () => (expenses.length === 0 ? "" : monthsText(context.look, expenses)));
  for (const line of openDossiers(context.look, dossiers)) context.note(line);
  if (cap !== null && !isMissing) context.note(operatingText(context.look, operating, cap));
}
