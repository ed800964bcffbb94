import { EXPENSE_CATEGORIES, type ExpenseAtHand } from "../domain/expense.ts";
import { sum } from "../domain/money.ts";
import { vatCentsOf } from "../domain/vat.ts";
import { catalogueOf } from "../i18n/catalogue.ts";
import { sheetForm } from "./expense-sheet.ts";
import { kindOf, noteOf, standingOf } from "./expenses.ts";
import type { RenderOptions } from "./look.ts";

/** A month's expenses, and whose they are. */
interface ShownDossier {
  readonly month: string;
  readonly person: string;
  readonly company: string;
  readonly expenses: readonly ExpenseAtHand[];
}

/** How the dossier that leaves is written: in French, whatever language the run speaks, because a company reads it. */
export async function companyDossier() {
  const say = await catalogueOf("fr");
  return {
    summary: (facts: ShownDossier) => dossierSummary({ say }, facts),
    notDrawn: say.expenses.notDrawn,
    form: sheetForm({ say, lang: "fr" }),
  };
}

/** The first page of a dossier: whose it is, each expense on a line, what they add up to, and what is missing. What was refused is in no total. */
export function dossierSummary(
  { say }: Pick<RenderOptions, "say">,
  { month, person, company, expenses }: ShownDossier,
) {
  const { expenses: words, categories, format } = say;
  const { dossier } = words;
  const counted = expenses.filter(({ state }) => state !== "refused");
  const euros = (of: readonly ExpenseAtHand[]) => format.euros(sum(of.map(({ amountCents }) => amountCents)));
  const used = EXPENSE_CATEGORIES.filter((category) => counted.some((one) => one.category === category));
  return {
    title: dossier.title(format.month(month)),
    about: [
      [dossier.person, person],
      [dossier.company, company],
      [dossier.month, format.month(month)],
      [dossier.count, String(expenses.length)],
    ] as const,
    columns: [
      { title: dossier.number, part: 22 },
      { title: words.date, part: 66 },
      { title: words.category, part: 70 },
      { title: words.note, part: 124 },
      { title: words.mission, part: 52 },
      { title: words.state, part: 74 },
      { title: dossier.vat, part: 48, isRight: true },
      { title: words.amount, part: 59, isRight: true },
    ],
    rows: expenses.map((expense, index) => [
      String(index + 1),
      format.day(expense.date),
      kindOf({ say }, expense),
      noteOf(expense),
      expense.mission ?? "",
      standingOf({ say }, expense),
      expense.vat.length === 0 ? "" : format.euros(vatCentsOf(expense.vat)),
      format.euros(expense.amountCents),
    ]),
    totals: [
      ...used.map((category) => {
        const own = counted.filter((one) => one.category === category);
        return [`${categories[category]} (${own.length})`, euros(own)] as const;
      }),
      [dossier.vatTotal, format.euros(sum(counted.map(({ vat }) => vatCentsOf(vat))))] as const,
      [counted.length === expenses.length ? words.total : dossier.totalLessRefused, euros(counted)] as const,
    ],
    missingTitle: dossier.missingTitle,
    missing: missingOf({ say }, expenses),
  };
}

/** What is still asked for, each by the number of its expense. */
function missingOf({ say }: Pick<RenderOptions, "say">, expenses: readonly ExpenseAtHand[]): string[] {
  const { dossier } = say.expenses;
  const lines = expenses.flatMap((expense, index) => {
    if (expense.isMissingReceipt) return [dossier.noReceipt(index + 1, say.format.euros(expense.amountCents))];
    return expense.state === "questioned" ? [dossier.questioned(index + 1, expense.question ?? "")] : [];
  });
  return lines.length === 0 ? [dossier.nothingMissing] : lines;
}
