import type { Context } from "../../cli/context.ts";
import { plainWord } from "../../domain/columns.ts";
import {
  EXPENSE_MOST_CENTS,
  type ExpenseCategory,
  type ExpenseFacts,
  MERCHANT_MAX,
  PLAIN_FACTS,
} from "../../domain/expense.ts";
import { toEuros } from "../../domain/money.ts";
import { categoryFromMerchant } from "../../domain/receipt/guess.ts";
import { PorteError } from "../../errors.ts";
import { BANK_TABLE, type BankRead, readBank } from "../../flows/expenses/bank.ts";
import type { BankAside, BankLine } from "../../flows/expenses/bank-reader.ts";
import { atHand, keepExpenses } from "../../flows/expenses/drafts.ts";
import { bankLinesText } from "../../view/bank.ts";
import { expenseJson, expensesText } from "../../view/expenses.ts";
import { dayOrderAsked, givenTable, openGiven, type ReadsTables } from "../tables.ts";
import { MAX_SHOWN, type TakeRule } from "./readers.ts";

interface Input {
  readonly file: string;
  readonly lines?: ReadonlySet<number>;
  readonly take?: readonly TakeRule[];
  readonly category?: ExpenseCategory;
  readonly mission?: string;
  readonly layout?: string;
}

type Choice = Omit<Input, "file">;
type Slice = ReadsTables & Pick<Context, "look" | "session" | "wait" | "keeps" | "show">;

const MAX_NAMED = 20;

/** Takes payments of a bank's file as expenses whose receipts are still to come; without any choice, shows them. */
export async function run(context: Slice, { file, ...options }: Input): Promise<void> {
  const table = await openGiven(context, givenTable(context, file), BANK_TABLE, options.layout);
  context.note(context.say.tables.read(table.layout));
  const order = await dayOrderAsked(context, file, table, { column: "date", month: null });
  const isChoice = options.lines !== undefined || options.take !== undefined;
  const max = isChoice ? Number.POSITIVE_INFINITY : MAX_SHOWN;
  const read = await readBank(table, order, { isChosen: chooser(options), most: max });
  sayAside(context, read);
  if (isChoice) return keep(context, read, options);
  const prompt = read.payments.length === 0 ? null : await context.prompt();
  if (prompt === null) return showLines(context, read);
  const picked = await prompt.many(
    context.say.banks.askLines,
    read.payments.map((line) => ({ name: bankLinesText(context.say, [line]), value: String(line.line) })),
  );
  const payments = read.payments.filter(({ line }) => picked.includes(String(line)));
  return keep(context, { ...read, payments }, options);
}

function chooser({ lines, take }: Choice): (line: BankLine) => boolean {
  if (lines === undefined && take === undefined) return () => true;
  return (line) => lines?.has(line.line) === true || ruleFor(line, take) !== undefined;
}

function ruleFor({ label }: BankLine, take: readonly TakeRule[] = []): TakeRule | undefined {
  const said = plainWord(label);
  return take.find(({ word }) => said.includes(word));
}

/** Names the lines that are no payments to take, and the money that came back of those that are. */
function sayAside(context: Slice, { asides, asideCount, refunds }: BankRead): void {
  const { banks: words, format } = context.say;
  for (const aside of asides.slice(0, MAX_NAMED)) context.warn(words.aside(aside), aside.reason);
  if (asideCount > MAX_NAMED) context.warn(words.asides(asideCount - MAX_NAMED), "lines-aside");
  for (const [payment, { line, date, amountCents }] of [...refunds].slice(0, MAX_NAMED)) {
    const back = { line, date: format.day(date), amount: format.euros(amountCents) };
    context.warn(words.refund(payment.line, format.euros(payment.amountCents), back), "refunded");
  }
}

/** What is told beside the payments, as data. */
function besideJson({ asides, refunds }: BankRead) {
  return {
    aside: asides.slice(0, MAX_SHOWN),
    refunds: [...refunds].map(([{ line: of }, { line, date, amountCents }]) => ({
      line,
      date,
      amount: toEuros(amountCents),
      of,
    })),
  };
}

function showLines(context: Slice, read: BankRead): void {
  const { banks: words } = context.say;
  const { payments, others } = read;
  context.note(payments.length === 0 ? words.nothing : words.choose(others));
  const shown = payments.map(({ line, date, label, amountCents }) => ({
    line,
    date,
    label,
    amount: toEuros(amountCents),
  }));
  context.show({ lines: shown, more: others, ...besideJson(read) }, () => bankLinesText(context.say, payments));
}

async function keep(context: Slice, read: BankRead, options: Choice): Promise<void> {
  const { banks: words } = context.say;
  const { payments, asides } = claimable(context, read.payments);
  const beside = besideJson({ ...read, asides: [...read.asides, ...asides] });
  if (payments.length === 0) {
    context.show({ expenses: [], added: 0, sent: 0, ...beside }, () => words.nothing);
    return;
  }
  const news = payments.map((line) => ({
    facts: factsOf(line, options),
    receipt: null,
    source: line.source(),
    before: line.before(),
  }));
  const kept = await context.wait(keepExpenses(await context.session(), news));
  context.keeps();
  const shown = kept.map(({ draft }) => atHand(draft));
  const added = kept.filter(({ isNew }) => isNew).length;
  const sent = news.length - kept.length;
  context.show({ expenses: shown.map(expenseJson), added, sent, ...beside }, () =>
    [expensesText(context.look, shown), words.kept(added, kept.length - added, sent)].join("\n"),
  );
  context.note(`  ${context.say.failure.arrow} porte expenses attach`);
}

/** Sets aside, by name, what no company would take whatever is said of it: the others are kept. */
function claimable(
  context: Slice,
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
  for (const aside of asides) context.warn(context.say.banks.aside(aside), aside.reason);
  return { payments, asides };
}

/** What is said of a payment that is taken. @throws {PorteError} `usage.missing_option` where no category is. */
function factsOf(line: BankLine, { take, category, mission }: Choice): ExpenseFacts {
  const said = ruleFor(line, take)?.category ?? category ?? categoryFromMerchant(line.label);
  if (said === null)
    throw new PorteError("usage.missing_option", { option: "--category", command: "porte expenses import" });
  const { date, amountCents, label } = line;
  const merchant = label.slice(0, MERCHANT_MAX) || null;
  /** What does not fit into the name of who was paid is not lost. */
  const note = label.length > MERCHANT_MAX ? label.slice(0, 200) : null;
  return { ...PLAIN_FACTS, date, category: said, amountCents, mission: mission ?? null, merchant, note };
}
