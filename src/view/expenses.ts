import { monthOf } from "../domain/calendar.ts";
import { type ExpenseAtHand, factsOf } from "../domain/expense.ts";
import { sum, toEuros } from "../domain/money.ts";
import { vatCentsOf } from "../domain/vat.ts";
import type { RenderOptions } from "./look.ts";
import { table } from "./table.ts";

/** An expense as one JSON object. */
export function expenseJson(expense: ExpenseAtHand) {
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

/** Expenses day by day on a terminal, each with who was paid and what was noted; one a line elsewhere, its day first. */
export function expensesText(look: RenderOptions, expenses: readonly ExpenseAtHand[]): string {
  const { expenses: words, format } = look.say;
  if (look.width === null) {
    const columns = ["date", "category", "amount", "state", "mission", "id", "note"] as const;
    const rows = expenses.map((expense) => [
      format.day(expense.date),
      kindOf(look, expense),
      format.euros(expense.amountCents),
      standingOf(look, expense),
      expense.mission ?? "",
      expense.id.slice(0, 8),
      noteOf(expense),
    ]);
    return table(
      look,
      columns.map((name) => ({ title: words[name] })),
      rows,
    );
  }
  const columns = [
    { title: words.expense },
    { title: words.amount, isRight: true },
    { title: words.state },
    { title: words.mission, drops: 1 },
    { title: words.id, gives: "never" as const },
  ];
  const byDay = expenses.toSorted((one, other) => one.date.localeCompare(other.date));
  const rows = byDay.flatMap((expense, index) => [
    ...(expense.date === byDay[index - 1]?.date ? [] : [[look.paint.soft(format.day(expense.date))]]),
    [
      `  ${[kindOf(look, expense), noteOf(expense)].filter((part) => part !== "").join(" · ")}`,
      format.euros(expense.amountCents),
      standingOf(look, expense),
      expense.mission ?? "",
      expense.id.slice(0, 8),
    ],
  ]);
  return table(look, columns, rows);
}

/** Names what an expense was for; a trip by its length. */
export function kindOf({ say }: Pick<RenderOptions, "say">, { trip, category }: ExpenseAtHand): string {
  return trip === null ? say.categories[category] : say.expenses.kilometres(trip.metres / 1000);
}

/** Who was paid and what was noted, or the way of a trip. */
export function noteOf({ trip, note }: ExpenseAtHand): string {
  const way = trip === null ? [] : [[trip.from, trip.to].filter((place) => place !== null).join(" – ")];
  return [...way, note ?? ""].filter((part) => part !== "").join(" · ");
}

/** Says how far an expense is, and why. */
export function standingOf(
  { say }: Pick<RenderOptions, "say">,
  { state, reason, question, payslipMonth, isMissingReceipt }: ExpenseAtHand,
): string {
  const { states, expenses: words, format } = say;
  if (isMissingReceipt) return words.receiptMissing;
  if (state === "questioned") return say.labelled(states[state], question ?? "");
  if (state === "reimbursed" && payslipMonth !== null) return words.paidBack(format.month(payslipMonth));
  return reason === null ? states[state] : say.labelled(states[state], reason);
}
