import type { Context } from "../../cli/context.ts";
import { ruleNamed } from "../../flows/expenses/refusals.ts";
import { ownerOf } from "../../flows/session.ts";
import { Refusals } from "../../store/refusals.ts";
import { rulesText } from "../../view/preflight.ts";

/** Lists the refusals that warn of the next ones; forgets one. @throws {PorteError} what `ruleNamed` throws. */
export async function run(
  context: Pick<Context, "say" | "look" | "machine" | "note" | "show">,
  { forget }: { readonly forget?: string },
): Promise<void> {
  const { folder } = await ownerOf(context.machine());
  const refusals = new Refusals(folder);
  if (forget !== undefined) await refusals.forget(ruleNamed(await refusals.list(), forget).id);
  const known = await refusals.list();
  if (known.length === 0) context.note(context.say.expenses.noRule);
  context.show({ rules: known }, () => rulesText(context.look, known));
}
