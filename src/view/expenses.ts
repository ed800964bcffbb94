import type { ExpenseCategory, Trip } from "../domain/expense.ts";
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
  readonly units: number;
  readonly department: string | null;
  readonly trip: Trip | null;
  readonly state: "draft" | "submitted" | "questioned" | "approved" | "refused" | "reimbursed";
  readonly reason: string | null;
  /** What the company asked; null where it asked nothing. */
  readonly question: string | null;
  readonly isMissingReceipt: boolean;
  readonly payslipMonth: string | null;
}

export function expenseJson(expense: ShownExpense): object {
  const { amountCents, vatCents, trip, isMissingReceipt, ...rest } = expense;
  const { id, date, category, mission, note, units, department, state, reason, question, payslipMonth } = rest;
  const said = {
    id,
    date,
    category,
    amount: toEuros(amountCents),
    vat: toEuros(vatCents),
    mission,
    note,
    units,
    department,
  };
  const km = trip === null ? null : { ...trip, kilometres: trip.metres / 1000 };
  return { ...said, trip: km, state, reason, question, payslipMonth, missingReceipt: isMissingReceipt };
}

export function expensesText(look: Look, expenses: readonly ShownExpense[]): string {
  const { expenses: words, format, categories } = look.say;
  const columns = [
    { title: words.date },
    { title: words.category },
    { title: words.amount, isRight: true },
    { title: words.state },
    { title: words.mission },
    { title: words.id },
  ];
  const rows = expenses.map((expense) => [
    format.day(expense.date),
    expense.trip === null ? categories[expense.category] : words.kilometres(expense.trip.metres / 1000),
    format.euros(expense.amountCents),
    stateText(look, expense),
    expense.mission ?? "",
    expense.id.slice(0, 8),
  ]);
  return table(look, columns, rows);
}

function stateText({ say }: Look, { state, reason, question, payslipMonth, isMissingReceipt }: ShownExpense): string {
  const { states, expenses: words, format } = say;
  if (isMissingReceipt) return words.receiptMissing;
  if (state === "questioned") return `${states[state]} : ${question ?? ""}`;
  if (state === "reimbursed" && payslipMonth !== null) return words.paidBack(format.month(payslipMonth));
  return reason === null ? states[state] : `${states[state]} : ${reason}`;
}
