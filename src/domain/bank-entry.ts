import type { BankColumn, BankPlaces } from "./bank-titles.ts";
import type { Day } from "./calendar.ts";
import { plainWord } from "./columns.ts";
import type { Cents } from "./money.ts";
import type { WrittenAmount } from "./written-amount.ts";

/** Why a line is no payment to take, though it is one of the file. */
export type AsideReason = "currency" | "declined" | "pending" | "amount" | "date" | "both" | "future" | "range";

/** What a line of a bank's file says. */
export type BankEntry =
  | {
      readonly kind: "payment";
      readonly date: Day;
      readonly label: string;
      /** What left the account, its fee with it; above zero. */
      readonly amountCents: Cents;
      readonly feeCents: Cents;
      /** How the column of debits writes it; null for a column of amounts. */
      readonly debitSign: -1 | 1 | null;
    }
  | { readonly kind: "income"; readonly date: Day; readonly label: string; readonly amountCents: Cents }
  | { readonly kind: "aside"; readonly reason: AsideReason; readonly text: string };

/** How texts of one file are read. Each gives null for what it cannot read. */
export interface BankReaders {
  readonly amount: (text: string) => WrittenAmount | null;
  readonly day: (text: string) => Day | null;
}

const OUT = new Set(["debit", "d", "dr", "dbit", "out", "sortie", "debiteur", "depense", "outgoing"]);
const IN = new Set(["credit", "c", "cr", "crdt", "in", "entree", "crediteur", "recette", "incoming"]);
const DECLINED = /declin|refus|reject|rejet|cancel|annul|fail|echou|echec|revert|void|expir|bloqu|blocked|refunded|rembours/;
const PENDING = /pending|processing|en attente|en cours|a venir|authori[sz]ed|autorise|scheduled|programme/;
/** What a bank writes above and under the lines: no payment, though it has a day and an amount. */
const BALANCE =
  /^(ancien |nouveau )?solde( (crediteur|debiteur|initial|final|precedent|anterieur|au|en|du|a|comptable)\b|$)|^(opening|closing|previous|new) balance|^total (des|du|de la|debit|credit|general)|^(sous )?totaux|^total$/;
/** A dash, or nothing but zeros: the way banks leave a column unused. */
const UNUSED = /^[-\u2010-\u2015\u2212\s]*$/;

/** Reads one line by the columns of its file; null for one that says nothing of money. */
export function readEntry(cells: readonly string[], places: BankPlaces, readers: BankReaders): BankEntry | null {
  const cell = (column: BankColumn) => cells[places.at[column] ?? -1]?.trim() ?? "";
  const label = labelOf(cell);
  if (BALANCE.test(plainWord(label))) return null;
  const money = moneyOf(cell, places, readers);
  if (money === null) return null;
  const date = readers.day(cell("date"));
  const text = [cell("date"), label, [money.text, money.currency].filter((one) => one !== "").join(" ")];
  const aside = (reason: AsideReason): BankEntry => ({ kind: "aside", reason, text: text.filter(Boolean).join(", ") });
  const state = plainWord(cell("state"));
  if (DECLINED.test(state)) return aside("declined");
  if (PENDING.test(state)) return aside("pending");
  if (money.currency !== "") return money.isIncome ? null : aside("currency");
  if (money.cents === null) return date === null ? null : aside(money.isBoth ? "both" : "amount");
  if (date === null) return money.isIncome ? null : aside("date");
  const { cents: amountCents, feeCents, debitSign } = money;
  if (money.isIncome) return { kind: "income", date, label, amountCents };
  return { kind: "payment", date, label, amountCents, feeCents, debitSign };
}

/** What was paid, in the bank's words: control codes out, one space between words. */
function labelOf(cell: Cell): string {
  return wordsOf(cell("label")) || wordsOf(cell("otherLabel"));
}

function wordsOf(cell: string): string {
  return cell.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
}

interface Money {
  /** Null where it cannot be read. */
  readonly cents: Cents | null;
  readonly feeCents: Cents;
  readonly isIncome: boolean;
  readonly isBoth: boolean;
  readonly debitSign: -1 | 1 | null;
  readonly text: string;
  /** Empty for the euro. */
  readonly currency: string;
}

type Cell = (column: BankColumn) => string;

/** What a line moves, and which way; null where it moves nothing. */
function moneyOf(cell: Cell, places: BankPlaces, { amount: read }: BankReaders): Money | null {
  const [debit, credit] = [used(cell("debit"), read), used(cell("credit"), read)];
  const column = debit !== "" ? "debit" : credit !== "" ? "credit" : "amount";
  const text = cell(column);
  if (UNUSED.test(text)) return null;
  const currency = otherCurrency(cell("currency"), places, text);
  const signed = currency === "" ? (read(text)?.cents ?? null) : null;
  const fee = feeOf(cell, places, read);
  if (signed === 0 && fee.cents === 0) return null;
  const isBoth = debit !== "" && credit !== "";
  /** A fee of its own, beside an amount of nothing, left the account. */
  const comesIn = column === "credit" || (column === "amount" && isIncoming(cell, text, signed));
  const isIncome = comesIn && signed !== 0 && !isBoth;
  const added = isIncome ? 0 : fee.cents;
  const cents = signed === null || added === null || isBoth ? null : Math.abs(signed) + added;
  const debitSign = column === "debit" && signed !== null ? (signed < 0 ? -1 : 1) : null;
  return { cents, feeCents: added ?? 0, isIncome, isBoth, debitSign, text, currency: currency || fee.currency };
}

/** What is to be added to an amount; null cents where it cannot be read. */
function feeOf(cell: Cell, { addsFee }: BankPlaces, read: BankReaders["amount"]): { cents: Cents | null; currency: string } {
  const text = used(cell("fee"), read);
  if (!addsFee || text === "") return { cents: 0, currency: "" };
  const written = read(text);
  const currency = otherCurrency(cell("feeCurrency"), null, text);
  return { cents: written === null ? null : Math.abs(written.cents), currency };
}

/** A cell of a column of debits or credits; empty where the bank left it unused. */
function used(text: string, read: BankReaders["amount"]): string {
  return UNUSED.test(text) || (/^[^1-9]*$/.test(text) && read(text)?.cents === 0) ? "" : text;
}

function isIncoming(cell: Cell, text: string, signed: Cents | null): boolean {
  const way = plainWord(cell("direction"));
  if (OUT.has(way)) return false;
  if (IN.has(way)) return true;
  return signed === null ? !/^\s*[-\u2212(]|-\s*$/.test(text) : signed >= 0;
}

/** The currency of an amount where it is not the euro, empty where it is: by its column, by the amount, by the title above it. */
function otherCurrency(column: string, places: BankPlaces | null, text: string): string {
  const said = (column || (/[A-Z]{3,5}|[$£¥₿]/.exec(text)?.[0] ?? places?.currency ?? "")).trim();
  return /^(€|eur|euros?|978)?$/i.test(said) ? "" : said;
}
