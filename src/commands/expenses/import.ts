import { type Command, Option } from "commander";
import type { Context } from "../../cli/context.ts";
import { plainWord } from "../../domain/columns.ts";
import {
  EXPENSE_CATEGORIES,
  EXPENSE_MOST_CENTS,
  type ExpenseCategory,
  type ExpenseFacts,
} from "../../domain/expense.ts";
import { toEuros } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import type { BankRead } from "../../flows/expenses/bank.ts";
import type { BankAside, BankLine } from "../../flows/expenses/bank-reader.ts";
import { bankLinesText } from "../../view/bank.ts";
import { expenseJson, expensesText } from "../../view/expenses.ts";

/** A word of a bank's labels, and the category of what it was paid for. */
interface TakeRule {
  readonly word: string;
  readonly category: ExpenseCategory;
}

interface ImportOptions {
  readonly lines?: ReadonlySet<number>;
  readonly take?: readonly TakeRule[];
  readonly category?: ExpenseCategory;
  readonly mission?: string;
  readonly layout?: string;
}

/** No more lines are shown than somebody reads; the others are counted. */
const MOST_SHOWN = 1_000;
const MOST_NAMED = 20;

/** `porte expenses import <file>`. */
export function registerImport(expenses: Command, context: Context): void {
  const { expenses: help } = context.say.help;
  expenses
    .command("import")
    .description(help.import)
    .argument("<file>", help.bankFile)
    .option("--lines <numbers>", help.lines, parseLines)
    .option("--take <word=category>", help.take, (text: string, before: readonly TakeRule[] = []) => [
      ...before,
      parseTake(text),
    ])
    .addOption(new Option("--category <category>", help.category).choices([...EXPENSE_CATEGORIES]))
    .option("--mission <reference>", help.mission)
    .option("--layout <name>", help.layout)
    .action((file: string, options: ImportOptions) => run(context, file, options));
}

