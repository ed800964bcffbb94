import { resolve } from "node:path";
import { type Day, type Month, monthOf } from "../../domain/calendar.ts";
import type { ExpenseAtHand } from "../../domain/expense.ts";
import { type Cents, type Ppm, plainEuros } from "../../domain/money.ts";
import { vatCentsOf, vatPpms } from "../../domain/vat.ts";
import { writeWhole } from "../../store/files.ts";
import { domainInUse } from "../law-in-use.ts";
import type { Session } from "../session.ts";
import { listExpenses } from "./drafts.ts";

/** The columns of a month's sheet, in their order; those of each rate of the tax follow `vat`. */
export const SHEET_COLUMNS = [
  "date",
  "category",
  "amount",
  "vat",
  "mission",
  "merchant",
  "state",
  "note",
  "kilometres",
  "from",
  "to",
  "payslip",
  "id",
] as const;

/** How a month's sheet is written for its reader. */
export interface SheetForm {
  readonly heads: Readonly<Record<(typeof SHEET_COLUMNS)[number], string>>;
  /** The head of what the tax has of one rate; what is not split is in the total alone. */
  vatHead(ratePpm: Ppm): string;
  readonly delimiter: "," | ";";
  /** A plain decimal, as `1234.50`. */
  decimal(plain: string): string;
  day(day: Day): string;
  month(month: Month): string;
  category(category: ExpenseAtHand["category"]): string;
  state(state: ExpenseAtHand["state"]): string;
}

/** A cell that a spreadsheet would run is made text: it begins with an apostrophe (OWASP, CSV injection). */
export function safeCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
}

/** Saves a month's expenses as a sheet for one's own records, those of this machine and those of the company. */
export async function exportCsv(
  session: Session,
  month: Month,
  file: string,
  form: SheetForm,
): Promise<{ file: string; expenses: readonly ExpenseAtHand[] }> {
  const all = await listExpenses(session);
  const expenses = all.filter(({ date }) => monthOf(date) === month).sort((a, b) => a.date.localeCompare(b.date));
  const target = resolve(file);
  await writeWhole(target, await sheetOf(session, expenses, form));
  return { file: target, expenses };
}

/** Writes expenses as a sheet, in their order. */
export async function sheetOf(
  { machine }: Pick<Session, "machine">,
  expenses: readonly ExpenseAtHand[],
  form: SheetForm,
): Promise<string> {
  const ratesPpm = vatPpms(await domainInUse(machine));
  const { stringify } = await import("csv-stringify/sync");
  const heads = SHEET_COLUMNS.flatMap((name) => [
    form.heads[name],
    ...(name === "vat" ? ratesPpm.map((ratePpm) => form.vatHead(ratePpm)) : []),
  ]);
  const rows = expenses.map((expense) => rowOf(expense, ratesPpm, form).map(safeCell));
  return stringify([heads, ...rows], {
    bom: true,
    delimiter: form.delimiter,
    record_delimiter: form.delimiter === ";" ? "windows" : "unix",
  });
}

function rowOf(expense: ExpenseAtHand, ratesPpm: readonly Ppm[], form: SheetForm): string[] {
  const { vat, trip, payslipMonth } = expense;
  const money = (cents: Cents) => form.decimal(plainEuros(cents));
  const cells: Readonly<Record<(typeof SHEET_COLUMNS)[number], string>> = {
    date: form.day(expense.date),
    category: form.category(expense.category),
    amount: money(expense.amountCents),
    vat: money(vatCentsOf(vat)),
    mission: expense.mission ?? "",
    merchant: expense.merchant ?? "",
    state: form.state(expense.state),
    note: expense.note ?? "",
    kilometres: trip === null ? "" : form.decimal(String(trip.metres / 1000)),
    from: trip?.from ?? "",
    to: trip?.to ?? "",
    payslip: payslipMonth === null ? "" : form.month(payslipMonth),
    id: expense.id,
  };
  const ofRate = (ratePpm: Ppm) => {
    const line = vat.find((one) => one.ratePpm === ratePpm);
    return line === undefined ? "" : money(line.vatCents);
  };
  return SHEET_COLUMNS.flatMap((name) => [cells[name], ...(name === "vat" ? ratesPpm.map(ofRate) : [])]);
}
