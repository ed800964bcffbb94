import type { Context } from "../../cli/context.ts";
import type { ExpenseCategory } from "../../domain/expense.ts";
import { type Cents, toEuros } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { forgetRule, keepRule } from "../../flows/expenses/recurring.ts";
import { ownerOf } from "../../flows/session.ts";
import { type RecurringRule, RecurringRules } from "../../store/recurring.ts";

interface Input {
  readonly name?: string;
  readonly amount?: Cents;
  readonly category?: ExpenseCategory;
  readonly vat?: Cents;
  readonly mission?: string;
  readonly day: number;
  readonly forget?: boolean;
}

/** Lists the recurring expenses; keeps one, or forgets it. */
export async function run(
  context: Pick<Context, "say" | "machine" | "note" | "show">,
  { name, ...options }: Input,
): Promise<void> {
  const owner = await ownerOf(context.machine());
  const rules =
    name === undefined
      ? await new RecurringRules(owner.folder).list()
      : options.forget === true
        ? await forgetRule(owner, name)
        : await keepRule(owner, ruleFrom(name, options));
  const { expenses: words } = context.say;
  if (rules.length === 0) context.note(words.noRecurring);
  context.show({ recurring: rules.map(ruleJson) }, () => rules.map((rule) => ruleText(context, rule)).join("\n"));
}

function ruleFrom(
  name: string,
  { amount, category, vat = 0, mission, day }: Omit<Input, "name">,
): Omit<RecurringRule, "drafted"> {
  const missing = amount === undefined ? "--amount" : "--category";
  if (amount === undefined || category === undefined)
    throw new PorteError("usage.missing_option", {
      option: missing,
      command: "porte expenses recurring",
      typed: [name],
    });
  return { name, category, amountCents: amount, vatCents: vat, mission: mission ?? null, day };
}

function ruleJson({ amountCents, vatCents, drafted: _last, ...rule }: RecurringRule) {
  return { ...rule, amount: toEuros(amountCents), vat: toEuros(vatCents) };
}

function ruleText({ say }: Pick<Context, "say">, { name, category, amountCents, day }: RecurringRule): string {
  return say.expenses.recurring(name, say.categories[category], say.format.euros(amountCents), day);
}
