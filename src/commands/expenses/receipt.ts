import { existsSync } from "node:fs";
import type { Context } from "../../cli/context.ts";
import { parseDay } from "../../domain/calendar.ts";
import { parseCurrency } from "../../domain/currency.ts";
import type { DomainLaw } from "../../domain/law-tables.ts";
import { type Cents, plainEuros, toEuros } from "../../domain/money.ts";
import { isSure, NO_READING, type ReceiptReading } from "../../domain/receipt/reading.ts";
import type { VatLine } from "../../domain/vat.ts";
import { PorteError } from "../../errors.ts";
import { workerIn } from "../../files/workers.ts";
import { type ReceiptRead, readInvoiceFile, readReceipt } from "../../flows/expenses/reading.ts";
import { inspectReceipt } from "../../flows/expenses/receipts.ts";
import type { FoundReceipt } from "../../store/expense-drafts.ts";

/** What was typed of an expense, of all that a receipt may say. */
interface Typed {
  readonly amount?: Cents;
  readonly date?: string;
  readonly vat?: readonly VatLine[];
  readonly currency?: string;
  readonly note?: string;
  readonly read?: boolean;
  readonly law: DomainLaw;
}

/** What a receipt says of an expense, and how far that goes. */
export interface Proposal extends ReceiptReading {
  /** It is taken as it is, as far as it is sure: somebody said `--read`, or gave the invoice alone. */
  readonly isTaken: boolean;
  readonly read: ReceiptRead | null;
}

/** The file of an expense: its receipt, and what was read of it where that is all that there is. */
export interface GivenReceipt {
  /** Null for an invoice of XML alone, which no company takes: its page is still to come. */
  readonly found: FoundReceipt | null;
  readonly proposal: Proposal;
}

/** What is proposed of an expense that has no receipt. */
export const NO_PROPOSAL: Proposal = { ...NO_READING, isTaken: false, read: null };

/**
 * Looks at the file of an expense and says what it seems to say, before anything is made of it.
 * @throws {PorteError} what `inspectReceipt` throws, `receipt.no_invoice`, `receipt.credit`, `receipt.unsure`.
 */
export async function givenReceipt(context: Context, file: string, typed: Typed): Promise<GivenReceipt> {
  const page = /\.xml$/i.test(file) ? pageBeside(file) : file;
  if (page !== null) {
    const found = await inspected(context, page);
    return { found, proposal: await proposed(context, found, { ...typed, read: typed.read ?? page !== file }) };
  }
  const worker = workerIn(context.packageFolder);
  const read = await context.wait(readInvoiceFile(worker, file, { today: context.today(), law: typed.law }));
  if (read === null) throw new PorteError("receipt.no_invoice", { file });
  return { found: null, proposal: shown(context, file, read, { ...typed, read: true }) };
}

/** Looks at a receipt. @throws {PorteError} what `inspectReceipt` throws. */
export async function inspected(context: Pick<Context, "packageFolder">, file: string): Promise<FoundReceipt> {
  return inspectReceipt(workerIn(context.packageFolder), file);
}

/** The page of an invoice that is XML: a file of its name beside it. */
function pageBeside(file: string): string | null {
  const stem = file.slice(0, -".xml".length);
  return [".pdf", ".jpg", ".jpeg", ".png", ".webp"].map((end) => stem + end).find((one) => existsSync(one)) ?? null;
}

/** Nothing is read where all is said already, or where nobody would see what was read: a script without a day has that alone read. */
async function proposed(context: Context, found: FoundReceipt, typed: Typed): Promise<Proposal> {
  const isSaid = typed.amount !== undefined && typed.date !== undefined && typed.vat !== undefined;
  const isUnseen = typed.read !== true && !context.isAsking();
  if (isSaid || (isUnseen && typed.date !== undefined)) return NO_PROPOSAL;
  const worker = workerIn(context.packageFolder);
  const read = await context.wait(readReceipt(worker, found, { today: context.today(), law: typed.law }));
  if (!isUnseen) return shown(context, found.file, read, typed);
  const { date, confidence } = read.reading ?? NO_READING;
  return { ...NO_PROPOSAL, date, confidence: { ...NO_READING.confidence, date: confidence.date } };
}

/** Shows what was read, and what speaks against it. A script gets a failure for what is not sure. */
function shown(context: Context, file: string, read: ReceiptRead, typed: Typed): Proposal {
  tell(context, read, typed);
  const proposal = { ...(read.reading ?? NO_READING), isTaken: typed.read === true, read };
  const isCredit = proposal.isCredit && typed.amount === undefined;
  if (context.isAsking()) {
    if (isCredit) context.warn(context.say.expenses.isCredit, "credit-note");
    return isCredit ? { ...proposal, totalCents: null } : proposal;
  }
  if (isCredit) throw new PorteError("receipt.credit", { file });
  assertSure(file, proposal, typed);
  return proposal;
}

