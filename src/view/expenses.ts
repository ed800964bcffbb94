import type { ExpenseCategory } from "../domain/expense.ts";
import { type Cents, toEuros } from "../domain/money.ts";
import type { Look } from "./look.ts";
import { table } from "./table.ts";

/** An expense, kept here or held by the company. */
export interface ShownExpense {
  readonly id: string;
  readonly date: string;
  readonly category: ExpenseCategory;
  readonly amountCents: Cents;
  readonly vatCents: Cents;
  readonly mission: string | null;
  readonly note: string | null;
  readonly state: "draft" | "submitted" | "approved" | "refused" | "reimbursed";
  readonly reason: string | null;
}

export function expenseJson(expense: ShownExpense): object {
  const { id, date, category, amountCents, vatCents, mission, note, state, reason } = expense;
  const amount = toEuros(amountCents);
  return { id, date, category, amount, vat: toEuros(vatCents), mission, note, state, reason };
}

export function expensesText(look: Look, expenses: readonly ShownExpense[]): string {
  const { expenses: words, format, categories, states } = look.say;
  const columns = [
    { title: words.date },
    { title: words.category },
    { title: words.amount, isRight: true },
    { title: words.state },
    { title: words.mission },
  ];
  const rows = expenses.map(({ date, category, amountCents, state, reason, mission }) => [
    format.day(date),
    categories[category],
    format.euros(amountCents),
    reason === null ? states[state] : `${states[state]} : ${reason}`,
    mission ?? "",
  ]);
  return table(look, columns, rows);
}
