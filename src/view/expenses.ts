import { monthOf } from "../domain/calendar.ts";
import { type ExpenseAtHand, factsOf } from "../domain/expense.ts";
import { sum, toEuros } from "../domain/money.ts";
import { vatCentsOf } from "../domain/vat.ts";
import type { RenderOptions } from "./look.ts";
import { table } from "./table.ts";

/** An expense as one JSON object. */
export function expenseJson(expense: ExpenseAtHand): object {
  const { id, state, reason, question, payslipMonth, isMissingReceipt } = expense;
  const { date, category, amountCents, vat, trip, ...said } = factsOf(expense);
  const money = {
    amount: toEuros(amountCents),
    vat: toEuros(vatCentsOf(vat)),
    vatLines: vat.map(({ ratePpm, vatCents }) => ({
      rate: ratePpm === null ? null : ratePpm / 1_000_000,
      vat: toEuros(vatCents),
    })),
  };
  const km = trip === null ? null : { ...trip, kilometres: trip.metres / 1000 };
  const standing = { state, reason, question, payslipMonth, missingReceipt: isMissingReceipt };
  return { id, date, category, ...money, ...said, trip: km, ...standing };
}

/** Each month under its name and its total, latest first. */
export function monthsText(look: RenderOptions, expenses: readonly ExpenseAtHand[]): string {
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

export function expensesText(look: RenderOptions, expenses: readonly ExpenseAtHand[]): string {
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

function stateText(
  { say }: RenderOptions,
  { state, reason, question, payslipMonth, isMissingReceipt }: ExpenseAtHand,
): string {
  const { states, expenses: words, format } = say;
  if (isMissingReceipt) return words.receiptMissing;
  if (state === "questioned") return say.labelled(states[state], question ?? "");
  if (state === "reimbursed" && payslipMonth !== null) return words.paidBack(format.month(payslipMonth));
  return reason === null ? states[state] : say.labelled(states[state], reason);
}
