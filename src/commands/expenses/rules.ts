import type { Context } from "../../cli/context.ts";
import { ownerOf } from "../../flows/session.ts";
import { Refusals } from "../../store/refusals.ts";

/** Lists the refusals that warn of the next ones; forgets one. */
export async function run(
  context: Pick<Context, "say" | "machine" | "note" | "show">,
  { forget }: { readonly forget?: string },
): Promise<void> {
  const { machine, profile } = ownerOf(context.machine());
  const refusals = new Refusals(machine.folders, profile);
  if (forget !== undefined) await refusals.forget(forget);
  const known = await refusals.list();
  const { expenses: words, categories, format } = context.say;
  if (known.length === 0) context.note(words.noRule);
  context.show({ rules: known }, () =>
    known
      .map(({ id, category, since, reason }) => words.rule(id, categories[category], format.day(since), reason))
      .join("\n"),
  );
}
