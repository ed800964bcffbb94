import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Month, monthOf } from "../../domain/calendar.ts";
import type { ExpenseFacts } from "../../domain/expense.ts";
import { sum } from "../../domain/money.ts";
import type { DrawnReceipt } from "../../files/pdf-library.ts";
import { writeWhole } from "../../store/files.ts";
import type { Session } from "../session.ts";
import { storedExpenses } from "./drafts.ts";

/** What a dossier says of each expense, in the words of its reader. */
export interface DossierWords {
  readonly title: string;
  /** One line for an expense. */
  line(expense: DossierExpense): string;
  total(cents: number): string;
  /** Said in the place of a receipt that cannot be drawn, and is attached instead. */
  readonly notDrawn: string;
}

/** An expense as the summary shows it. */
export type DossierExpense = Pick<ExpenseFacts, "date" | "category" | "amountCents" | "mission" | "note">;

interface Listed extends DossierExpense {
  readonly receipt: DrawnReceipt | null;
}

/** Saves a month's expenses as one PDF for oneself: a summary, then each receipt, numbered as in the summary. */
export async function saveDossier(
  session: Session,
  month: Month,
  file: string,
  words: DossierWords,
): Promise<{ file: string; pages: number; expenses: number }> {
  const listed = await receiptsOf(session, month);
  const { drawDossier } = await import("../../files/pdf-library.ts");
  const total = sum(listed.map(({ amountCents }) => amountCents));
  const { bytes, pages } = await drawDossier({
    title: words.title,
    lines: [...listed.map((expense, index) => `${index + 1}. ${words.line(expense)}`), "", words.total(total)],
    receipts: listed.map(({ receipt }) => receipt),
    notDrawn: words.notDrawn,
  });
  const target = resolve(file);
  await writeWhole(target, bytes);
  return { file: target, pages, expenses: listed.length };
}

/** A month's expenses, oldest first, each with the bytes of its receipt: of this machine, or asked of the company. */
async function receiptsOf(session: Session, month: Month): Promise<Listed[]> {
  const [drafts, held] = await Promise.all([storedExpenses(session), session.company.expenses({ month })]);
  const own = drafts.map(({ receipt, ...draft }) => ({
    ...draft,
    receipt: receipt === null ? null : { bytes: readFileSync(receipt.file), mediaType: receipt.mediaType },
  }));
  const listed: Listed[] = own.filter(({ date }) => monthOf(date) === month);
  for (const { receiptId, ...expense } of held.filter(({ date }) => monthOf(date) === month))
    listed.push({ ...expense, receipt: receiptId === null ? null : await session.company.receiptContent(receiptId) });
  return listed.sort((one, other) => one.date.localeCompare(other.date));
}
