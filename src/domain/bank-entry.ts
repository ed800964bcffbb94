import { type BankCell, type Money, moneyOf } from "./bank-money.ts";
import type { BankPlaces } from "./bank-titles.ts";
import type { Day } from "./calendar.ts";
import { plainWord } from "./columns.ts";
import type { Cents } from "./money.ts";
import type { WrittenAmount } from "./written-amount.ts";

/** No label is longer: what is, was made to be. */
const MAX_LETTERS = 500;

/** Why a line is no payment to take, though it is one of the file. */
export type AsideReason =
  | "currency"
  | "declined"
  | "pending"
  | "amount"
  | "date"
  | "both"
  | "future"
  | "range"
  | "balance";

/** What a line of a bank's file says. */
export type BankEntry =
  | {
      readonly kind: "payment";
      readonly date: Day;
      readonly label: string;
      /** What another column says of it; empty where none does. */
      readonly otherLabel: string;
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

const DECLINED =
  /declin|refus|reject|rejet|cancel|annul|fail|echou|echec|revert|void|expir|bloqu|blocked|refunded|rembours/;
const PENDING = /pending|processing|en attente|en cours|a venir|authori[sz]ed|autorise|scheduled|programme/;
/**
 * What a bank writes above and under its lines: no payment, though it has a day and an amount. `TOTAL` alone or of a place is a petrol
 * station, `SOLDE DU VOYAGE ROME` what was left to pay of one.
 */
const BALANCE = new RegExp(
  [
    "^(?:ancien|nouveau) solde\\b",
    "^solde(?:$| (?:crediteur|debiteur|initial|final|precedent|anterieur|comptable|disponible)\\b)",
    "^solde en (?:euro|eur|valeur|date|fin|debut|compte)",
    "^solde (?:au|du|a la|a fin|de fin|en fin|au debut)(?: le)?(?:$| (?:\\d|1er|date|mois|compte|periode))",
    "^(?:opening|closing|previous|new) balance\\b",
    "^total (?:des (?:mouvements|operations|debits|credits|depenses|recettes|paiements|achats|lignes|montants)|general$)",
    "^total (?:du (?:mois|compte|jour|releve|debit|credit)|de la (?:periode|page|colonne)|debits?$|credits?$)",
    "^(?:sous[- ])?totaux\\b|^sous[- ]total\\b",
  ].join("|"),
);

/** A letter that may be none, or two spaces. */
const ODD = /[^ -~À-ÿ]| {2}/;
const BALANCE_BEGINS = /^(?:ancien|nouveau|solde|opening|closing|previous|new|total|sous)/i;

/** Reads one line by the columns of its file; null for one that says nothing of money. */
export function readEntry(cells: readonly string[], places: BankPlaces, readers: BankReaders): BankEntry | null {
  const cell: BankCell = (column) => cells[places.at[column] ?? -1]?.trim() ?? "";
  const money = moneyOf(cell, places, readers.amount);
  const label = labelOf(cell);
  if (money === null) return null;
  const date = readers.day(cell("date"));
  const reason = isBalance(label) ? "balance" : whyNot(cell("state"), money, date);
  const { cents: amountCents, feeCents, debitSign, isIncome } = money;
  if (reason !== null || date === null || amountCents === null) {
    /** A text above or under the lines has nothing where their days are. */
    const isText = cell("date") === "" && amountCents === null && money.currency === "";
    return isIncome || isText || reason === null
      ? null
      : { kind: "aside", reason, text: told(cell("date"), label, money) };
  }
  if (isIncome) return { kind: "income", date, label, amountCents };
  const otherLabel = wordsOf(cell("otherLabel"));
  return { kind: "payment", date, label, otherLabel, amountCents, feeCents, debitSign };
}

function isBalance(label: string): boolean {
  return BALANCE_BEGINS.test(label) && BALANCE.test(plainWord(label));
}

function whyNot(written: string, { cents, currency, isBoth }: Money, date: Day | null): AsideReason | null {
  const state = written === "" ? "" : plainWord(written);
  if (DECLINED.test(state)) return "declined";
  if (PENDING.test(state)) return "pending";
  if (currency !== "") return "currency";
  if (cents === null) return isBoth ? "both" : "amount";
  return date === null ? "date" : null;
}

function told(date: string, label: string, { text, currency }: Money): string {
  const amount = text.includes(currency) ? text : `${text} ${currency}`;
  return [date, label, amount]
    .map(wordsOf)
    .filter((one) => one !== "")
    .join(", ");
}

/** What was paid, in the bank's words: control codes out, one space between words. */
function labelOf(cell: BankCell): string {
  return wordsOf(cell("label")) || wordsOf(cell("otherLabel"));
}

function wordsOf(text: string): string {
  const cut = text.slice(0, MAX_LETTERS);
  return ODD.test(cut) ? cut.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim() : cut.trim();
}
