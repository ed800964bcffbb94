import { type Command, Option } from "commander";
import type { Context } from "../../cli/context.ts";
import { parseDay } from "../../domain/calendar.ts";
import { parseCurrency, parseRate } from "../../domain/currency.ts";
import { EXPENSE_CATEGORIES, type ExpenseCategory, type ExpenseFacts } from "../../domain/expense.ts";
import { type Cents, parseCount, parseEuros, plainEuros, sum } from "../../domain/money.ts";
import type { ReceiptReading } from "../../domain/receipt-text.ts";
import { PorteError } from "../../errors.ts";
import type { FoundReceipt } from "../../store/expense-drafts.ts";
import { expenseJson, expensesText } from "../../view/expenses.ts";
import { operatingJson, operatingText } from "../../view/preflight.ts";
import { registerCheck } from "./check.ts";
import { registerExport } from "./export.ts";
import { registerImport } from "./import.ts";
import { converted, registerRates } from "./rates.ts";
import { registerRecurring } from "./recurring.ts";
import { registerTrips } from "./trips.ts";

interface AddOptions {
  readonly amount?: Cents;
  readonly date?: string;
  readonly category?: ExpenseCategory;
  readonly vat?: Cents;
  readonly mission?: string;
  readonly note?: string;
  readonly units?: number;
  readonly department?: string;
  readonly read?: boolean;
  readonly currency?: string;
  readonly rate?: number;
}

const MOST_UNITS = 31;

/** `porte expenses add|attach|list|check|answer|remove|submit`, `mileage|vehicle|rules`. */
export function register(expenses: Command, context: Context): void {
  const { expenses: help } = context.say.help;
  expenses
    .command("add")
    .description(help.add)
    .argument("[receipt]", help.receipt)
    .option("--amount <euros>", help.amount, parseEuros)
    .option("--date <day>", help.date, parseDay)
    .addOption(new Option("--category <category>", help.category).choices([...EXPENSE_CATEGORIES]))
    .option("--vat <euros>", help.vat, parseEuros)
    .option("--mission <reference>", help.mission)
    .option("--note <text>", help.note)
    .option("--units <count>", help.units, (text: string) => parseCount(text, 1, MOST_UNITS))
    .option("--department <code>", help.department, parseDepartment)
    .option("--read", help.read)
    .option("--currency <code>", help.currency, parseCurrency)
    .option("--rate <units>", help.rate, parseRate)
    .action((receipt: string | undefined, options: AddOptions) => add(context, receipt, options));
  expenses
    .command("attach")
    .description(help.attach)
    .argument("<id>", help.id)
    .argument("<receipt>", help.receipt)
    .action((id: string, receipt: string) => attach(context, id, receipt));
  registerTrips(expenses, context);
  registerImport(expenses, context);
  registerRecurring(expenses, context);
  registerExport(expenses, context);
  registerRates(expenses, context);
  expenses
    .command("list", { isDefault: true })
    .description(help.list)
    .option("--missing", help.missing)
    .action(({ missing }: { missing?: boolean }) => list(context, missing === true));
  registerCheck(expenses, context);
  expenses
    .command("answer")
    .description(help.answer)
    .argument("<id>", help.id)
    .argument("<text>", help.answerText)
    .action((id: string, text: string) => answer(context, id, text));
  expenses
    .command("remove")
    .description(help.remove)
    .argument("<id>", help.id)
    .action((id: string) => remove(context, id));
  expenses
    .command("submit")
    .description(help.submit)
    .action(() => submit(context));
}

/** @throws {PorteError} `usage.choice` for what is no department. */
function parseDepartment(text: string): string {
  const code = text.trim().toUpperCase();
  if (/^(\d{2,3}|2[AB])$/.test(code)) return code;
  throw new PorteError("usage.choice", { option: "--department", value: text, choices: ["01", "2A", "75", "971"] });
}

