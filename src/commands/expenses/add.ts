import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { Context } from "../../cli/context.ts";
import { parseCurrency } from "../../domain/currency.ts";
import { EXPENSE_CATEGORIES, type ExpenseCategory, MAX_UNITS } from "../../domain/expense.ts";
import { parseCount, parseEuros, plainEuros } from "../../domain/money.ts";
import { shortIds } from "../../domain/short-id.ts";
import { expenseWords } from "../../domain/typed/expense-words.ts";
import { namesYear } from "../../domain/typed/month.ts";
import { typedVat } from "../../domain/vat.ts";
import { PorteError } from "../../errors.ts";
import { workerIn } from "../../files/workers.ts";
import { type AddedExpense, type AddRemark, addExpense, type ExpenseToAdd } from "../../flows/expenses/add.ts";
import type { ExpenseQuestion } from "../../flows/expenses/add-plan.ts";
import { expenseJson } from "../../view/expenses.ts";
import { readJson } from "../../view/receipt-read.ts";
import { type AsksDays, askDay } from "../ask-day.ts";
import { parseDepartment } from "./readers.ts";
import { warnOfRepeat } from "./repeated.ts";

type Slice = AsksDays &
  Pick<
    Context,
    "say" | "packageFolder" | "session" | "wait" | "prompt" | "isAsking" | "note" | "remark" | "warn" | "keeps" | "show"
  >;

/** What is typed: words in any order, and options. */
interface Input extends Omit<ExpenseToAdd, "receipt"> {
  readonly words?: readonly string[];
}

/**
 * Keeps an expense on this machine, to be sent later, and a copy of its receipt, which may come later too.
 * @throws {PorteError} `usage.excess_argument` for a word of what another one or an option says.
 */
export async function run(context: Slice, { words: typed = [], ...options }: Input): Promise<void> {
  const said = expenseWords(typed, { today: context.today(), isFile: existsSync });
  const twice = Object.keys(said).find((name) => Object.hasOwn(options, name));
  if (twice !== undefined) throw new PorteError("usage.conflict", { options: [typed.join(" "), `--${twice}`] });
  const { say } = context;
  if (said.date !== undefined && !typed.some(namesYear)) context.note(say.typed.day(say.format.day(said.date)));
  const toAdd: ExpenseToAdd = { ...options, ...said };
  const services = {
    session: await context.session(),
    worker: workerIn(context.packageFolder),
    isAsking: context.isAsking(),
    wait: <Value>(work: Promise<Value>) => context.wait(work),
    ask: (question: ExpenseQuestion) => ask(context, question),
    remark: (remark: AddRemark) => warnOf(context, remark),
    kept: () => context.keeps("porte expenses add"),
  };
  const added = await addExpense(services, toAdd);
  if (added === null) return;
  const { expense, isNew, read } = added;
  const { expenses: words, categories, format, failure } = context.say;
  context.keeps();
  if (isNew) await warnOfRepeat(context, services.session, expense.id);
  context.show({ ...expenseJson(expense), ...readJson(read), isNew }, () =>
    isNew ? words.kept(format.euros(expense.amountCents), categories[expense.category]) : words.alreadyKept,
  );
  context.note(`  ${failure.arrow} ${nextWords(context, added)}`);
}

/** What to do next of an expense: give it what it lacks, or send it. */
function nextWords({ say: { expenses: words } }: Slice, { expense, lacks }: AddedExpense): string {
  const id = shortIds([expense.id])(expense.id);
  if (lacks === "page") return words.pageToCome(id);
  return lacks === "receipt" ? words.receiptToCome(id) : words.sendHint;
}

/** What was typed of the expense that was stopped. */
function resumeText(
  { say }: Pick<Context, "say">,
  { receipt, amount, since }: Extract<ExpenseQuestion, { name: "resume" }>,
): string {
  const what = [receipt === null ? null : basename(receipt), amount === null ? null : say.format.typed(amount)].filter(
    (part) => part !== null,
  );
  return say.expenses.askResume(what.join(", "), say.format.instant(since));
}

