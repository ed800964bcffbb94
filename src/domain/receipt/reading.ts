import type { Day } from "../calendar.ts";
import type { Cents } from "../money.ts";
import type { VatLine } from "../vat.ts";

/** How sure a reading is: what is doubtful is asked about, and what is not there too. */
export type Confidence = "certain" | "likely" | "doubtful" | "none";

/** What a receipt seems to say: proposed, and believed by nobody before somebody has seen it. */
export interface ReceiptReading {
  readonly date: Day | null;
  readonly totalCents: Cents | null;
  /** Each rate with its tax, as far as they agree with one another. */
  readonly vat: readonly VatLine[];
  readonly merchant: string | null;
  /** The number of the invoice, where a machine reads it. */
  readonly number: string | null;
  /** Three letters; null where no currency is said. */
  readonly currency: string | null;
  /** It gives money back. */
  readonly isCredit: boolean;
  readonly confidence: Readonly<Record<"date" | "total" | "vat", Confidence>>;
}

/** What is read of a receipt that says nothing. */
export const NO_READING: ReceiptReading = {
  date: null,
  totalCents: null,
  vat: [],
  merchant: null,
  number: null,
  currency: null,
  isCredit: false,
  confidence: { date: "none", total: "none", vat: "none" },
};

/** Says whether a script may take what was read. */
export function isSure(confidence: Confidence): boolean {
  return confidence === "certain" || confidence === "likely";
}
