import type { Context } from "../../cli/context.ts";
import { removeExpense } from "../../flows/expenses/drafts.ts";

/** Forgets an expense that is only kept here. @throws {PorteError} `expense.unknown`. */
export async function run(
  context: Pick<Context, "say" | "session" | "show">,
  { id }: { readonly id: string },
): Promise<void> {
  const draft = await removeExpense(await context.session(), id);
  context.show({ id: draft.id, removed: true }, () =>
    context.say.expenses.removed(context.say.format.euros(draft.amountCents)),
  );
}