function tell(context: Context, read: ReceiptRead, { vat }: Typed): void {
  const { expenses: words } = context.say;
  const { reading, why, invoice, page, differences, doubts, isForeignVat } = read;
  if (reading === null) context.remark(words.notRead[why ?? "no-text"], "not-read");
  else context.note(words.read(reading, invoice?.syntax ?? null));
  if (page !== null && differences.length > 0) context.warn(words.readOtherwise(page, differences), "page-differs");
  for (const doubt of doubts) context.warn(words.invoiceDoubts[doubt], doubt);
  if (isForeignVat) context.warn(words.foreignVat, "foreign-vat");
  if (reading?.confidence.vat === "doubtful" && vat === undefined) context.warn(words.vatUnsure, "vat-unsure");
}

/** @throws {PorteError} `receipt.unsure` with what a script must say by itself. */
function assertSure(file: string, { totalCents, date, confidence }: Proposal, typed: Typed): void {
  const missing = [
    ...(typed.amount === undefined && !(totalCents !== null && isSure(confidence.total)) ? ["--amount"] : []),
    ...(typed.date === undefined && !(date !== null && isSure(confidence.date)) ? ["--date"] : []),
  ];
  if (missing.length === 0) return;
  const read = [
    ...(missing.includes("--amount") && totalCents !== null ? [plainEuros(totalCents)] : []),
    ...(missing.includes("--date") && date !== null ? [date] : []),
  ];
  throw new PorteError("receipt.unsure", { file, missing, read });
}

/**
 * The day of an expense: the receipt's own where it is sure, and agreed to by whoever can be asked; else asked for.
 * @throws {PorteError} `usage.missing_option` for a script that says none and whose receipt says none surely: never today.
 */
export async function dateFor(context: Context, { date, isTaken, confidence }: Proposal): Promise<string> {
  if (isTaken && date !== null && isSure(confidence.date)) return date;
  const { expenses: words, format } = context.say;
  const prompt = await context.prompt();
  if (prompt !== null) return parseDay(await prompt.text(words.askDate, date ?? undefined));
  if (date === null || !isSure(confidence.date))
    throw new PorteError("usage.missing_option", { option: "--date", command: "porte expenses add" });
  context.note(words.datedAsRead(format.day(date)));
  return date;
}

/** The amount that is taken as it was read; null where somebody is to say it. */
export function takenAmount({ totalCents, isTaken, confidence }: Proposal): Cents | null {
  return isTaken && isSure(confidence.total) ? totalCents : null;
}

/** The currency of the amount that was read, which a person may change; euros where none is named, and of what was typed. */
export async function currencyFor(
  context: Context,
  { currency, isTaken, confidence }: Proposal,
  typed: Typed,
): Promise<string | undefined> {
  if (typed.currency !== undefined || typed.amount !== undefined || currency === null || currency === "EUR")
    return typed.currency;
  const prompt = isTaken && isSure(confidence.total) ? null : await context.prompt();
  return parseCurrency(prompt === null ? currency : await prompt.text(context.say.expenses.askCurrency, currency));
}

/** What an invoice says of itself, as the note of its expense. */
export function noteOf({ read, merchant, number }: Proposal): string | null {
  if (read?.invoice === null || read === null) return null;
  return [merchant, number].filter((part) => part !== null).join(" · ") || null;
}

/** The identity of an invoice that is kept without its page: the same is never kept twice. */
export function sourceOf({ read }: Proposal): string | null {
  const { seller, number, date } = read?.invoice ?? { seller: null, number: null, date: null };
  return number === null ? null : `invoice ${[seller ?? "", number, date ?? ""].join(" · ")}`;
}

/** What was read, as JSON: what it was taken from, and what its page says otherwise. */
export function readJson({ read }: Proposal): object {
  if (read === null || read.reading === null) return {};
  const { reading, invoice, page, differences } = read;
  return {
    read: {
      from: invoice === null ? "page" : invoice.syntax,
      ...readingJson(reading),
      seller: reading.merchant,
      number: reading.number,
      confidence: reading.confidence,
      doubts: read.doubts,
      page: page === null || invoice === null ? null : readingJson(page),
      differences,
    },
  };
}

function readingJson({ totalCents, date, currency, vat }: ReceiptReading): object {
  return {
    total: totalCents === null ? null : toEuros(totalCents),
    date,
    currency,
    vatLines: vat.map(({ ratePpm, vatCents }) => ({
      rate: ratePpm === null ? null : ratePpm / 1_000_000,
      vat: toEuros(vatCents),
    })),
  };
}
