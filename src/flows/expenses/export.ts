import { resolve } from "node:path";
import type { Month } from "../../domain/calendar.ts";
import { monthOf } from "../../domain/calendar.ts";
import type { ExpenseAtHand } from "../../domain/expense.ts";
import { type Ppm, plainEuros } from "../../domain/money.ts";
import { vatCentsOf, vatPpms } from "../../domain/vat.ts";
import { writeWhole } from "../../store/files.ts";
import { domainInUse } from "../law-in-use.ts";
import type { Session } from "../session.ts";
import { listExpenses } from "./drafts.ts";

/** A column for each rate of the tax: what is not split is in the total alone. */
const header = (ratesPpm: readonly Ppm[]) => [
  "date",
  "category",
  "amount",
  "vat",
  ...ratesPpm.map((ratePpm) => `vat ${ratePpm / 10_000} %`),
  "mission",
  "state",
  "note",
  "kilometres",
  "from",
  "to",
  "payslip",
  "id",
];

/** A cell that a spreadsheet would run is made text: it begins with an apostrophe (OWASP, CSV injection). */
export function safeCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
}

/** Saves a month's expenses as CSV for one's own records, those of this machine and those of the company. */
export async function exportCsv(
  session: Session,
  month: Month,
  file: string,
): Promise<{ file: string; expenses: readonly ExpenseAtHand[] }> {
  const all = await listExpenses(session);
  const expenses = all.filter(({ date }) => monthOf(date) === month).sort((a, b) => a.date.localeCompare(b.date));
  const ratesPpm = vatPpms(await domainInUse(session.machine));
  const { stringify } = await import("csv-stringify/sync");
  const target = resolve(file);
  await writeWhole(
    target,
    stringify([header(ratesPpm), ...expenses.map((one) => rowOf(one, ratesPpm))], { bom: true }),
  );
  return { file: target, expenses };
}

function rowOf(expense: ExpenseAtHand, ratesPpm: readonly Ppm[]): string[] {
  const { date, category, amountCents, vat, mission, state, note, trip, payslipMonth, id } = expense;
  const km = trip === null ? "" : String(trip.metres / 1000);
  return [
    date,
    category,
    plainEuros(amountCents),
    plainEuros(vatCentsOf(vat)),
    ...ratesPpm.map((ratePpm) => rateCell(vat, ratePpm)),
    mission ?? "",
    state,
    note ?? "",
    km,
    trip?.from ?? "",
    trip?.to ?? "",
    payslipMonth ?? "",
    id,
  ].map(safeCell);
}

function rateCell(vat: ExpenseAtHand["vat"], ratePpm: number): string {
  const line = vat.find((one) => one.ratePpm === ratePpm);
  return line === undefined ? "" : plainEuros(line.vatCents);
}
