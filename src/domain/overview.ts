import type { Day, Month } from "./calendar.ts";
import type { Cents } from "./money.ts";

/** One thing that waits, or where the money stands. */
export type StatusItem =
  | { readonly kind: "report-due" | "report-late"; readonly month: Month; readonly day: Day }
  | {
      readonly kind: "report-queued" | "report-waits" | "report-at-client" | "report-approved";
      readonly month: Month;
    }
  /** What is typed here and was not sent, with the day on which it is due; late once that has passed. */
  | { readonly kind: "report-draft"; readonly month: Month; readonly day: Day; readonly isLate: boolean }
  | { readonly kind: "report-refused"; readonly month: Month; readonly reason: string }
  | { readonly kind: "expenses-to-send" | "expenses-read"; readonly count: number; readonly amountCents: Cents }
  | { readonly kind: "receipts-missing"; readonly count: number }
  | { readonly kind: "expense-questioned"; readonly id: string; readonly amountCents: Cents; readonly question: string }
  | { readonly kind: "expense-refused"; readonly id: string; readonly amountCents: Cents; readonly reason: string }
  | { readonly kind: "transfer" | "transferred"; readonly amountCents: Cents; readonly day: Day }
  | { readonly kind: "balance"; readonly balanceCents: Cents; readonly reserveCents: Cents };

/** What waits for the porté, what waits for others, and where the money stands. */
export interface Overview {
  readonly todo: readonly StatusItem[];
  readonly waiting: readonly StatusItem[];
  readonly money: readonly StatusItem[];
}