/** Reads line numbers, `3,7-9`. @throws {PorteError} `input.lines`. */
function parseLines(text: string): ReadonlySet<number> {
  const numbers = text.split(",").flatMap((part) => {
    const [, from = "", to = from] = /^\s*(\d{1,7})(?:-(\d{1,7}))?\s*$/.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (from === "" || first < 1 || last < first || last - first > MOST_SHOWN)
      throw new PorteError("input.lines", { value: text });
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return new Set(numbers);
}

/** @throws {PorteError} `usage.choice` for no category. */
function parseTake(text: string): TakeRule {
  const [, word = "", name = ""] = /^(.+)=([a-z-]+)$/.exec(text.trim()) ?? [];
  const category = EXPENSE_CATEGORIES.find((one) => one === name);
  if (category === undefined)
    throw new PorteError("usage.choice", { option: "--take", value: text, choices: EXPENSE_CATEGORIES });
  return { word: plainWord(word), category };
}

/** Takes payments of a bank's file as expenses whose receipts are still to come; without any choice, shows them. */
async function run(context: Context, file: string, options: ImportOptions): Promise<void> {
  const [{ BANK_TABLE, readBank }, { dayOrderAsked, givenTable, openGiven }] = await Promise.all([
    import("../../flows/expenses/bank.ts"),
    import("../tables.ts"),
  ]);
  const table = await openGiven(context, await givenTable(context, file), BANK_TABLE, options.layout);
  context.note(context.say.tables.read(table.layout));
  const order = await dayOrderAsked(context, file, table, { column: "date", month: null });
  const isChoice = options.lines !== undefined || options.take !== undefined;
  const most = isChoice ? Number.POSITIVE_INFINITY : MOST_SHOWN;
  const read = await readBank(table, order, { isChosen: chooser(options), most });
  sayAside(context, read);
  if (isChoice) return keep(context, read, options);
  const prompt = read.payments.length === 0 ? null : await context.prompt();
  if (prompt === null) return showLines(context, read);
  const picked = await prompt.many(
    context.say.expenses.askLines,
    read.payments.map((line) => ({ name: bankLinesText(context.say, [line]), value: String(line.line) })),
  );
  const payments = read.payments.filter(({ line }) => picked.includes(String(line)));
  return keep(context, { ...read, payments }, options);
}

function chooser({ lines, take }: ImportOptions): (line: BankLine) => boolean {
  if (lines === undefined && take === undefined) return () => true;
  return (line) => lines?.has(line.line) === true || ruleFor(line, take) !== undefined;
}

function ruleFor({ label }: BankLine, take: readonly TakeRule[] = []): TakeRule | undefined {
  const said = plainWord(label);
  return take.find(({ word }) => said.includes(word));
}

/** Names the lines that are no payments to take, and the money that came back of those that are. */
function sayAside(context: Context, { asides, asideCount, refunds }: BankRead): void {
  const { expenses: words, format } = context.say;
  for (const aside of asides.slice(0, MOST_NAMED)) context.warn(words.bankAside(aside), aside.reason);
  if (asideCount > MOST_NAMED) context.warn(words.bankAsides(asideCount - MOST_NAMED), "lines-aside");
  for (const [payment, { line, date, amountCents }] of [...refunds].slice(0, MOST_NAMED)) {
    const back = { line, date: format.day(date), amount: format.euros(amountCents) };
    context.warn(words.bankRefund(payment.line, format.euros(payment.amountCents), back), "refunded");
  }
}

/** What is told beside the payments, as data. */
function besideJson({ asides, refunds }: BankRead): object {
  return {
    aside: asides.slice(0, MOST_SHOWN),
    refunds: [...refunds].map(([{ line: of }, { line, date, amountCents }]) => ({
      line,
      date,
      amount: toEuros(amountCents),
      of,
    })),
  };
}

function showLines(context: Context, read: BankRead): void {
  const { expenses: words } = context.say;
  const { payments, others } = read;
  context.note(payments.length === 0 ? words.bankNothing : words.bankChoose(others));
  const shown = payments.map(({ line, date, label, amountCents }) => ({
    line,
    date,
    label,
    amount: toEuros(amountCents),
  }));
  context.show({ lines: shown, more: others, ...besideJson(read) }, () => bankLinesText(context.say, payments));
}

async function keep(context: Context, read: BankRead, options: ImportOptions): Promise<void> {
  const { expenses: words } = context.say;
  const { payments, asides } = claimable(context, read.payments);
  const beside = besideJson({ ...read, asides: [...read.asides, ...asides] });
  if (payments.length === 0) {
    context.show({ expenses: [], added: 0, sent: 0, ...beside }, () => words.bankNothing);
    return;
  }
  const [{ atHand, keepExpenses }, session] = await Promise.all([
    import("../../flows/expenses/drafts.ts"),
    context.session(),
  ]);
  const news = payments.map((line) => ({
    facts: factsOf(line, options),
    receipt: null,
    source: line.source(),
    before: line.before(),
  }));
  const kept = await context.wait(keepExpenses(session, news));
  context.keeps();
  const shown = kept.map(({ draft }) => atHand(draft));
  const added = kept.filter(({ isNew }) => isNew).length;
  const sent = news.length - kept.length;
  context.show({ expenses: shown.map(expenseJson), added, sent, ...beside }, () =>
    [expensesText(context.look, shown), words.bankKept(added, kept.length - added, sent)].join("\n"),
  );
  context.note(`  ${context.say.failure.arrow} porte expenses attach`);
}

/** Sets aside, by name, what no company would take whatever is said of it: the others are kept. */
function claimable(
  context: Context,
  lines: readonly BankLine[],
): { payments: readonly BankLine[]; asides: readonly BankAside[] } {
  const today = context.today();
  const asides: BankAside[] = [];
  const payments = lines.filter(({ line, date, label, amountCents }) => {
    const reason = date > today ? "future" : amountCents > EXPENSE_MOST_CENTS ? "range" : null;
    if (reason === null) return true;
    const { format } = context.say;
    asides.push({ line, reason, text: [format.day(date), label, format.euros(amountCents)].join(", ") });
    return false;
  });
  for (const aside of asides) context.warn(context.say.expenses.bankAside(aside), aside.reason);
  return { payments, asides };
}

/** What is said of a payment that is taken. @throws {PorteError} `usage.missing_option` where no category is. */
function factsOf(line: BankLine, { take, category, mission }: ImportOptions): ExpenseFacts {
  const said = ruleFor(line, take)?.category ?? category;
  if (said === undefined)
    throw new PorteError("usage.missing_option", { option: "--category", command: "porte expenses import" });
  const { date, amountCents, label } = line;
  const plain = { vat: [], units: 1, department: null, trip: null };
  return { date, category: said, amountCents, mission: mission ?? null, note: label.slice(0, 200) || null, ...plain };
}
