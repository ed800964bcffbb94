import { monthOf } from "../domain/calendar.ts";
import { type ExpenseAtHand, factsOf, monthlyLatestFirst } from "../domain/expense.ts";
import { sum, toEuros } from "../domain/money.ts";
import { shortIds } from "../domain/short-id.ts";
import { vatCentsOf } from "../domain/vat.ts";
import type { RenderOptions } from "./look.ts";
import { table } from "./table.ts";

/** An expense as one JSON object. */
export function expenseJson(expense: ExpenseAtHand) {
  const { id, draftId, state, reason, question, payslipMonth, isMissingReceipt } = expense;
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
  return { id, draftId, date, category, ...money, ...said, trip: km, ...standing };
}

/** Each month under its name and its total, latest first; each expense with the number of its line and its short identifier. */
export function monthsText(look: RenderOptions, given: readonly ExpenseAtHand[]): string {
  const { expenses: words, format } = look.say;
  const expenses = monthlyLatestFirst(given);
  const months = new Map<string, ExpenseAtHand[]>();
  for (const expense of expenses) {
    const month = monthOf(expense.date);
    const known = months.get(month);
    if (known === undefined) months.set(month, [expense]);
    else known.push(expense);
  }
  const ids = expenses.map(nameOf);
  const naming = { short: shortIds(ids), numbers: new Map(ids.map((id, index) => [id, String(index + 1)])) };
  return [...months]
    .map(([month, own]) => {
      const total = format.euros(sum(own.map(({ amountCents }) => amountCents)));
      return [
        look.paint.strong(words.monthOf(format.month(month), own.length, total)),
        expensesText(look, own, naming),
      ].join("\n");
    })
    .join("\n\n");
}

/** The identifier by which an expense is named on this machine, before it was sent and after. */
function nameOf({ id, draftId }: Pick<ExpenseAtHand, "id" | "draftId">): string {
  return draftId ?? id;
}

/** How the lines of a list are named: by short identifiers, and by their numbers. */
interface Naming {
  readonly short: (id: string) => string;
  readonly numbers: ReadonlyMap<string, string>;
}

/**
 * Expenses day by day on a terminal, each with who was paid and what was noted; one a line elsewhere, its day first.
 * @param naming of the list that they belong to; without one their lines have no numbers.
 */
export function expensesText(look: RenderOptions, expenses: readonly ExpenseAtHand[], naming?: Naming): string {
  const { expenses: words, format } = look.say;
  const short = naming?.short ?? shortIds(expenses.map(nameOf));
  const numberOf = (id: string) => naming?.numbers.get(id) ?? "";
  if (look.width === null) {
    const numbered = naming === undefined ? [] : (["number"] as const);
    const columns = [...numbered, "date", "category", "amount", "state", "mission", "id", "note"] as const;
    const rows = expenses.map((expense) => [
      ...numbered.map(() => numberOf(nameOf(expense))),
      format.day(expense.date),
      kindOf(look, expense),
      format.euros(expense.amountCents),
      standingOf(look, expense),
      expense.mission ?? "",
      short(nameOf(expense)),
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
  const room = Math.max(0, ...expenses.map((expense) => numberOf(nameOf(expense)).length));
  const number = (id: string) => (room === 0 ? "" : `${numberOf(id).padStart(room)}  `);
  const byDay = expenses.toSorted((one, other) => one.date.localeCompare(other.date));
  const rows = byDay.flatMap((expense, index) => [
    ...(expense.date === byDay[index - 1]?.date ? [] : [[look.paint.soft(format.day(expense.date))]]),
    [
      `  ${number(nameOf(expense))}${[kindOf(look, expense), noteOf(expense)].filter((part) => part !== "").join(" · ")}`,
      format.euros(expense.amountCents),
      standingOf(look, expense),
      expense.mission ?? "",
      short(nameOf(expense)),
    ],
  ]);
  return table(look, columns, rows);
}

/** Names what an expense was for; a trip by its length. */
export function kindOf({ say }: Pick<RenderOptions, "say">, { trip, category }: ExpenseAtHand): string {
  return trip === null ? say.categories[category] : say.expenses.kilometres(trip.metres / 1000);
}

/** Who was paid and what was noted, or the way of a trip. */
export function noteOf({ trip, merchant, note }: Pick<ExpenseAtHand, "trip" | "merchant" | "note">): string {
  const way = trip === null ? [] : [[trip.from, trip.to].filter((place) => place !== null).join(" – ")];
  return [...way, merchant ?? "", note ?? ""].filter((part) => part !== "").join(" · ");
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
