import { PorteError } from "../errors.ts";
import { type Day, isDay, monthOf } from "./calendar.ts";
import type { VehicleFacts } from "./mileage.ts";
import { type Cents, plainEuros } from "./money.ts";
import { assertVat, type VatLaw, type VatLine } from "./vat.ts";

/** What an expense was for; the limits of each come with dated rows. */
export const EXPENSE_CATEGORIES = [
  "restaurant",
  "meal-away",
  "lodging",
  "transport",
  "mileage",
  "telecom",
  "equipment",
  "home-office",
  "telework",
  "training",
  "other",
] as const;

export type ExpenseCategory = (typeof EXPENSE_CATEGORIES)[number];

/** Says whether an expense is a flat amount, which has no receipt: a trip, or telework. */
export function isFlat({ category, trip }: Pick<ExpenseFacts, "category" | "trip">): boolean {
  return trip !== null || category === "telework";
}

/** The largest receipt a company takes: 10 MiB. */
export const RECEIPT_MOST_BYTES = 10 * 1024 * 1024;

/** The kinds of file a receipt may be, judged by content. */
export const RECEIPT_TYPES = ["application/pdf", "image/jpeg", "image/png", "image/webp"] as const;

/** How the name of a receipt's file ends, by its kind. */
export const RECEIPT_ENDS: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
};

/** No merchant's name is longer. */
export const MERCHANT_MAX = 120;

/** The largest amount of one expense: 100 000 €. */
export const EXPENSE_MOST_CENTS: Cents = 10_000_000;

/** A drive that is paid by the kilometre. */
export interface Trip {
  readonly vehicle: VehicleFacts;
  readonly metres: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Says whether two trips of one day go the same way: the same places, as far as they are said, and as long. */
export function isSameTrip(one: Trip, other: Trip): boolean {
  const place = (name: string | null) => (name ?? "").trim().toLowerCase();
  return one.metres === other.metres && place(one.from) === place(other.from) && place(one.to) === place(other.to);
}

/** What is said of an expense. */
export interface ExpenseFacts {
  readonly date: Day;
  readonly category: ExpenseCategory;
  /** All taxes included. */
  readonly amountCents: Cents;
  /** The tax in it, by rate. */
  readonly vat: readonly VatLine[];
  /** The mission it is re-invoiced to; null for an operating expense. */
  readonly mission: string | null;
  /** Who was paid; null where it was not said. */
  readonly merchant: string | null;
  readonly note: string | null;
  /** The meals, the nights or the days of telework that it is for. */
  readonly units: number;
  /** Where the nights were spent; null where it was not said. */
  readonly department: string | null;
  /** Null for all but mileage. */
  readonly trip: Trip | null;
}

/** An expense as it stands: kept here, or held by the company. */
export interface ExpenseAtHand extends ExpenseFacts {
  readonly id: string;
  readonly state: "draft" | "submitted" | "questioned" | "approved" | "refused" | "reimbursed";
  readonly reason: string | null;
  /** What the company asked; null where it asked nothing. */
  readonly question: string | null;
  readonly isMissingReceipt: boolean;
  readonly payslipMonth: string | null;
  /** Its identifier on this machine before it was sent, by which it is named here still; null for a draft and for one sent elsewhere. */
  readonly draftId: string | null;
}

/** Puts expenses in the order in which they are listed: the latest month first, and each month by its days. */
export function monthlyLatestFirst<Expense extends Pick<ExpenseFacts, "date">>(
  expenses: readonly Expense[],
): Expense[] {
  return [...expenses].sort(({ date: one }, { date: other }) => {
    const isOfOne = one.startsWith(monthOf(other));
    return one === other ? 0 : one < other === isOfOne ? -1 : 1;
  });
}

/** What of an expense is not said of every one, and what it is where nobody says it. */
export const PLAIN_FACTS = {
  vat: [],
  mission: null,
  merchant: null,
  note: null,
  units: 1,
  department: null,
  trip: null,
} as const satisfies Partial<ExpenseFacts>;

/** Every fact, by its name, in the order in which it is shown. */
export const FACT_NAMES: readonly (keyof ExpenseFacts)[] = [
  "date",
  "category",
  "amountCents",
  ...(Object.keys(PLAIN_FACTS) as (keyof typeof PLAIN_FACTS)[]),
];

/** Takes what is said of an expense, without what else is noted of it. */
export function factsOf(expense: ExpenseFacts): ExpenseFacts {
  return Object.fromEntries(FACT_NAMES.map((name) => [name, expense[name]])) as unknown as ExpenseFacts;
}

/** Reads a department: `75`, `2a`, `971`; null for what is none. */
export function departmentFrom(text: string): string | null {
  const code = text.trim().toUpperCase();
  return /^(\d{2,3}|2[AB])$/.test(code) ? code : null;
}

/** Departments, to show how they are written. */
export const DEPARTMENT_SAMPLES = ["01", "2A", "75", "971"] as const;

/** The meals, nights or days that one expense may be for. */
export const MAX_UNITS = 31;

/** What is checked of every expense. */
type Checked = Pick<ExpenseFacts, "date" | "amountCents" | "vat">;

/**
 * Checks one expense.
 * @throws {PorteError} `input.amount_range` unless the amount is from 0.01 to 100 000 €, `input.day` for no day, what `assertVat` throws, `expense.future` for a day after today, `expense.outside_contract` before the contract.
 */
export function assertExpense(expense: Checked, today: Day, contractStart: Day, law: VatLaw): void {
  const { date, amountCents, vat } = expense;
  if (amountCents < 1 || amountCents > EXPENSE_MOST_CENTS) {
    throw new PorteError("input.amount_range", {
      value: plainEuros(amountCents),
      least: "0.01",
      most: plainEuros(EXPENSE_MOST_CENTS),
    });
  }
  if (!isDay(date)) throw new PorteError("input.day", { value: date });
  assertVat(vat, amountCents, date, law);
  if (date > today) throw new PorteError("expense.future", { date });
  if (date < contractStart) throw new PorteError("expense.outside_contract", { date, first: contractStart });
}
