import type { Context } from "../../cli/context.ts";
import { preflight } from "../../flows/expenses/preflight.ts";
import { preflightJson, preflightText } from "../../view/preflight.ts";
import { warnOfLeftOut } from "../left-out-law.ts";

/** Says of each expense that waits here what the company is likely to make of it, and by which rule. */
export async function run(
  context: Pick<Context, "say" | "look" | "machine" | "session" | "wait" | "warn" | "words" | "note" | "show">,
): Promise<void> {
  await warnOfLeftOut(context);
  const found = await context.wait(preflight(await context.session()));
  if (found.expenses.length === 0) context.note(context.say.expenses.nothingToCheck);
  context.show(preflightJson(found), () => preflightText(context.look, found));
}
