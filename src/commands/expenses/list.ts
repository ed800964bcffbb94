import type { Context } from "../../cli/context.ts";
import { type Month, monthOf } from "../../domain/calendar.ts";
import { noteShown } from "../../flows/expenses/named.ts";
import { expensesNow } from "../../flows/expenses/operating.ts";
import { expenseJson, monthsText } from "../../view/expenses.ts";
import { operatingJson, operatingText } from "../../view/preflight.ts";

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
  context.show({ expenses: expenses.map(expenseJson), operating: operatingJson(operating) }, () =>
    expenses.length === 0 ? "" : monthsText(context.look, expenses),
  );
  if (cap !== null && !isMissing) context.note(operatingText(context.look, operating, cap));
}
