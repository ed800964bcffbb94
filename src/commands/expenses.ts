import { type Command, Option } from "commander";
import type { Context } from "../cli/context.ts";
import { parseDay } from "../domain/calendar.ts";
import { EXPENSE_CATEGORIES, type ExpenseCategory } from "../domain/expense.ts";
import { type Cents, parseEuros, sum } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { expenseJson, expensesText } from "../view/expenses.ts";

interface AddOptions {
  readonly amount?: Cents;
  readonly date?: string;
  readonly category?: ExpenseCategory;
  readonly vat?: Cents;
  readonly mission?: string;
  readonly note?: string;
}

/** `porte expenses add|list|remove|submit`. */
export function register(expenses: Command, context: Context): void {
  const { help } = context.say;
  expenses
    .command("add")
    .description(help.expenses.add)
    .argument("[receipt]", help.expenses.receipt)
    .option("--amount <euros>", help.expenses.amount, parseEuros)
    .option("--date <day>", help.expenses.date, parseDay)
    .addOption(new Option("--category <category>", help.expenses.category).choices([...EXPENSE_CATEGORIES]))
    .option("--vat <euros>", help.expenses.vat, parseEuros)
    .option("--mission <reference>", help.expenses.mission)
    .option("--note <text>", help.expenses.note)
    .action((receipt: string | undefined, options: AddOptions) => add(context, receipt, options));
  expenses
    .command("list", { isDefault: true })
    .description(help.expenses.list)
    .action(() => list(context));
  expenses
    .command("remove")
    .description(help.expenses.remove)
    .argument("<id>", help.expenses.id)
    .action((id: string) => remove(context, id));
  expenses
    .command("submit")
    .description(help.expenses.submit)
    .action(() => submit(context));
}

/** Keeps an expense and a copy of its receipt on this machine, to be sent later. */
export async function add(context: Context, receipt: string | undefined, options: AddOptions): Promise<void> {
  const [flow, session] = await Promise.all([import("../flows/expenses.ts"), context.session()]);
  const { expenses: words, categories, format } = context.say;
  const file = receipt ?? (await asked(context, "<receipt>", words.askReceipt));
  await flow.inspectReceipt(file);
  const facts = {
    amountCents: options.amount ?? parseEuros(await asked(context, "--amount", words.askAmount)),
    category: options.category ?? (await askedCategory(context)),
    date: options.date ?? context.today(),
    vatCents: options.vat ?? 0,
    mission: options.mission ?? null,
    note: options.note ?? null,
  };
  const { draft, isNew } = await context.wait(flow.addExpense(session, facts, file));
  context.keeps();
  const shown = { ...draft, state: "draft" as const, reason: null };
  context.show({ ...expenseJson(shown), isNew }, () =>
    isNew ? words.kept(format.euros(draft.amountCents), categories[draft.category]) : words.alreadyKept,
  );
  context.note(`  ${context.say.failure.arrow} ${words.sendHint}`);
}

/** Lists what is kept here and what the company holds. */
export async function list(context: Context): Promise<void> {
  const [{ listExpenses }, session] = await Promise.all([import("../flows/expenses.ts"), context.session()]);
  const expenses = await context.wait(listExpenses(session));
  if (expenses.length === 0) context.note(context.say.expenses.none);
  context.show({ expenses: expenses.map(expenseJson) }, () =>
    expenses.length === 0 ? "" : expensesText(context.look, expenses),
  );
}

/** Forgets an expense that is only kept here. @throws {PorteError} `expense.unknown`. */
export async function remove(context: Context, id: string): Promise<void> {
  const [{ removeExpense }, session] = await Promise.all([import("../flows/expenses.ts"), context.session()]);
  const draft = await removeExpense(session, id);
  context.show({ id: draft.id, removed: true }, () =>
    context.say.expenses.removed(context.say.format.euros(draft.amountCents)),
  );
}

/** Sends what is kept; what the company refuses stays, with its reason. */
export async function submit(context: Context): Promise<void> {
  const [{ submitExpenses }, session] = await Promise.all([import("../flows/expenses.ts"), context.session()]);
  const { sent, refused } = await context.wait(submitExpenses(session));
  const total = sum(sent.map(({ amountCents }) => amountCents));
  const { expenses: words, format } = context.say;
  context.show({ sent: sent.map(expenseJson), refused: refused.map(({ draft }) => draft.id) }, () =>
    sent.length === 0 ? "" : words.sent(sent.length, format.euros(total)),
  );
  const [first] = refused;
  if (first === undefined) return;
  context.note(words.stay(refused.length));
  throw first.failure;
}

async function asked(context: Context, option: string, message: string): Promise<string> {
  const prompt = await context.prompt();
  if (prompt === null) throw new PorteError("usage.missing_option", { option, command: "porte expenses add" });
  return prompt.text(message);
}

async function askedCategory(context: Context): Promise<ExpenseCategory> {
  const prompt = await context.prompt();
  if (prompt === null)
    throw new PorteError("usage.missing_option", { option: "--category", command: "porte expenses add" });
  const choices = EXPENSE_CATEGORIES.map((value) => ({ name: context.say.categories[value], value }));
  return prompt.choice(context.say.expenses.askCategory, choices);
}
