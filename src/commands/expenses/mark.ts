import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import type { ExpenseMark } from "../../domain/local/filed.ts";
import { sum } from "../../domain/money.ts";
import { heldAtHand } from "../../flows/expenses/drafts.ts";
import { type ExpenseMarking, markExpenses } from "../../flows/local/mark-expenses.ts";
import { assertLocal } from "../../flows/local/only-local.ts";
import { evidenceLines } from "../../view/delivery.ts";
import { expenseJson } from "../../view/expenses.ts";
import { dossierJson } from "../../view/sent-dossier.ts";

interface Input extends Omit<ExpenseMarking, "mark" | "proof"> {
  readonly month: Month;
  readonly what: ExpenseMark;
}

/** Notes what became of the expenses of a month that left as documents, with the file that shows it. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "show">,
  { month, what, ...said }: Input,
): Promise<void> {
  const session = await context.session();
  assertLocal(session, "expenses mark");
  const { dossiers, expenses, proof, read } = await context.wait(markExpenses(session, month, { ...said, mark: what }));
  const { expenses: words, format } = context.say;
  const shown = expenses.map((one) => expenseJson(heldAtHand(one, new Map())));
  const total = format.euros(sum(expenses.map(({ amountCents }) => amountCents)));
  context.show({ month, expenses: shown, dossiers: dossiers.map(dossierJson), proof, read }, () =>
    [
      words.marked[what](expenses.length, total, format.month(said.payslip ?? month)),
      ...evidenceLines(context, { read, proof }),
    ].join("\n"),
  );
}
