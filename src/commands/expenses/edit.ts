import type { Context } from "../../cli/context.ts";
import { changeExpense, type ExpenseToEdit } from "../../flows/expenses/edit.ts";
import { expenseJson } from "../../view/expenses.ts";

/** Changes what is said of a kept expense; what is not said stays. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "note" | "keeps" | "show">,
  { id, ...toEdit }: ExpenseToEdit & { readonly id: string },
): Promise<void> {
  const session = await context.session();
  const { expense, how } = await context.wait(changeExpense(session, id, toEdit));
  const { expenses: words, categories, format } = context.say;
  if (how !== null) context.note(words.converted(how, format.euros(expense.amountCents)));
  context.keeps();
  context.show(expenseJson(expense), () =>
    words.edited(format.euros(expense.amountCents), categories[expense.category]),
  );
}
