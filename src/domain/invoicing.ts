import { addDays, type Day } from "./calendar.ts";
import type { Cents } from "./money.ts";

/** Days that a client has to pay where nothing was agreed, and the most that may be agreed (C. com., art. L441-10, I). */
export const USUAL_PAYMENT_DAYS = 30;
export const MAX_PAYMENT_DAYS = 60;

/** How far an invoice is. */
export type InvoiceState = "issued" | "part-paid" | "paid" | "late" | "cancelled";

/** What the state of an invoice follows from; amounts before VAT. */
export interface InvoiceStanding {
  readonly amountCents: Cents;
  readonly paidCents: Cents;
  readonly dueOn: Day;
  readonly isCancelled: boolean;
}

/** Says how far an invoice is on a day: what is paid is not late, and what is late may be paid in part. */
export function invoiceState(
  { amountCents, paidCents, dueOn, isCancelled }: InvoiceStanding,
  today: Day,
): InvoiceState {
  if (isCancelled) return "cancelled";
  if (paidCents >= amountCents) return "paid";
  if (today > dueOn) return "late";
  return paidCents > 0 ? "part-paid" : "issued";
}

/** The day by which an invoice is to be paid. */
export function dueDay(issuedOn: Day, paymentDays: number): Day {
  return addDays(issuedOn, paymentDays);
}

/** Writes an invoice's number: the year, then its place in it. */
export function invoiceNumber(year: number, serial: number): string {
  return `F${year}-${String(serial).padStart(4, "0")}`;
}
