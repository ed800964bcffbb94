import type { InvoiceReading } from "../invoice/invoice.ts";
import { unsplitVat, type VatLaw, type VatLine, vatCentsOf, vatPpms } from "../vat.ts";
import { type Confidence, NO_READING, type ReceiptReading } from "./reading.ts";

/** What an invoice says otherwise than the page that it belongs to. */
export type ReceiptDifference = "total" | "date" | "vat" | "currency";

/** A receipt that was read from its invoice, with what its page says otherwise. */
export interface InvoiceTaken {
  readonly reading: ReceiptReading;
  readonly differences: readonly ReceiptDifference[];
  /** Its tax is not one of France: nothing of it is got back here. */
  readonly isForeignVat: boolean;
}

/** Takes a receipt from its invoice; what the invoice does not say is the page's. */
export function takenFrom(invoice: InvoiceReading, page: ReceiptReading | null, law: VatLaw): InvoiceTaken {
  const { vat, isForeignVat } = vatOf(invoice, law);
  const printed = page ?? NO_READING;
  const trust = invoice.doubts.length === 0 ? "certain" : "doubtful";
  const reading: ReceiptReading = {
    ...totalFrom(invoice, printed, trust),
    date: invoice.date ?? printed.date,
    merchant: invoice.seller?.slice(0, MAX_LETTERS) ?? printed.merchant,
    number: invoice.number?.slice(0, MAX_LETTERS) ?? null,
    currency: invoice.currency ?? printed.currency,
    isCredit: invoice.isCredit || printed.isCredit,
  };
  const hasTax = invoice.vatCents !== null || invoice.vat.length > 0;
  const taken = hasTax ? withTax(reading, vat, trust) : reading;
  return { reading: taken, differences: page === null ? [] : differencesOf(taken, page), isForeignVat };
}

/** The total of the invoice, else that of the page with all that was read beside it. */
function totalFrom(invoice: InvoiceReading, printed: ReceiptReading, trust: Confidence): ReceiptReading {
  const date = invoice.date === null ? printed.confidence.date : "certain";
  const total = Math.abs(invoice.totalCents ?? 0);
  if (total === 0) return { ...printed, confidence: { ...printed.confidence, date } };
  return { ...printed, totalCents: total, confidence: { ...printed.confidence, date, total: trust } };
}

function withTax(reading: ReceiptReading, vat: readonly VatLine[], trust: Confidence): ReceiptReading {
  return { ...reading, vat, confidence: { ...reading.confidence, vat: trust } };
}

const MAX_LETTERS = 80;

/** France, Monaco, and the departments overseas that have the tax. */
const FRENCH_VAT = new Set(["FR", "MC", "GP", "MQ", "RE"]);

function vatOf(invoice: InvoiceReading, law: VatLaw): { vat: readonly VatLine[]; isForeignVat: boolean } {
  const known = vatPpms(law);
  const taxed = invoice.vat.filter(({ vatCents }) => (vatCents ?? 0) !== 0);
  const hasTax = taxed.length > 0 || (invoice.vatCents ?? 0) !== 0;
  const isForeignVat =
    hasTax &&
    (taxed.some(({ ratePpm }) => ratePpm !== null && !known.includes(ratePpm)) ||
      (invoice.country !== null && !FRENCH_VAT.has(invoice.country)));
  if (isForeignVat) return { vat: [], isForeignVat };
  if (taxed.length === 0) return { vat: unsplitVat(Math.abs(invoice.vatCents ?? 0)), isForeignVat };
  const lines = taxed.map(({ ratePpm, vatCents }) => ({ ratePpm, vatCents: Math.abs(vatCents ?? 0) }));
  const isSplit = lines.every(({ ratePpm }) => ratePpm !== null);
  return { vat: isSplit ? lines : unsplitVat(vatCentsOf(lines)), isForeignVat };
}

/** What a page does not say, or says doubtfully, is no difference. */
function differencesOf(reading: ReceiptReading, page: ReceiptReading): ReceiptDifference[] {
  const found: ReceiptDifference[] = [];
  const isRead = (confidence: Confidence) => confidence !== "none" && confidence !== "doubtful";
  if (page.totalCents !== null && page.totalCents !== reading.totalCents) found.push("total");
  if (isRead(page.confidence.date) && page.date !== reading.date) found.push("date");
  if (isRead(page.confidence.vat) && vatCentsOf(page.vat) !== vatCentsOf(reading.vat)) found.push("vat");
  if (page.currency !== null && reading.currency !== null && page.currency !== reading.currency) found.push("currency");
  return found;
}
