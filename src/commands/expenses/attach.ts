import type { Context } from "../../cli/context.ts";
import { atHand, attachReceipt } from "../../flows/expenses/drafts.ts";
import { expenseJson } from "../../view/expenses.ts";
import { inspected } from "./receipt.ts";

/** Gives a kept expense its receipt. */
export async function run(
  context: Pick<Context, "say" | "packageFolder" | "session" | "show">,
  { id, receipt }: { readonly id: string; readonly receipt: string },
): Promise<void> {
  const session = await context.session();
  const draft = await attachReceipt(session, id, await inspected(context, receipt));
  const { expenses: words, format } = context.say;
  context.show(expenseJson(atHand(draft)), () => words.attached(format.euros(draft.amountCents)));
}
