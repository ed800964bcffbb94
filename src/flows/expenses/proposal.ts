import { type Cents, plainEuros } from "../../domain/money.ts";
import type { ReceiptRead } from "../../domain/receipt/read.ts";
import { isSure, NO_READING, type ReceiptReading } from "../../domain/receipt/reading.ts";
import { PorteError } from "../../errors.ts";
import type { SaidExpense } from "./said.ts";

/** What a receipt says of an expense, and how far that goes. */
export interface Proposal extends ReceiptReading {
  /** It is taken as it is, as far as it is sure: somebody asked for it, or gave the invoice alone. */
  readonly isTaken: boolean;
  readonly read: ReceiptRead | null;
}

/** What is proposed of an expense whose receipt was not read. */
export const NO_PROPOSAL: Proposal = { ...NO_READING, isTaken: false, read: null };

/** Who reads a receipt, and for what. */
export interface Reader {
  /** What is read is taken as it is, as far as it is sure. */
  readonly isTaken: boolean;
  /** Somebody is there to see what was read, and to answer. */
  readonly isAsking: boolean;
}

/**
 * Says how much of a receipt is to be read: nothing where all is said already, or where nobody would see it; its day alone for a script
 * that says none.
 */
export function readingFor(
  { amount, date, vat }: SaidExpense,
  { isTaken, isAsking }: Reader,
): "nothing" | "day" | "all" {
  if (amount !== undefined && date !== undefined && vat !== undefined) return "nothing";
  if (isTaken || isAsking) return "all";
  return date === undefined ? "day" : "nothing";
}

/** Proposes the day of a receipt, and nothing else of it. */
export function dayProposed({ reading }: ReceiptRead): Proposal {
  const { date, confidence } = reading ?? NO_READING;
  return { ...NO_PROPOSAL, date, confidence: { ...NO_READING.confidence, date: confidence.date } };
}

/** What is typed and what a receipt was surely read to say, where the two differ; null where they agree, or nothing is sure. */
export function differingAmount(
  { reading }: ReceiptRead,
  { amount, currency }: Pick<SaidExpense, "amount" | "currency">,
): { readonly typedCents: Cents; readonly readCents: Cents } | null {
  if (reading === null || amount === undefined || reading.totalCents === null) return null;
  const isSame = reading.totalCents === amount || (reading.currency ?? "EUR") !== (currency ?? "EUR");
  if (isSame || !isSure(reading.confidence.total)) return null;
  return { typedCents: amount, readCents: reading.totalCents };
}

/**
 * Proposes what a receipt was read to say. A person sees a credit note and says its amount; a script gets a failure for what is not sure.
 * @throws {PorteError} `receipt.credit`, `receipt.unsure`.
 */
export function proposalFrom(
  file: string,
  read: ReceiptRead,
  said: SaidExpense,
  { isTaken, isAsking }: Reader,
): Proposal {
  const proposal = { ...(read.reading ?? NO_READING), isTaken, read };
  const isCredit = isCreditNote(proposal, said);
  if (isAsking) return isCredit ? { ...proposal, totalCents: null } : proposal;
  if (isCredit) throw new PorteError("receipt.credit", { file });
  assertSure(file, proposal, said);
  return proposal;
}

/** Whether a receipt gives money back, and nobody said an amount. */
export function isCreditNote({ isCredit }: ReceiptReading, { amount }: SaidExpense): boolean {
  return isCredit && amount === undefined;
}

/** @throws {PorteError} `receipt.unsure` with what a script must say by itself. */
function assertSure(file: string, { totalCents, date, confidence }: Proposal, said: SaidExpense): void {
  const missing = [
    ...(said.amount === undefined && !(totalCents !== null && isSure(confidence.total)) ? ["--amount"] : []),
    ...(said.date === undefined && !(date !== null && isSure(confidence.date)) ? ["--date"] : []),
  ];
  if (missing.length === 0) return;
  const read = [
    ...(missing.includes("--amount") && totalCents !== null ? [plainEuros(totalCents)] : []),
    ...(missing.includes("--date") && date !== null ? [date] : []),
  ];
  throw new PorteError("receipt.unsure", { file, missing, read });
}

/** The amount that is taken as it was read; null where somebody is to say it. */
export function takenAmount({ totalCents, isTaken, confidence }: Proposal): Cents | null {
  return isTaken && isSure(confidence.total) ? totalCents : null;
}

/** The number of an invoice, as the note of its expense. */
export function noteOf({ read, number }: Proposal): string | null {
  return read === null || read.invoice === null ? null : number;
}

/** The identity of an invoice that is kept without its page: the same is never kept twice. */
export function sourceOf({ read }: Proposal): string | null {
  const { seller, number, date } = read?.invoice ?? { seller: null, number: null, date: null };
  return number === null ? null : `invoice ${[seller ?? "", number, date ?? ""].join(" · ")}`;
}
