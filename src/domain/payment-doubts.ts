import type { PaymentDoubt } from "../errors/company.ts";
import type { Day } from "./calendar.ts";
import { type Cents, sum } from "./money.ts";

/** What a payment is held against, before it is recorded. */
interface PaymentsKnown {
  /** What stands recorded already for the same mission and month. */
  readonly standing: readonly { readonly amountCents: Cents; readonly receivedOn: Day }[];
  /** What the month's report is worth of that mission, before VAT; null without a report that stands. */
  readonly reportCents: Cents | null;
  readonly today: Day;
}

/** Lists what speaks against a payment: one of the same amount, more than the report, a day to come. */
export function paymentDoubts(
  { amountCents, receivedOn }: { readonly amountCents: Cents; readonly receivedOn: Day },
  { standing, reportCents, today }: PaymentsKnown,
): PaymentDoubt[] {
  const doubts: PaymentDoubt[] = [];
  const same = standing.find((one) => one.amountCents === amountCents);
  if (same !== undefined) doubts.push({ code: "same-payment", receivedOn: same.receivedOn });
  const paidCents = amountCents + sum(standing.map((one) => one.amountCents));
  if (reportCents !== null && paidCents > reportCents) doubts.push({ code: "over-report", paidCents, reportCents });
  if (receivedOn > today) doubts.push({ code: "day-ahead", receivedOn, today });
  return doubts;
}