/** Keeps an expense and a copy of its receipt on this machine, to be sent later. */
export async function add(context: Context, receipt: string | undefined, options: AddOptions): Promise<void> {
  const [{ atHand, keepExpenses }, { inspectReceipt }, session] = await Promise.all([
    import("../../flows/expenses/drafts.ts"),
    import("../../flows/expenses/receipts.ts"),
    context.session(),
  ]);
  const { expenses: words, categories, format } = context.say;
  const file = receipt ?? (await asked(context, "<receipt>", words.askReceipt));
  const found = await inspectReceipt(file);
  const facts = await inEuro(context, await factsFor(context, found, options), options);
  const [kept] = await context.wait(keepExpenses(session, [{ facts, receipt: found, source: null }]));
  if (kept === undefined) return;
  const { draft, isNew } = kept;
  context.keeps();
  context.show({ ...expenseJson(atHand(draft)), isNew }, () =>
    isNew ? words.kept(format.euros(draft.amountCents), categories[draft.category]) : words.alreadyKept,
  );
  context.note(`  ${context.say.failure.arrow} ${words.sendHint}`);
}

/** What is said of an expense: typed, else read from its receipt, else asked with what was read as a proposal. */
async function factsFor(context: Context, found: FoundReceipt, options: AddOptions): Promise<ExpenseFacts> {
  const { expenses: words } = context.say;
  const read = await proposed(context, found, options);
  const money = (cents: Cents | null) => (cents === null ? undefined : plainEuros(cents));
  const isTaken = options.read === true;
  return {
    amountCents:
      options.amount ??
      (isTaken ? read.totalCents : null) ??
      parseEuros(await asked(context, "--amount", words.askAmount, money(read.totalCents))),
    category: options.category ?? (await askedCategory(context)),
    date: options.date ?? (await dateFor(context, read, isTaken)),
    vatCents: options.vat ?? (isTaken || context.isAsking() ? sum(read.vat.map(({ vatCents }) => vatCents)) : 0),
    mission: options.mission ?? null,
    note: options.note ?? null,
    units: options.units ?? 1,
    department: options.department ?? null,
    trip: null,
  };
}

/** An amount of another currency in euros, with how that was found in the note. The tax of another country is never got back here. */
async function inEuro(context: Context, facts: ExpenseFacts, { currency, rate }: AddOptions): Promise<ExpenseFacts> {
  if (currency === undefined || currency === "EUR") return facts;
  const { amountCents, how } = await converted(context, facts.amountCents, { currency, rate, date: facts.date });
  context.note(context.say.expenses.converted(how, context.say.format.euros(amountCents)));
  return { ...facts, amountCents, vatCents: 0, note: [facts.note, how].filter((part) => part !== null).join(" · ") };
}

/** What the receipt seems to say, shown before anything is made of it; nothing where all is said already, or it cannot be read. */
async function proposed(context: Context, receipt: FoundReceipt, options: AddOptions): Promise<ReceiptReading> {
  const nothing = { date: null, totalCents: null, vat: [], merchant: null };
  const isSaid = options.amount !== undefined && options.date !== undefined && options.vat !== undefined;
  if (isSaid || (options.read !== true && !context.isAsking())) return nothing;
  const { readReceipt } = await import("../../flows/expenses/reading.ts");
  const { reading, why } = await context.wait(readReceipt(receipt, context.today()));
  const { expenses: words } = context.say;
  context.note(reading === null ? words.notRead[why] : words.read(reading));
  return reading ?? nothing;
}

/** The day of an expense: the receipt's own, agreed to; today where it says none. */
async function dateFor(context: Context, { date }: ReceiptReading, isTaken: boolean): Promise<string> {
  const today = context.today();
  if (isTaken || date === null || !context.isAsking()) return (isTaken ? date : null) ?? today;
  const prompt = await context.prompt();
  return prompt === null ? today : parseDay(await prompt.text(context.say.expenses.askDate, date));
}

