import { basename, dirname, extname, join } from "node:path";
import type { Day } from "../../domain/calendar.ts";
import { RECEIPT_MOST_BYTES } from "../../domain/expense.ts";
import type { InvoiceReading } from "../../domain/invoice/invoice.ts";
import { takenFrom } from "../../domain/receipt/from-invoice.ts";
import { guessFrom, NO_GUESS } from "../../domain/receipt/guess.ts";
import type { ReceiptRead } from "../../domain/receipt/read.ts";
import type { ReceiptReading } from "../../domain/receipt/reading.ts";
import { readReceiptText } from "../../domain/receipt/text.ts";
import type { VatLaw } from "../../domain/vat.ts";
import { PorteError } from "../../errors.ts";
import { readPlain } from "../../files/plain.ts";
import { askOnce, type WorkerFile } from "../../files/workers.ts";
import type { FoundReceipt } from "../../store/expense-drafts.ts";

/** Days after `today` are not a receipt's, and the rates of tax are the law's. */
interface ReadBy {
  readonly today: Day;
  readonly law: VatLaw;
}

const READING_MS = 30_000;

/**
 * Reads a receipt on this machine, and nowhere else: the invoice that it carries, or that lies beside it under its name, then a PDF's own
 * text, or an image by tesseract where it is installed.
 */
export async function readReceipt(worker: WorkerFile, receipt: FoundReceipt, by: ReadBy): Promise<ReceiptRead> {
  const isPdf = receipt.mediaType === "application/pdf";
  const content = isPdf ? await contentOf(worker, receipt.file) : null;
  const invoice = content?.invoice ?? (await invoiceBeside(worker, receipt.file));
  const text = content === null ? await imageText(receipt.file) : content.text;
  const page = text !== null && /\d/.test(text) ? readReceiptText(text, by.today, by.law) : null;
  const guess = guessFrom(text ?? "", invoice?.seller ?? null);
  if (invoice !== null) return { ...fromInvoice(invoice, page, by), guess };
  const why = text === null ? "no-tesseract" : "no-text";
  return { ...NOTHING, reading: page, why: page === null ? why : null, guess };
}

/** Reads an invoice that has no page: XML alone. @returns null for a file that is none. */
export async function readInvoiceFile(worker: WorkerFile, file: string, by: ReadBy): Promise<ReceiptRead | null> {
  const invoice = (await contentOf(worker, file)).invoice;
  return invoice === null ? null : { ...fromInvoice(invoice, null, by), guess: guessFrom("", invoice.seller) };
}

const NOTHING: ReceiptRead = {
  reading: null,
  why: null,
  invoice: null,
  doubts: [],
  page: null,
  differences: [],
  isForeignVat: false,
  guess: NO_GUESS,
};

function fromInvoice(invoice: InvoiceReading, page: ReceiptReading | null, { law }: ReadBy): ReceiptRead {
  return { ...NOTHING, ...takenFrom(invoice, page, law), invoice, doubts: invoice.doubts, page };
}

/** What no library reads is proposed nothing from; the company sees the file itself. */
async function contentOf(worker: WorkerFile, file: string) {
  const bytes = readPlain(file, RECEIPT_MOST_BYTES);
  return (await askOnce(worker, "receipt", bytes)) ?? { text: "", invoice: null };
}

/** The invoice of the same name: one that is not there, or is none, is no fault of the receipt. */
async function invoiceBeside(worker: WorkerFile, file: string): Promise<InvoiceReading | null> {
  const stem = join(dirname(file), basename(file, extname(file)));
  for (const beside of [`${stem}.xml`, `${stem}.XML`]) {
    const bytes = plainIfAny(beside);
    if (bytes !== null) return (await askOnce(worker, "receipt", bytes))?.invoice ?? null;
  }
  return null;
}

function plainIfAny(file: string): Buffer | null {
  try {
    return readPlain(file, RECEIPT_MOST_BYTES);
  } catch (failure) {
    if (failure instanceof PorteError) return null;
    throw failure;
  }
}

/** Read as it lies or turned, as a telephone takes it; null where tesseract or its French data are not there. */
async function imageText(file: string): Promise<string | null> {
  const { spawn } = await import("node:child_process");
  const { text: textOf } = await import("node:stream/consumers");
  const child = spawn("tesseract", [file, "stdout", "-l", "fra+eng", "--psm", "1"], {
    stdio: ["ignore", "pipe", "ignore"],
    timeout: READING_MS,
  });
  const isThere = new Promise<boolean>((resolve) =>
    child.once("error", () => resolve(false)).once("spawn", () => resolve(true)),
  );
  if (!(await isThere)) return null;
  const isWell = new Promise<boolean>((resolve) => child.once("close", (code) => resolve(code === 0)));
  const text = await textOf(child.stdout);
  return (await isWell) ? text : null;
}
