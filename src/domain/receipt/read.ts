import type { InvoiceDoubt, InvoiceReading } from "../invoice/invoice.ts";
import type { ReceiptDifference } from "./from-invoice.ts";
import type { ReceiptGuess } from "./guess.ts";
import type { ReceiptReading } from "./reading.ts";

/** What a receipt was read to say, and by what; or why it was not read. */
export interface ReceiptRead {
  readonly reading: ReceiptReading | null;
  readonly why: "no-text" | "no-tesseract" | null;
  /** The invoice that it was taken from. */
  readonly invoice: InvoiceReading | null;
  readonly doubts: readonly InvoiceDoubt[];
  /** What its page was read to say, where its invoice says otherwise. */
  readonly page: ReceiptReading | null;
  readonly differences: readonly ReceiptDifference[];
  readonly isForeignVat: boolean;
  /** What its words let one guess beside. */
  readonly guess: ReceiptGuess;
}
