import type { Day } from "../calendar.ts";
import type { Cents, Ppm } from "../money.ts";
import { readCii } from "./cii.ts";
import type { XmlElement } from "./element.ts";
import { readUbl } from "./ubl.ts";

/** The tax of one rate of an invoice. */
export interface InvoiceTax {
  /** Null where the rate is not said, or cannot be read. */
  readonly ratePpm: Ppm | null;
  readonly baseCents: Cents | null;
  readonly vatCents: Cents | null;
}

/** What an invoice says that a machine reads (EN 16931), in its own currency; null for what it does not say. */
export interface InvoiceFacts {
  readonly syntax: "CII" | "UBL";
  readonly number: string | null;
  readonly date: Day | null;
  readonly seller: string | null;
  /** Where its tax is due: two letters, of the seller's tax number, else of its address. */
  readonly country: string | null;
  /** Three letters. */
  readonly currency: string | null;
  /** It gives money back. */
  readonly isCredit: boolean;
  readonly netCents: Cents | null;
  readonly vatCents: Cents | null;
  /** With tax, whatever was paid of it before. */
  readonly totalCents: Cents | null;
  readonly vat: readonly InvoiceTax[];
  /** Each amount or day that is written and is none. */
  readonly unread: readonly string[];
  /** More than one document, or more than one total: which one counts is not known. */
  readonly isSeveral: boolean;
}

/** Why the amounts of an invoice are not believed. */
export type InvoiceDoubt = "several" | "unread" | "no-total" | "sums";

/** An invoice as it was read, with what speaks against it. */
export interface InvoiceReading extends InvoiceFacts {
  readonly doubts: readonly InvoiceDoubt[];
}

/** Lines are rounded each: what a sum may be off by. */
const MAX_OFF_CENTS = 2;

/** Says whether an element is an invoice or a credit note, of Factur-X and ZUGFeRD (CII), or of UBL 2.1. */
export function isInvoice({ name }: XmlElement): boolean {
  return CII_ROOTS.has(name) || UBL_ROOTS.has(name);
}

/** `CrossIndustryDocument` is ZUGFeRD 1.0. */
const CII_ROOTS = new Set(["CrossIndustryInvoice", "CrossIndustryDocument"]);
const UBL_ROOTS = new Set(["Invoice", "CreditNote"]);

/** Reads an invoice from its root. @returns null for a document that is none. */
export function readInvoice(root: XmlElement): InvoiceReading | null {
  if (!isInvoice(root)) return null;
  const facts = CII_ROOTS.has(root.name) ? readCii(root) : readUbl(root);
  return { ...facts, doubts: doubtsOf(facts) };
}

function doubtsOf(facts: InvoiceFacts): InvoiceDoubt[] {
  const doubts: InvoiceDoubt[] = [];
  if (facts.isSeveral) doubts.push("several");
  if (facts.unread.length > 0) doubts.push("unread");
  if (facts.totalCents === null) doubts.push("no-total");
  if (!addsUp(facts)) doubts.push("sums");
  return doubts;
}

/** What is said must agree: the total with what it is made of, and the tax with that of its rates. */
function addsUp({ netCents, vatCents, totalCents, vat }: InvoiceFacts): boolean {
  const isNear = (one: Cents, other: Cents) => Math.abs(one - other) <= MAX_OFF_CENTS;
  if (totalCents !== null && netCents !== null && !isNear(netCents + (vatCents ?? 0), totalCents)) return false;
  const taxes = vat.map((one) => one.vatCents ?? 0);
  return (
    vatCents === null ||
    taxes.length === 0 ||
    isNear(
      taxes.reduce((total, one) => total + one, 0),
      vatCents,
    )
  );
}
