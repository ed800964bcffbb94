import type { Command } from "commander";
import type { Context } from "../../cli/context.ts";
import { preflightJson, preflightText } from "../../view/preflight.ts";
import { warnOfLeftOut } from "../left-out-law.ts";

/** `porte expenses check`, `porte expenses rules`. */
export function registerCheck(expenses: Command, context: Context): void {
  const { expenses: help } = context.say.help;
  expenses
    .command("check")
    .description(help.check)
    .action(() => check(context));
  expenses
    .command("rules")
    .description(help.rules)
    .option("--forget <id>", help.forgetRule)
    .action(({ forget }: { forget?: string }) => rules(context, forget));
}

/** Says of each expense that waits here what the company is likely to make of it, and by which rule. */
async function check(context: Context): Promise<void> {
  await warnOfLeftOut(context);
  const [{ preflight }, session] = await Promise.all([import("../../flows/expenses/preflight.ts"), context.session()]);
  const found = await context.wait(preflight(session));
  if (found.expenses.length === 0) context.note(context.say.expenses.nothingToCheck);
  context.show(preflightJson(found), () => preflightText(context.look, found));
}

/** Lists the refusals that warn of the next ones; forgets one. */
async function rules(context: Context, forget: string | undefined): Promise<void> {
  const [{ Refusals }, { ownerOf }] = await Promise.all([
    import("../../store/refusals.ts"),
    import("../../flows/session.ts"),
  ]);
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
