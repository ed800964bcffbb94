import type { Context } from "../../cli/context.ts";
import { workerIn } from "../../files/workers.ts";
import { atHand, attachReceipt } from "../../flows/expenses/drafts.ts";
import { inspectReceipt } from "../../flows/expenses/receipts.ts";
import { expenseJson } from "../../view/expenses.ts";

/** Gives a kept expense its receipt. */
export async function run(
  context: Pick<Context, "say" | "packageFolder" | "session" | "show">,
  { id, receipt }: { readonly id: string; readonly receipt: string },
): Promise<void> {
  const session = await context.session();
  const draft = await attachReceipt(session, id, await inspectReceipt(workerIn(context.packageFolder), receipt));
  const { expenses: words, format } = context.say;
  context.show(expenseJson(atHand(draft)), () => words.attached(format.euros(draft.amountCents)));
}
