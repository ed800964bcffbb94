import type { Context } from "../../cli/context.ts";
import { dismissExpense } from "../../flows/expenses/dismiss.ts";

/** Removes an expense that is only kept here, or takes note that one was refused. @throws {PorteError} `expense.unknown`. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "show">,
  { id: typed }: { readonly id: string },
): Promise<void> {
  const { id, amountCents, isRefusal } = await context.wait(dismissExpense(await context.session(), typed));
  const { expenses: words, format } = context.say;
  const said = isRefusal ? words.refusalNoted : words.removed;
  context.show({ id, removed: !isRefusal, refusalNoted: isRefusal }, () => said(format.euros(amountCents)));
}
