import type { Context } from "../../cli/context.ts";
import { changeRules, type RuleChange } from "../../flows/activity/match-rules.ts";
import { ownerOf } from "../../flows/session.ts";

/** Lists the rules by which calendars and trackers are read; keeps one, or forgets it. */
export async function run(
  context: Pick<Context, "say" | "machine" | "note" | "show">,
  change: RuleChange,
): Promise<void> {
  const kept = await changeRules(await ownerOf(context.machine()), change);
  if (kept.length === 0) context.note(context.say.imports.noMatches);
  context.show({ matches: kept }, () => kept.map(({ pattern, what }) => `${pattern} = ${what}`).join("\n"));
}
