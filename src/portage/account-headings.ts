import type { Month } from "../domain/calendar.ts";
import { type Cents, sum } from "../domain/money.ts";
import type { EntryKind, Fund } from "./account.ts";

/**
 * What a month's entries are told under: the first five as C. trav., art. L1254-25 names them (its sixth, the indemnity for business contribution,
 * is part of gross pay and no entry), then charges outside the fee, what is set aside, and what only a later company knows.
 */
export const HEADINGS = [
  "client-payments",
  "management-fees",
  "expenses",
  "levies",
  "net-pay",
  "charges",
  "reserve",
  "provisions",
  "other",
] as const;
export type Heading = (typeof HEADINGS)[number];

const OF_KIND: Readonly<Record<EntryKind, Heading>> = {
  "client-payment": "client-payments",
  "management-fee": "management-fees",
  "expense-reimbursement": "expenses",
  "employer-contributions": "levies",
  "employee-contributions": "levies",
  withholding: "levies",
  "net-pay": "net-pay",
  charge: "charges",
  "reserve-transfer": "reserve",
  "provision-transfer": "provisions",
};

/** Names the heading of a kind of entry; a kind of a later company has one of its own. */
export function headingOf(kind: string): Heading {
  return OF_KIND[kind as EntryKind] ?? "other";
}

/** What each purse of an account holds. */
export type Purses = Readonly<Record<Fund, Cents>>;

export const EMPTY: Purses = { activity: 0, reserve: 0, provision: 0 };

/** An entry as its heading is found: of which month, what it is for, and what it does to which purse. */
export interface Entered {
  readonly month: Month;
  readonly kind: string;
  readonly fund: string;
  readonly amountCents: Cents;
}

/** A month of an account. */
export interface MonthStatement {
  readonly month: Month;
  /** What was held before the month's entries; null where nobody knows. */
  readonly opening: Purses | null;
  /**
   * What each heading does to what may be spent, in the order of the law; headings without an entry are left out. What is set aside leaves here
   * and is found in its purse.
   */
  readonly headings: readonly { readonly heading: Heading; readonly cents: Cents }[];
  /** What the month's entries add to each purse. */
  readonly change: Purses;
  readonly closing: Purses | null;
}

/**
 * Tells an account month by month, from the oldest.
 * @param opening what was held before the first of them; null where nobody knows, and then no month's balance is known.
 */
export function statements(entries: readonly Entered[], opening: Purses | null): MonthStatement[] {
  const months = [...new Set(entries.map(({ month }) => month))].sort();
  let held = opening;
  return months.map((month) => {
    const one = statementOf(
      month,
      entries.filter((entry) => entry.month === month),
      held,
    );
    held = one.closing;
    return one;
  });
}

/** Tells one month, also one without an entry. */
export function statementOf(month: Month, entries: readonly Entered[], opening: Purses | null): MonthStatement {
  const headings = HEADINGS.flatMap((heading) => {
    const own = entries.filter(({ kind }) => headingOf(kind) === heading);
    return own.length === 0
      ? []
      : [{ heading, cents: sum(own.filter(isSpendable).map(({ amountCents }) => amountCents)) }];
  });
  const change = pursesOf(entries);
  return { month, opening, headings, change, closing: opening === null ? null : added(opening, change) };
}

/** What entries put into each purse; one of a purse that only a later company knows may be spent. */
export function pursesOf(entries: readonly Pick<Entered, "fund" | "amountCents">[]): Purses {
  const of = (isOf: (entry: Pick<Entered, "fund">) => boolean) =>
    sum(entries.filter(isOf).map(({ amountCents }) => amountCents));
  return {
    activity: of(isSpendable),
    reserve: of(({ fund }) => fund === "reserve"),
    provision: of(({ fund }) => fund === "provision"),
  };
}

/** What all the purses hold together. */
export function inAll({ activity, reserve, provision }: Purses): Cents {
  return activity + reserve + provision;
}

function isSpendable({ fund }: Pick<Entered, "fund">): boolean {
  return fund !== "reserve" && fund !== "provision";
}

function added(one: Purses, other: Purses): Purses {
  return {
    activity: one.activity + other.activity,
    reserve: one.reserve + other.reserve,
    provision: one.provision + other.provision,
  };
}