/** Gives a kept expense its receipt. */
async function attach(context: Context, id: string, file: string): Promise<void> {
  const [{ atHand, attachReceipt }, { inspectReceipt }, session] = await Promise.all([
    import("../../flows/expenses/drafts.ts"),
    import("../../flows/expenses/receipts.ts"),
    context.session(),
  ]);
  const draft = await attachReceipt(session, id, await inspectReceipt(file));
  const { expenses: words, format } = context.say;
  context.show(expenseJson(atHand(draft)), () => words.attached(format.euros(draft.amountCents)));
}

/** Lists what is kept here and what the company holds. */
export async function list(context: Context, isMissing: boolean): Promise<void> {
  const [{ expensesNow }, session] = await Promise.all([
    import("../../flows/expenses/operating.ts"),
    context.session(),
  ]);
  const { expenses: all, operating, cap } = await context.wait(expensesNow(session));
  const expenses = isMissing ? all.filter(({ isMissingReceipt }) => isMissingReceipt) : all;
  if (expenses.length === 0) context.note(isMissing ? context.say.expenses.noneMissing : context.say.expenses.none);
  context.show({ expenses: expenses.map(expenseJson), operating: operatingJson(operating) }, () =>
    expenses.length === 0 ? "" : expensesText(context.look, expenses),
  );
  if (cap !== null && !isMissing) context.note(operatingText(context.look, operating, cap));
}

/** Answers what the company asked of an expense. */
async function answer(context: Context, id: string, text: string): Promise<void> {
  const [{ answerQuestion }, session] = await Promise.all([
    import("../../flows/expenses/drafts.ts"),
    context.session(),
  ]);
  const expense = await context.wait(answerQuestion(session, id, text));
  context.show(expenseJson({ ...expense, isMissingReceipt: false }), () => context.say.expenses.answered);
}

/** Forgets an expense that is only kept here. @throws {PorteError} `expense.unknown`. */
export async function remove(context: Context, id: string): Promise<void> {
  const [{ removeExpense }, session] = await Promise.all([import("../../flows/expenses/drafts.ts"), context.session()]);
  const draft = await removeExpense(session, id);
  context.show({ id: draft.id, removed: true }, () =>
    context.say.expenses.removed(context.say.format.euros(draft.amountCents)),
  );
}

/** Sends what is kept; what the company refuses stays, with its reason. */
export async function submit(context: Context): Promise<void> {
  const [{ submitExpenses }, session] = await Promise.all([
    import("../../flows/expenses/submit.ts"),
    context.session(),
  ]);
  const { sent, refused } = await context.wait(submitExpenses(session));
  const total = sum(sent.map(({ amountCents }) => amountCents));
  const { expenses: words, format } = context.say;
  const shown = sent.map((expense) => expenseJson({ ...expense, isMissingReceipt: false }));
  context.show({ sent: shown, refused: refused.map(({ draft }) => draft.id) }, () =>
    sent.length === 0 ? "" : words.sent(sent.length, format.euros(total)),
  );
  for (const { draft, failure } of refused)
    context.note(words.stays(format.day(draft.date), format.euros(draft.amountCents), context.words(failure)));
  const [first] = refused;
  if (first === undefined) return;
  context.note(words.stay(refused.length));
  throw first.failure;
}

async function asked(context: Context, option: string, message: string, proposal?: string): Promise<string> {
  const prompt = await context.prompt();
  if (prompt === null) throw new PorteError("usage.missing_option", { option, command: "porte expenses add" });
  return prompt.text(message, proposal);
}

async function askedCategory(context: Context): Promise<ExpenseCategory> {
  const prompt = await context.prompt();
  if (prompt === null)
    throw new PorteError("usage.missing_option", { option: "--category", command: "porte expenses add" });
  const choices = EXPENSE_CATEGORIES.map((value) => ({ name: context.say.categories[value], value }));
  return prompt.choice(context.say.expenses.askCategory, choices);
}
