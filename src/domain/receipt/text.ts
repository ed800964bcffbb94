import type { Day } from "../calendar.ts";
import { type VatLaw, vatPpms } from "../vat.ts";
import { currencyOf } from "./amounts.ts";
import { dayOf } from "./day.ts";
import type { ReceiptReading } from "./reading.ts";
import { taxOf } from "./tax.ts";
import { totalOf } from "./total.ts";
import { receiptLines } from "./words.ts";

/** Reads what a receipt's text seems to say. @param today dates after it are not the receipt's. */
export function readReceiptText(text: string, today: Day, law: VatLaw): ReceiptReading {
  const lines = receiptLines(text);
  const total = totalOf(lines);
  const day = dayOf(lines, today);
  const tax = taxOf(lines, total.totalCents, vatPpms(law));
  return {
    date: day.date,
    totalCents: total.totalCents,
    vat: tax.vat,
    merchant: merchantOf(lines),
    number: null,
    currency: currencyOf(lines.join("\n")),
    isCredit: total.isCredit,
    confidence: { date: day.confidence, total: total.confidence, vat: tax.confidence },
  };
}

/** The first line that is made of words. */
function merchantOf(lines: readonly string[]): string | null {
  const found = lines
    .slice(0, 8)
    .find((line) => (line.match(/\p{L}/gu)?.length ?? 0) >= 3 && !/\d{2}[/.-]\d{2}/.test(line));
  return found?.slice(0, 80) ?? null;
}
