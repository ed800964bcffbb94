import type { Command } from "commander";
import type { Context } from "../../cli/context.ts";
import { type Month, monthOf, parseMonth } from "../../domain/calendar.ts";
import { expenseJson, monthsText } from "../../view/expenses.ts";
import { operatingJson, operatingText } from "../../view/preflight.ts";
import { registerAdd } from "./add.ts";
import { registerCheck } from "./check.ts";
import { registerExport } from "./export.ts";
import { registerImport } from "./import.ts";
import { registerLayouts } from "./layouts.ts";
import { registerRates } from "./rates.ts";
import { registerRecurring } from "./recurring.ts";
import { registerSubmit } from "./submit.ts";
import { registerTrips } from "./trips.ts";

/** `porte expenses`: what is added in a file of its own, then what lists, answers and forgets. */
export function register(expenses: Command, context: Context): void {
  const { expenses: help } = context.say.help;
  registerAdd(expenses, context);
  registerTrips(expenses, context);
  registerImport(expenses, context);
  registerRecurring(expenses, context);
  registerExport(expenses, context);
  registerRates(expenses, context);
  registerLayouts(expenses, context);
  expenses
    .command("list", { isDefault: true })
    .description(help.list)
    .argument("[month]", help.onlyMonth, (text: string) => parseMonth(text, context.today()))
    .option("--missing", help.missing)
    .action((month: Month | undefined, { missing }: { missing?: boolean }) => list(context, month, missing === true));
  registerCheck(expenses, context);
  expenses
    .command("answer")
    .description(help.answer)
    .argument("<id>", help.id)
    .argument("<text>", help.answerText)
    .action((id: string, text: string) => answer(context, id, text));
  expenses
    .command("remove")
    .description(help.remove)
    .argument("<id>", help.id)
    .action((id: string) => remove(context, id));
  registerSubmit(expenses, context);
}

/** Lists what is kept here and what the company holds, by month. */
async function list(context: Context, month: Month | undefined, isMissing: boolean): Promise<void> {
  const [{ expensesNow }, session] = await Promise.all([
    import("../../flows/expenses/operating.ts"),
    context.session(),
  ]);
  const { expenses: all, operating, cap } = await context.wait(expensesNow(session));
  const expenses = all.filter(
    ({ date, isMissingReceipt }) =>
      (month === undefined || monthOf(date) === month) && (!isMissing || isMissingReceipt),
  );
  if (expenses.length === 0) context.note(isMissing ? context.say.expenses.noneMissing : context.say.expenses.none);
  context.show({ expenses: expenses.map(expenseJson), operating: operatingJson(operating) }, () =>
    expenses.length === 0 ? "" : monthsText(context.look, expenses),
  );
  if (cap !== null && !isMissing) context.note(operatingText(context.look, operating, cap));
}

/** Answers what the company asked of an expense. */
async function answer(context: Context, id: string, text: string): Promise<void> {
  const [{ answerQuestion }, session] = await Promise.all([
    import("../../flows/expenses/drafts.ts"),
    context.session(),
  ]);
  const expense = await context.wait(answerQuestion(session, id, text));
  context.show(expenseJson({ ...expense, isMissingReceipt: false }), () => context.say.expenses.answered);
}

/** Forgets an expense that is only kept here. @throws {PorteError} `expense.unknown`. */
async function remove(context: Context, id: string): Promise<void> {
  const [{ removeExpense }, session] = await Promise.all([import("../../flows/expenses/drafts.ts"), context.session()]);
  const draft = await removeExpense(session, id);
  context.show({ id: draft.id, removed: true }, () =>
    context.say.expenses.removed(context.say.format.euros(draft.amountCents)),
  );
}
