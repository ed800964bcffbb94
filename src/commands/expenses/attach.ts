import type { Context } from "../../cli/context.ts";
import type { FoundReceipt } from "../../store/expense-drafts.ts";
import { expenseJson } from "../../view/expenses.ts";

/** Gives a kept expense its receipt. */
export async function attach(context: Context, id: string, file: string): Promise<void> {
  const [{ atHand, attachReceipt }, session] = await Promise.all([
    import("../../flows/expenses/drafts.ts"),
    context.session(),
  ]);
  const draft = await attachReceipt(session, id, await inspected(context, file));
  const { expenses: words, format } = context.say;
  context.show(expenseJson(atHand(draft)), () => words.attached(format.euros(draft.amountCents)));
}

/** Looks at a receipt. @throws {PorteError} what `inspectReceipt` throws. */
export async function inspected({ packageFolder }: Context, file: string): Promise<FoundReceipt> {
  const [{ inspectReceipt }, { workerIn }] = await Promise.all([
    import("../../flows/expenses/receipts.ts"),
    import("../../files/workers.ts"),
  ]);
  return inspectReceipt(workerIn(packageFolder), file);
}
