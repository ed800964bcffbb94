import { monthOf } from "../domain/calendar.ts";
import type { ExpenseCategory, Trip } from "../domain/expense.ts";
import { type Cents, sum, toEuros } from "../domain/money.ts";
import { type VatLine, vatCentsOf } from "../domain/vat.ts";
import type { Look } from "./look.ts";
import { table } from "./table.ts";

/** An expense, kept here or held by the company. */
export interface ShownExpense {
  readonly id: string;
  readonly date: string;
  readonly category: ExpenseCategory;
  readonly amountCents: Cents;
  readonly vat: readonly VatLine[];
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
  const { amountCents, vat, trip, isMissingReceipt, ...rest } = expense;
  const { id, date, category, mission, note, units, department, state, reason, question, payslipMonth } = rest;
  const said = {
    id,
    date,
    category,
    amount: toEuros(amountCents),
    vat: toEuros(vatCentsOf(vat)),
    vatLines: vat.map(({ ratePpm, vatCents }) => ({
      rate: ratePpm === null ? null : ratePpm / 1_000_000,
      vat: toEuros(vatCents),
    })),
    mission,
    note,
    units,
    department,
  };
  const km = trip === null ? null : { ...trip, kilometres: trip.metres / 1000 };
  return { ...said, trip: km, state, reason, question, payslipMonth, missingReceipt: isMissingReceipt };
}

/** Each month under its name and its total, latest first. */
export function monthsText(look: Look, expenses: readonly ShownExpense[]): string {
  const { expenses: words, format } = look.say;
  const months = [...new Set(expenses.map(({ date }) => monthOf(date)))].sort().reverse();
  return months
    .map((month) => {
      const own = expenses.filter(({ date }) => monthOf(date) === month);
      const total = format.euros(sum(own.map(({ amountCents }) => amountCents)));
      return [look.paint.strong(words.monthOf(format.month(month), own.length, total)), expensesText(look, own)].join(
        "\n",
      );
    })
    .join("\n\n");
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
