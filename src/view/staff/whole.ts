import { type Kind, totalsOf } from "../../domain/activity.ts";
import { vatCentsOf } from "../../domain/vat.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import type { RenderOptions } from "../look.ts";
import { dayText } from "../report.ts";
import { pairs } from "../table.ts";
import { decidedText, type Owned, shortIdOf } from "./owned.ts";

type Row = readonly [name: string, value: string];

/** Shows a report or an expense whole, in words: what it is, whose, its state, and all that a decision on it may need. */
export function wholeText(look: RenderOptions, owned: Owned): string {
  const { say } = look;
  const { report, expense } = owned;
  const rows = report === undefined ? [] : reportRows(say, report);
  const own = expense === undefined ? rows : expenseRows(say, expense);
  const days = (report?.days ?? []).map((day): Row => [say.format.day(day.date), dayText(say, day)]);
  const parts = [days, own].map((of) =>
    pairs(
      look,
      of.map(([name, value]) => [`  ${name}`, value]),
    ),
  );
  return [decidedText(say, owned), ...parts.filter((part) => part !== "")].join("\n");
}

function reportRows(say: Catalogue, report: NonNullable<Owned["report"]>): Row[] {
  const { staff, format, kinds, declare } = say;
  const totals = Object.entries(totalsOf(report.days)).map(
    ([kind, amount]): Row => [kinds[kind as Kind] ?? kind, format.days(amount)],
  );
  const clients = report.clientAnswers.map(({ client, mission, decision, decidedAt, reason }): Row => {
    const answer = declare.clientAnswer(decision, decidedAt === null ? null : format.instant(decidedAt));
    return [`${client} (${mission})`, reason === null ? answer : say.labelled(answer, reason)];
  });
  return [
    ...totals,
    [staff.facts.turnover, format.euros(report.turnoverCents)],
    [staff.facts.version, String(report.version)],
    ...clients,
    ...optional([[staff.facts.reason, report.reason]]),
  ];
}

function expenseRows(say: Catalogue, expense: NonNullable<Owned["expense"]>): Row[] {
  const { staff, format, categories, expenses: words } = say;
  const { facts } = staff;
  const { trip, taxableCents, units, receiptId } = expense;
  const vatCents = vatCentsOf(expense.vat);
  const places = [trip?.from, trip?.to].filter((place) => place != null).join(" – ");
  return [
    [facts.date, format.day(expense.date)],
    [facts.category, categories[expense.category] ?? expense.category],
    [facts.amount, format.euros(expense.amountCents)],
    ...optional([
      [facts.vat, vatCents === 0 ? null : format.euros(vatCents)],
      [facts.taxable, taxableCents === 0 ? null : format.euros(taxableCents)],
      [facts.units, units === 1 ? null : String(units)],
      [facts.department, expense.department],
      [facts.mission, expense.mission],
      [facts.trip, trip === null ? null : [places, words.kilometres(trip.metres / 1000)].filter(Boolean).join(", ")],
      [facts.merchant, expense.merchant ?? null],
      [facts.note, expense.note],
      [facts.question, expense.question],
      [facts.answer, expense.answer],
      [facts.reason, expense.reason],
    ]),
    [facts.receipt, receiptId === null ? staff.noReceipt : `porte-company expenses receipt ${shortIdOf(expense.id)}`],
  ];
}

/** Leaves out what is not said. */
function optional(rows: readonly (readonly [name: string, value: string | null])[]): Row[] {
  return rows.flatMap(([name, value]) => (value === null || value === "" ? [] : [[name, value] as const]));
}
