import type { Context } from "../../cli/context.ts";
import { answerQuestion } from "../../flows/expenses/drafts.ts";
import { expenseJson } from "../../view/expenses.ts";

/** Answers what the company asked of an expense. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "show">,
  { id, text }: { readonly id: string; readonly text: string },
): Promise<void> {
  const expense = await context.wait(answerQuestion(await context.session(), id, text));
  context.show(expenseJson(expense), () => context.say.expenses.answered);
}