/** Asks a question in the words of who answers; what was read is its proposal. */
async function ask(context: Slice, question: ExpenseQuestion): Promise<string> {
  const { expenses: words, format } = context.say;
  const prompt = await context.prompt();
  if (prompt === null) throw new TypeError("a question that nobody can answer");
  switch (question.name) {
    case "resume":
      return (await prompt.confirm(resumeText(context, question))) ? "yes" : "no";
    case "receipt":
      return prompt.text(words.askReceipt);
    case "currency":
      return prompt.text(words.askCurrency, question.proposal, parseCurrency);
    case "amount":
      return prompt.text(
        words.askAmount,
        typedOr(question.proposal, (cents) => format.typed(plainEuros(cents))),
        parseEuros,
      );
    case "category":
      return prompt.choice(words.askCategory, categoriesFirst(context, question.proposal));
    case "meals":
      return prompt.text(words.askMeals, String(question.proposal ?? 1), parseUnits);
    case "date":
      return askDay(context, words.askDate, question.proposal);
    case "vat":
      return prompt.text(words.askVat, format.typed(typedVat(question.proposal)));
    case "mission": {
      const choices = question.missions.map(({ reference, client }) => ({
        name: `${reference} · ${client}`,
        value: reference,
      }));
      return prompt.choice(words.askMission, [...choices, { name: words.noMission, value: "" }]);
    }
    case "days":
      return prompt.text(words.askDays, "1", parseUnits);
    case "nights":
      return prompt.text(words.askNights, String(question.proposal ?? 1), parseUnits);
    case "department":
      return prompt.text(words.askDepartment, question.proposal, (typed) => isNowhere(typed) || parseDepartment(typed));
  }
}

/** The categories to choose from: first the one that the receipt lets one guess. */
function categoriesFirst({ say }: Pick<Context, "say">, proposal: ExpenseCategory | undefined) {
  const { expenses: words, categories } = say;
  const others = EXPENSE_CATEGORIES.filter((one) => one !== proposal);
  return [
    ...(proposal === undefined ? [] : [{ name: words.proposed(categories[proposal]), value: proposal }]),
    ...others.map((value) => ({ name: categories[value], value })),
  ];
}

/** Whether the place of the nights is left unsaid, although one may be proposed. */
const isNowhere = (typed: string) => ["", "-"].includes(typed.trim());

function typedOr<Value>(value: Value | null, typed: (value: Value) => string): string | undefined {
  return value === null ? undefined : typed(value);
}

const parseUnits = (typed: string) => parseCount(typed, 1, MAX_UNITS);

function warnOf(context: Slice, remark: AddRemark): void {
  const { expenses: words, categories, format } = context.say;
  switch (remark.kind) {
    case "read":
      describeReading(context, remark);
      break;
    case "credit-note":
      context.warn(words.isCredit, remark.kind);
      break;
    case "company-unreachable":
      context.warn(words.missionLater, remark.kind);
      break;
    case "amount-differs":
      context.warn(words.amountDiffers(format.euros(remark.typedCents), format.euros(remark.readCents)), remark.kind);
      break;
    case "dated":
      context.note(words.datedAsRead(format.day(remark.date)));
      break;
    case "guessed": {
      const { category, units, department } = remark.facts;
      const said = [
        category === undefined ? null : words.guessed.category(categories[category]),
        units === undefined ? null : words.guessed.units(units),
        department == null ? null : words.guessed.department(department),
      ].filter((part) => part !== null);
      context.remark(words.guessed.all(said.join(", ")), remark.kind);
      break;
    }
    case "converted":
      context.note(words.converted(remark.how, format.euros(remark.amountCents)));
      break;
  }
}

/** Says what was read of a receipt, and what speaks against it. */
function describeReading(context: Slice, { read, isVatSaid }: Extract<AddRemark, { kind: "read" }>): void {
  const { expenses: words } = context.say;
  const { reading, why, invoice, page, differences, doubts, isForeignVat } = read;
  if (reading === null) context.remark(words.notRead[why ?? "no-text"], "not-read");
  else context.note(words.read(reading, invoice?.syntax ?? null));
  if (page !== null && differences.length > 0) context.warn(words.readOtherwise(page, differences), "page-differs");
  for (const doubt of doubts) context.warn(words.invoiceDoubts[doubt], doubt);
  if (isForeignVat) context.warn(words.foreignVat, "foreign-vat");
  if (reading?.confidence.vat === "doubtful" && !isVatSaid) context.warn(words.vatUnsure, "vat-unsure");
}
