import type { Insertable } from "kysely";
import { type ExpenseFacts, FACT_NAMES } from "../../domain/expense.ts";
import { PorteError } from "../../errors.ts";
import { arrayOf } from "../db/as-json.ts";
import { ask, type Prepared } from "../db/prepared.ts";
import type { Database } from "../db/schema.ts";
import type { Db, Schemas } from "../deps.ts";

/** The column of a fact: `amountCents` is `amount_cents`. */
function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

type Row = Insertable<Database["expenses"]>;

/** The columns of what is said of an expense; what is no plain value is stored as JSON. */
export function factColumns(
  facts: ExpenseFacts,
): Pick<Row, "date" | "category" | "amount_cents" | "vat"> & Partial<Row> {
  const columns = FACT_NAMES.map((name) => {
    const value = facts[name];
    return [columnOf(name), typeof value === "object" && value !== null ? JSON.stringify(value) : value];
  });
  return Object.fromEntries(columns);
}

/** An expense of `one` row as it is shown: the row keeps it as it is written. */
export const EXPENSE = "one.shown::json";

/** The values of a page of expenses, as SQL: its cursor and limit, its first and last month, and their state. */
type ExpensesAsked = Readonly<Record<"cursor" | "most" | "first" | "last" | "state", string>>;

/** SQL that asks for a day from one month to another. */
export function ofMonths(day: string, first: string, last: string): string {
  return `${day} >= (${first}::text || '-01')::date and ${day} < ((${last}::text || '-01')::date + interval '1 month')`;
}

/** SQL of a porté's expenses from the newest, and what one shows. */
export const EXPENSES = {
  rows: (personId: string, { cursor, most, first, last, state }: ExpensesAsked) =>
    `select *, xmin as written from expenses where person_id = ${personId} and id < ${cursor}::uuid
      and ${ofMonths("date", first, last)} and (${state}::text is null or state = ${state}) order by id desc limit ${most}`,
  text: "one.shown",
  key: "one.id",
};

/** SQL, as JSON text, of those that wait for the company or for an answer, and those that it refused since an instant; newest first. */
export function openExpenses(personId: string, since: string): string {
  return arrayOf(
    EXPENSES,
    `select * from expenses where person_id = ${personId} and state in ('submitted', 'questioned', 'refused')
      and (state <> 'refused' or decided_at >= ${since}) order by id desc`,
  );
}

const SHOWN: Prepared = {
  name: "expense",
  text: `select ${EXPENSE} as shown from expenses one where one.id = $1::uuid`,
};

/** Shows an expense as it stands. */
export async function showExpense(db: Db, { id }: { readonly id: string }): Promise<Schemas["Expense"]> {
  const [row] = await ask<{ shown: Schemas["Expense"] }>(db, SHOWN, [id]);
  if (row === undefined) throw new PorteError("company.not_found", { kind: "expense", what: id });
  return row.shown;
}
