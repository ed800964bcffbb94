import type { Month } from "../domain/calendar.ts";
import type { Cents } from "../domain/money.ts";
import { expensesMail as words } from "../i18n/fr/documents.ts";
import { fr } from "../i18n/fr.ts";

/** What the letter of a dossier tells of it. */
export interface DossierLetter {
  readonly month: Month;
  readonly name: string;
  readonly number: number;
  readonly expenses: number;
  readonly receipts: number;
  readonly amountCents: Cents;
}

/** The letter that goes with a month's expenses, in French, because a company reads it. */
export function dossierMail({ month, amountCents, ...said }: DossierLetter): {
  readonly subject: string;
  readonly text: string;
} {
  const facts = { ...said, month: fr.format.month(month), total: fr.format.euros(amountCents) };
  return { subject: words.subject(facts), text: words.text(facts) };
}

/** The first word of the name of a dossier's files, and the folder of its receipts. */
export const dossierNames = { word: words.fileWord, receipts: words.receipts } as const;
