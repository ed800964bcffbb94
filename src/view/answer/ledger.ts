import { addDays } from "../../domain/calendar.ts";
import { fromEuros, plainEuros } from "../../domain/money.ts";
import {
  type Assertion,
  accountsIn,
  assertionsOf,
  type LedgerPosting,
  type Transaction,
  transactionsOf,
} from "../../portage/ledger.ts";
import type { accountJson } from "../account.ts";

/** The programs of plain-text accounting whose files are written. */
export type Ledger = "hledger" | "beancount";

/** An account's answer, as far as a ledger is made of it. */
export type LedgerAnswer = Pick<ReturnType<typeof accountJson>, "months" | "entries">;

/** Writes an account's answer as a ledger: its bookings, and what each purse holds at the end of each month where that is known. */
export function ledgerText(ledger: Ledger, { months, entries }: LedgerAnswer): string {
  const opening = months[0]?.opening ?? null;
  const held = opening && {
    activity: fromEuros(opening.activity),
    reserve: fromEuros(opening.reserve),
    provision: fromEuros(opening.provision),
  };
  const own = entries.map(({ amount, cause, ...entry }) => ({
    ...entry,
    amountCents: fromEuros(amount),
    cause: cause === null ? null : `${cause.kind} ${cause.id}`,
  }));
  const transactions = transactionsOf(own, months[0]?.month ?? "2000-01", held);
  const assertions = opening === null ? [] : assertionsOf(transactions);
  const parts = ledger === "hledger" ? hledger(transactions, assertions) : beancount(transactions, assertions);
  return `${parts.join("\n\n")}\n`;
}

function hledger(transactions: readonly Transaction[], assertions: readonly Assertion[]): string[] {
  const booked = transactions.map(({ day, name, of, postings }): [string, string] => [
    day,
    [`${day} ${bareName(name)}${comment(of)}`, ...lines(postings)].join("\n"),
  ]);
  const held = assertions.map(({ day, balances }): [string, string] => [
    day,
    [
      `${day} balances at the end of the month`,
      ...balances.map(({ account, cents }) => `    ${account}  0.00 EUR = ${plainEuros(cents)} EUR`),
    ].join("\n"),
  ]);
  return [
    ["commodity 1000.00 EUR", ...accountsIn(transactions).map((account) => `account ${account}`)].join("\n"),
    /** A sort that keeps the order of a day: what a month holds comes after all that was booked in it. */
    ...[...booked, ...held]
      .toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
      .map(([, text]) => text),
  ];
}

function beancount(transactions: readonly Transaction[], assertions: readonly Assertion[]): string[] {
  const first = transactions[0]?.day ?? "2000-01-01";
  return [
    'option "title" "porte"\noption "operating_currency" "EUR"',
    accountsIn(transactions)
      .map((account) => `${first} open ${account} EUR`)
      .join("\n"),
    ...transactions.map(({ day, name, of, postings }) =>
      [`${day} * ${quoted(name)}`, ...metadata(of), ...lines(postings)].join("\n"),
    ),
    /** Beancount holds a balance against what is there when a day begins. */
    ...assertions.map(({ day, balances }) =>
      balances.map(({ account, cents }) => `${addDays(day, 1)} balance ${account} ${plainEuros(cents)} EUR`).join("\n"),
    ),
  ];
}

function lines(postings: readonly LedgerPosting[]): string[] {
  return postings.map(({ account, cents }) => `    ${account}  ${plainEuros(cents)} EUR`);
}

/** A name that neither begins a status or a code, nor ends before its end. */
function bareName(name: string): string {
  const plain = onOneLine(name).replaceAll(";", ",").replaceAll("|", "/");
  return plain.replace(/^[*!(=\s]+/, "") || "entry";
}

function comment(of: Transaction["of"]): string {
  if (of === null) return "";
  const cause = of.cause === null ? "" : `, cause: ${onOneLine(of.cause).replaceAll(",", " ")}`;
  return `  ; month: ${onOneLine(of.month)}${cause}`;
}

function metadata(of: Transaction["of"]): string[] {
  if (of === null) return [];
  return [`    month: ${quoted(of.month)}`, ...(of.cause === null ? [] : [`    cause: ${quoted(of.cause)}`])];
}

function quoted(text: string): string {
  return `"${onOneLine(text).replaceAll("\\", "/").replaceAll('"', "'")}"`;
}

function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
