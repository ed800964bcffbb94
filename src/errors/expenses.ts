import { type Rows, row } from "./row.ts";

/** Expenses, and amounts in another currency. */
export const expensesFailures = {
  "expense.future": row<{ date: string }>({ exit: 2 }),
  "expense.vat": row<{ vat: string; amount: string }>({ exit: 2 }),
  "expense.vat_rate": row<{ rate: string; rates: string[] }>({ exit: 2 }),
  "expense.outside_contract": row<{ date: string; first: string }>({ exit: 2 }),
  "expense.nothing_to_send": row<{ month?: string }>({ exit: 2 }),
  "expense.unknown": row<{ id: string }>({ exit: 2 }),
  /** A change of what was sent, `on` a day; null where the company cannot say how far it is. */
  "expense.sent": row<{
    id: string;
    sent: { date: string; amount: string; on: string; state: string; question: string | null } | null;
  }>({ exit: 2 }),
  "expense.maybe_sent": row<{ id: string }>({ exit: 2 }),
  "expense.trip": row<{ id: string }>({ exit: 2 }),
  "expense.category": row<{ category: string; wanted: string }>({ exit: 2 }),
  "expense.mileage": row<{ expected: string; amount: string }>({ exit: 2 }),
  /** A month is exported to a file that nobody named. */
  "expense.no_file": row<{ month: string }>({ exit: 2 }),
  /** A second expense of the same trip, or of the same receipt and amount, on the same day. */
  "expense.repeated": row<{ kind: "trip" | "receipt"; date: string; amount: string }>({ exit: 5, status: 409 }),
  /** Others: how many more lack theirs. */
  "expense.no_receipt": row<{ id: string; others?: number }>({ exit: 2 }),
  "expense.unknown_vehicle": row<{ name: string; names: readonly string[] }>({ exit: 2 }),
  "expense.vehicle": row<{ kind: string; power: number }>({ exit: 2 }),
  "expense.distance": row<{ value: string; most: string }>({ exit: 2 }),
  "currency.unknown": row<{ currency: string }>({ exit: 2 }),
  "currency.rate": row<{ value: string }>({ exit: 2 }),
  "currency.no_rate": row<{ currency: string; day: string }>({ exit: 2 }),
  "currency.table": row<{ line: number; value: string }>({ exit: 2 }),
} satisfies Rows<"expense" | "currency">;
