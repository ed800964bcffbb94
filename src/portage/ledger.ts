import { type Day, firstDay, lastDay, type Month, monthOf } from "../domain/calendar.ts";
import { type Cents, sum } from "../domain/money.ts";
import { type Entered, type Purses, pursesOf } from "./account-headings.ts";

/** An entry of an account, as a transaction is made of it. */
export interface LedgerEntry extends Entered {
  readonly day: Day;
  readonly label: string;
  /** What it was booked for; null where that is not known. */
  readonly cause: string | null;
  readonly reverses: string | null;
}

/** What a transaction does to an account, cents. */
export interface LedgerPosting {
  readonly account: string;
  readonly cents: Cents;
}

/** Postings that sum to zero. */
export interface Transaction {
  readonly day: Day;
  readonly name: string;
  /** Null for what was held before the first entry. */
  readonly of: { readonly month: Month; readonly cause: string | null } | null;
  readonly postings: readonly LedgerPosting[];
}

/** What each purse holds at the end of a day. */
export interface Assertion {
  readonly day: Day;
  readonly balances: readonly LedgerPosting[];
}

/** The account of each purse: the same in every language, and in letters that programs of plain-text accounting take. */
export const PURSE_ACCOUNTS: Readonly<Record<keyof Purses, string>> = {
  activity: "Assets:Portage:Activity",
  reserve: "Assets:Portage:Reserve",
  provision: "Assets:Portage:Provisions",
};
const OPENING = "Equity:Portage:Opening";
const TRANSFERS = "Equity:Portage:Transfers";

/** The other side of each kind of entry, under its heading. */
const OTHER_SIDES: Readonly<Record<string, string>> = {
  "client-payment": "Income:ClientPayments",
  "management-fee": "Expenses:ManagementFees",
  "expense-reimbursement": "Expenses:ProfessionalExpenses",
  "employer-contributions": "Expenses:Levies:Employer",
  "employee-contributions": "Expenses:Levies:Employee",
  withholding: "Expenses:Levies:IncomeTax",
  "net-pay": "Expenses:NetPay",
  charge: "Expenses:Charges",
  "reserve-transfer": TRANSFERS,
  "provision-transfer": TRANSFERS,
};
const UNKNOWN_KIND = "Expenses:Other";

/**
 * Makes transactions of entries, the oldest first: those that were booked together are one, and each balances whatever they are.
 * @param entries the newest first, as a company lists them.
 * @param opening what was held before the first; null where nobody knows.
 */
export function transactionsOf(entries: readonly LedgerEntry[], first: Month, opening: Purses | null): Transaction[] {
  const groups = grouped(entries.toReversed(), ({ day, month, label, cause, reverses }) =>
    JSON.stringify([day, month, label, cause, reverses]),
  );
  const booked = groups
    .flatMap(([one, ...others]) => (one === undefined ? [] : [transactionOf(one, [one, ...others])]))
    .filter(({ postings }) => postings.length > 0)
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const postings = opening === null ? [] : bothSides(opening, OPENING);
  const day = [firstDay(first), ...booked.map((one) => one.day)].sort()[0] ?? firstDay(first);
  return postings.length === 0 ? booked : [{ day, name: "opening balances", of: null, postings }, ...booked];
}

/** What each purse holds at the end of each month in which something was booked. */
export function assertionsOf(transactions: readonly Transaction[]): Assertion[] {
  const held = new Map<string, Cents>(Object.values(PURSE_ACCOUNTS).map((account) => [account, 0]));
  return grouped(transactions, ({ day }) => monthOf(day)).map((own) => {
    for (const { account, cents } of own.flatMap(({ postings }) => postings))
      if (held.has(account)) held.set(account, (held.get(account) ?? 0) + cents);
    const balances = [...held].map(([account, cents]) => ({ account, cents }));
    return { day: lastDay(monthOf(own[0]?.day ?? "")), balances };
  });
}

/** Names every account that is used, and each purse. */
export function accountsIn(transactions: readonly Transaction[]): string[] {
  const used = transactions.flatMap(({ postings }) => postings.map(({ account }) => account));
  return [...new Set([...Object.values(PURSE_ACCOUNTS), ...used])].sort();
}

function transactionOf({ day, label, month, cause }: LedgerEntry, entries: readonly LedgerEntry[]): Transaction {
  const postings = grouped(entries, ({ kind }) => kind).flatMap((own) =>
    bothSides(pursesOf(own), OTHER_SIDES[own[0]?.kind ?? ""] ?? UNKNOWN_KIND),
  );
  const byAccount = grouped(postings, ({ account }) => account).map((own) => ({
    account: own[0]?.account ?? "",
    cents: sum(own.map(({ cents }) => cents)),
  }));
  return { day, name: label, of: { month, cause }, postings: byAccount.filter(({ cents }) => cents !== 0) };
}

/** What is put into purses, and the other side of it. */
function bothSides(purses: Purses, other: string): LedgerPosting[] {
  const sides = (Object.keys(PURSE_ACCOUNTS) as (keyof Purses)[]).map((purse) => ({
    account: PURSE_ACCOUNTS[purse],
    cents: purses[purse],
  }));
  const rest = { account: other, cents: -sum(sides.map(({ cents }) => cents)) };
  return [...sides, rest].filter(({ cents }) => cents !== 0);
}

/** Groups what has the same key, in the order of the first of each. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [item]);
    else own.push(item);
  }
  return [...groups.values()];
}
