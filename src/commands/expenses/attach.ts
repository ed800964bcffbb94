import type { Context } from "../../cli/context.ts";
import { workerIn } from "../../files/workers.ts";
import { atHand, attachReceipt } from "../../flows/expenses/drafts.ts";
import { differingAmount } from "../../flows/expenses/proposal.ts";
import { readReceipt } from "../../flows/expenses/reading.ts";
import { inspectReceipt } from "../../flows/expenses/receipts.ts";
import { domainInUse } from "../../flows/law-in-use.ts";
import { expenseJson } from "../../view/expenses.ts";
import { warnOfRepeat } from "./repeated.ts";

/** Gives a kept expense its receipt, and says what speaks against it: another amount, or another expense that has it. */
export async function run(
  context: Pick<Context, "say" | "packageFolder" | "session" | "wait" | "warn" | "show">,
  { id, receipt }: { readonly id: string; readonly receipt: string },
): Promise<void> {
  const session = await context.session();
  const worker = workerIn(context.packageFolder);
  const found = await inspectReceipt(worker, receipt);
  const draft = await attachReceipt(session, id, found);
  const { expenses: words, format } = context.say;
  const by = { today: session.machine.today(), law: await domainInUse(session.machine) };
  const differing = differingAmount(await context.wait(readReceipt(worker, found, by)), { amount: draft.amountCents });
  if (differing !== null)
    context.warn(
      words.amountDiffers(format.euros(differing.typedCents), format.euros(differing.readCents)),
      "amount-differs",
    );
  await warnOfRepeat(context, session, draft.id);
  context.show(expenseJson(atHand(draft)), () => words.attached(format.euros(draft.amountCents)));
}
