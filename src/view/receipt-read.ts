import { toEuros } from "../domain/money.ts";
import type { ReceiptRead } from "../domain/receipt/read.ts";
import type { ReceiptReading } from "../domain/receipt/reading.ts";

/** What was read of a receipt, as JSON: what it was taken from, and what its page says otherwise. */
export function readJson(read: ReceiptRead | null) {
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

function readingJson({ totalCents, date, currency, vat }: ReceiptReading) {
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
