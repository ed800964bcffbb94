import { type Command, Option } from "commander";
import type { Context } from "../../cli/context.ts";
import { EXPENSE_CATEGORIES, type ExpenseCategory } from "../../domain/expense.ts";
import { type Cents, parseCount, parseEuros, toEuros } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import type { RecurringRule } from "../../store/recurring.ts";

interface RecurringOptions {
  readonly amount?: Cents;
  readonly category?: ExpenseCategory;
  readonly vat?: Cents;
  readonly mission?: string;
  readonly day: number;
  readonly forget?: boolean;
}

const LAST_DAY = 28;

/** `porte expenses recurring [name]`. */
export function registerRecurring(expenses: Command, context: Context): void {
  const { expenses: help } = context.say.help;
  expenses
    .command("recurring")
    .description(help.recurring)
    .argument("[name]", help.recurringName)
    .option("--amount <euros>", help.amount, parseEuros)
    .addOption(new Option("--category <category>", help.category).choices([...EXPENSE_CATEGORIES]))
    .option("--vat <euros>", help.vat, parseEuros)
    .option("--mission <reference>", help.mission)
    .option("--day <day>", help.recurringDay, (text: string) => parseCount(text, 1, LAST_DAY), 1)
    .option("--forget", help.forgetRecurring)
    .action((name: string | undefined, options: RecurringOptions) => run(context, name, options));
}

/** Lists the recurring expenses; keeps one, or forgets it. */
async function run(context: Context, name: string | undefined, options: RecurringOptions): Promise<void> {
  const [{ forgetRule, keepRule }, { RecurringRules }, { ownerOf }] = await Promise.all([
    import("../../flows/expenses/recurring.ts"),
    import("../../store/recurring.ts"),
    import("../../flows/session.ts"),
  ]);
  const owner = ownerOf(context.machine());
  const rules =
    name === undefined
      ? await new RecurringRules(owner.machine.folders, owner.profile).list()
      : options.forget === true
        ? await forgetRule(owner, name)
        : await keepRule(owner, ruleFrom(name, options));
  const { expenses: words } = context.say;
  if (rules.length === 0) context.note(words.noRecurring);
  context.show({ recurring: rules.map(ruleJson) }, () => rules.map((rule) => ruleText(context, rule)).join("\n"));
}

function ruleFrom(
  name: string,
  { amount, category, vat = 0, mission, day }: RecurringOptions,
): Omit<RecurringRule, "drafted"> {
  const missing = amount === undefined ? "--amount" : "--category";
  if (amount === undefined || category === undefined)
    throw new PorteError("usage.missing_option", { option: missing, command: "porte expenses recurring" });
  return { name, category, amountCents: amount, vatCents: vat, mission: mission ?? null, day };
}

function ruleJson({ amountCents, vatCents, drafted: _last, ...rule }: RecurringRule): object {
  return { ...rule, amount: toEuros(amountCents), vat: toEuros(vatCents) };
}

function ruleText({ say }: Context, { name, category, amountCents, day }: RecurringRule): string {
  return say.expenses.recurring(name, say.categories[category], say.format.euros(amountCents), day);
}
