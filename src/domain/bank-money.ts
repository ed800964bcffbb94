import type { BankColumn, BankPlaces } from "./bank-titles.ts";
import { plainWord } from "./columns.ts";
import type { Cents } from "./money.ts";
import type { WrittenAmount } from "./written-amount.ts";

/** What a line of a bank's file moves, and which way. */
export interface Money {
  /** The whole of what left or came, without a sign, its fee with it; null where it cannot be read. */
  readonly cents: Cents | null;
  readonly feeCents: Cents;
  readonly isIncome: boolean;
  /** Whether it says a debit and a credit at once. */
  readonly isBoth: boolean;
  /** How the column of debits writes it; null for a column of amounts. */
  readonly debitSign: -1 | 1 | null;
  /** As it is written. */
  readonly text: string;
  /** Empty for the euro. */
  readonly currency: string;
}

/** The cell of a column, without the spaces around it; nothing where there is no such column. */
export type BankCell = (column: BankColumn) => string;

type Read = (text: string) => WrittenAmount | null;

const OUT = new Set(["debit", "d", "dr", "dbit", "out", "sortie", "debiteur", "depense", "outgoing"]);
const IN = new Set(["credit", "c", "cr", "crdt", "in", "entree", "crediteur", "recette", "incoming"]);
/** Dashes, the way banks leave a column unused; a column of zeros is looked at by its amount. */
const UNUSED = /^[-\u2010-\u2015\u2212\s]*$/;

/** Reads what a line moves; null where it moves nothing. */
export function moneyOf(cell: BankCell, places: BankPlaces, read: Read): Money | null {
  const { column, text, isBoth } = writtenOf(cell, read);
  if (UNUSED.test(text)) return null;
  const fee = places.addsFee ? feeOf(cell, read) : NO_FEE;
  const currency = otherCurrency(cell("currency"), places.currency, text) || fee.currency;
  const signed = currency === "" ? (read(text)?.cents ?? null) : null;
  if (signed === 0 && fee.cents === 0) return null;
  const isIncome = !isBoth && isIncoming(cell, column, text, { signed, currency });
  const added = isIncome ? 0 : fee.cents;
  const cents = isBoth || signed === null || added === null ? null : Math.abs(signed) + added;
  return { cents, feeCents: added ?? 0, isIncome, isBoth, debitSign: debitSignOf(column, signed), text, currency };
}

interface Written {
  readonly column: "debit" | "credit" | "amount";
  readonly text: string;
  readonly isBoth: boolean;
}

function writtenOf(cell: BankCell, read: Read): Written {
  const [debit, credit] = [used(cell("debit"), read), used(cell("credit"), read)];
  if (debit !== "") return { column: "debit", text: debit, isBoth: credit !== "" };
  return credit === ""
    ? { column: "amount", text: cell("amount"), isBoth: false }
    : { column: "credit", text: credit, isBoth: false };
}

/** A cell of a column of debits, credits or fees; empty where the bank left it unused. */
function used(text: string, read: Read): string {
  return UNUSED.test(text) || (/^[^1-9]*$/.test(text) && read(text)?.cents === 0) ? "" : text;
}

const NO_FEE = { cents: 0, currency: "" };

/** What is to be added to an amount; null cents where it cannot be read. */
function feeOf(cell: BankCell, read: Read): { cents: Cents | null; currency: string } {
  const text = used(cell("fee"), read);
  if (text === "") return NO_FEE;
  const written = read(text);
  const currency = otherCurrency(cell("feeCurrency"), null, text);
  return { cents: written === null ? null : Math.abs(written.cents), currency };
}

function debitSignOf(column: Written["column"], signed: Cents | null): -1 | 1 | null {
  if (column !== "debit" || signed === null) return null;
  return signed < 0 ? -1 : 1;
}

type Known = { readonly signed: Cents | null; readonly currency: string };

function isIncoming(cell: BankCell, column: Written["column"], text: string, { signed, currency }: Known): boolean {
  /** A fee of its own, beside an amount of nothing, leaves the account. */
  if (column === "debit" || signed === 0) return false;
  if (column === "credit") return true;
  const way = plainWord(cell("direction"));
  if (OUT.has(way)) return false;
  if (IN.has(way)) return true;
  if (signed !== null) return signed > 0;
  /** What cannot be read came from nowhere; of another currency, its sign tells. */
  return currency !== "" && !/[-\u2212(]/.test(text);
}

/** The currency of an amount where it is not the euro, empty where it is: by its column, by the amount, by the title above it. */
function otherCurrency(column: string, title: string | null, text: string): string {
  const said = (column || (/[A-Z]{3,5}|[$£¥₿]/.exec(text)?.[0] ?? title ?? "")).trim();
  return /^(€|eur|euros?|978)?$/i.test(said) ? "" : said;
}
