import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Month, monthOf } from "../../domain/calendar.ts";
import type { ExpenseAtHand } from "../../domain/expense.ts";
import type { DossierSummary } from "../../files/dossier-page.ts";
import type { DrawnReceipt } from "../../files/pdf-library.ts";
import type { ExpenseDraft } from "../../store/expense-drafts.ts";
import { writeWhole } from "../../store/files.ts";
import type { Session } from "../session.ts";
import { atHand, storedExpenses } from "./drafts.ts";

/** Whose expenses they are, and of which month. */
export interface DossierFacts {
  readonly month: Month;
  readonly person: string;
  readonly company: string;
  /** Oldest first. */
  readonly expenses: readonly ExpenseAtHand[];
}

/** What a dossier says, in the words of its reader. */
export interface DossierWords {
  summary(facts: DossierFacts): DossierSummary;
  /** Said in the place of a receipt that cannot be drawn, and is attached instead. */
  readonly notDrawn: string;
}

/** An expense of a dossier, and its receipt. */
export interface Listed {
  readonly expense: ExpenseAtHand;
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
  const { bytes, pages } = await dossierPdf(session, month, listed, words);
  const target = resolve(file);
  await writeWhole(target, bytes);
  return { file: target, pages, expenses: listed.length };
}

/** Draws expenses of a month as one PDF. */
export async function dossierPdf(
  { sure }: Pick<Session, "sure">,
  month: Month,
  listed: readonly Listed[],
  words: DossierWords,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const [me, company] = await Promise.all([sure.me(), sure.profile()]);
  const { drawDossier } = await import("../../files/pdf-library.ts");
  const expenses = listed.map(({ expense }) => expense);
  return drawDossier({
    summary: words.summary({ month, person: me.name, company: company.name, expenses }),
    receipts: listed.map(({ receipt }) => receipt),
    notDrawn: words.notDrawn,
  });
}

/** A draft as it stands in a dossier, with the bytes of its receipt. */
export function listedDraft(draft: ExpenseDraft): Listed {
  const { receipt } = draft;
  const read = receipt === null ? null : { bytes: readFileSync(receipt.file), mediaType: receipt.mediaType };
  return { expense: atHand(draft), receipt: read };
}

/** A month's expenses, oldest first, each with the bytes of its receipt: of this machine, or asked of the company. */
async function receiptsOf(session: Session, month: Month): Promise<Listed[]> {
  const [drafts, held] = await Promise.all([storedExpenses(session), session.sure.expenses({ month })]);
  const listed: Listed[] = drafts.filter(({ date }) => monthOf(date) === month).map(listedDraft);
  for (const { receiptId, ...expense } of held.filter(({ date }) => monthOf(date) === month))
    listed.push({
      expense: { ...expense, merchant: expense.merchant ?? null, isMissingReceipt: false, draftId: null },
      receipt: receiptId === null ? null : await session.sure.receiptContent(receiptId),
    });
  return listed.sort((one, other) => one.expense.date.localeCompare(other.expense.date));
}
