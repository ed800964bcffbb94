import type { Day, Month } from "../domain/calendar.ts";
import type { ExpenseCategory } from "../domain/expense.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import type { Lang } from "../i18n/sentences.ts";

const same = (text: string) => text;

/**
 * How a month's sheet of expenses is written. In French it is for Excel in French: semicolons, decimal commas, days and words as they are
 * read; in English it is what programs read too: commas, points, codes, as of `--format csv`.
 */
export function sheetForm({ say, lang }: { readonly say: Catalogue; readonly lang: Lang }) {
  const { heads, vatHead } = say.expenses.sheet;
  if (lang !== "fr")
    return {
      heads,
      vatHead,
      delimiter: "," as const,
      decimal: same,
      day: same,
      month: same,
      category: same,
      state: same,
    };
  return {
    heads,
    vatHead,
    delimiter: ";" as const,
    decimal: (plain: string) => say.format.typed(plain),
    day: (day: Day) => say.format.typedDay(day),
    month: (month: Month) => `${month.slice(5)}/${month.slice(0, 4)}`,
    category: (category: ExpenseCategory) => say.categories[category],
    state: (state: keyof Catalogue["states"]) => say.states[state],
  };
}
