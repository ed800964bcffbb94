import { type Command, Option } from "commander";
import type { Context } from "../../cli/context.ts";
import { EXPENSE_CATEGORIES, type ExpenseCategory, type ExpenseFacts } from "../../domain/expense.ts";
import { toEuros } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import type { BankLine } from "../../flows/expenses/bank.ts";
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
}

/** No more lines are shown than somebody reads; the others are counted. */
const MOST_SHOWN = 1_000;

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
  return { word: word.toLowerCase(), category };
}

/** Takes payments of a bank's file as expenses whose receipts are still to come; without any choice, shows them. */
async function run(context: Context, file: string, options: ImportOptions): Promise<void> {
  const { bankLayout, readBank } = await import("../../flows/expenses/bank.ts");
  const layout = bankLayout(file);
  context.note(context.say.expenses.bankRead(layout));
  const isChosen = chooser(options);
  const found: BankLine[] = [];
  let others = 0;
  const { foreign } = await readBank(file, layout, (line) => {
    if (!isChosen(line)) return;
    if (options.lines === undefined && options.take === undefined && found.length >= MOST_SHOWN) others += 1;
    else found.push(line);
  });
  if (foreign > 0) context.warn(context.say.expenses.bankForeign(foreign), "foreign-payments");
  if (options.lines !== undefined || options.take !== undefined) return keep(context, found, options);
  const prompt = found.length === 0 ? null : await context.prompt();
  if (prompt === null) return showLines(context, found, others);
  const picked = await prompt.many(
    context.say.expenses.askLines,
    found.map((line) => ({ name: bankLinesText(context.say, [line]), value: String(line.line) })),
  );
  return keep(
    context,
    found.filter(({ line }) => picked.includes(String(line))),
    options,
  );
}

function chooser({ lines, take }: ImportOptions): (line: BankLine) => boolean {
  if (lines === undefined && take === undefined) return () => true;
  return (line) => lines?.has(line.line) === true || ruleFor(line, take) !== undefined;
}

function ruleFor({ label }: BankLine, take: readonly TakeRule[] = []): TakeRule | undefined {
  const said = label.toLowerCase();
  return take.find(({ word }) => said.includes(word));
}

function showLines(context: Context, lines: readonly BankLine[], others: number): void {
  const { expenses: words } = context.say;
  context.note(lines.length === 0 ? words.bankNothing : words.bankChoose(others));
  const shown = lines.map(({ line, date, label, amountCents }) => ({
    line,
    date,
    label,
    amount: toEuros(amountCents),
  }));
  context.show({ lines: shown, more: others }, () => bankLinesText(context.say, lines));
}

async function keep(
  context: Context,
  lines: readonly BankLine[],
  { take, category, mission }: ImportOptions,
): Promise<void> {
  const { expenses: words } = context.say;
  if (lines.length === 0) {
    context.show({ expenses: [], added: 0 }, () => words.bankNothing);
    return;
  }
  const [{ atHand, keepExpenses }, session] = await Promise.all([
    import("../../flows/expenses/drafts.ts"),
    context.session(),
  ]);
  const facts = lines.map((line): ExpenseFacts => {
    const said = ruleFor(line, take)?.category ?? category;
    if (said === undefined)
      throw new PorteError("usage.missing_option", { option: "--category", command: "porte expenses import" });
    const plain = { vat: [], units: 1, department: null, trip: null };
    const { date, amountCents, label } = line;
    return { date, category: said, amountCents, mission: mission ?? null, note: label.slice(0, 200) || null, ...plain };
  });
  const kept = await context.wait(
    keepExpenses(
      session,
      facts.map((one, index) => ({ facts: one, receipt: null, source: lines[index]?.source() ?? null })),
    ),
  );
  context.keeps();
  const shown = kept.map(({ draft }) => atHand(draft));
  const added = kept.filter(({ isNew }) => isNew).length;
  context.show({ expenses: shown.map(expenseJson), added }, () =>
    [expensesText(context.look, shown), words.bankKept(added, kept.length - added)].join("\n"),
  );
  context.note(`  ${context.say.failure.arrow} porte expenses attach`);
}
