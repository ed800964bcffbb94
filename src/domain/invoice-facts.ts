import type { BilledLine } from "./activity.ts";
import type { Day } from "./calendar.ts";
import type { Cents, Ppm } from "./money.ts";

/** A company as an invoice names it; null for what nobody said. */
interface InvoiceParty {
  readonly name: string;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly address: string | null;
}

/** What an invoice names, as it was when it was issued. */
export interface InvoiceFacts {
  readonly company: InvoiceParty;
  readonly client: InvoiceParty;
  readonly title: string;
  readonly purchaseOrder: string | null;
  readonly routingCode: string | null;
  readonly chorusService: string | null;
  readonly chorusEngagement: string | null;
  readonly lines: readonly BilledLine[];
}

/** An invoice as it is printed. */
export interface PrintedInvoice extends InvoiceFacts {
  readonly number: string;
  readonly porte: string;
  readonly mission: string;
  readonly month: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly amountCents: Cents;
  readonly vatPpm: Ppm;
  readonly vatCents: Cents;
  /** The yearly rate that the company stated for late payment; null for the legal one. */
  readonly lateRatePpm: Ppm | null;
  /** Of an invoice that was cancelled, why. */
  readonly cancelled: string | null;
}

/** The number of a French company for VAT within the Union: its key, and its SIREN (CGI, art. 286 ter). */
export function vatNumberOf(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, "0")}${siren}`;
}
