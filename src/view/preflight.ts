import { toEuros } from "../domain/money.ts";
import type { Judgement, OperatingCap, OperatingMonth } from "../domain/preflight.ts";
import { expenseJson, type ShownExpense } from "./expenses.ts";
import type { Look } from "./look.ts";
import { table } from "./table.ts";

/** What a company is likely to make of what waits. */
export interface ShownPreflight {
  readonly expenses: readonly { readonly expense: ShownExpense; readonly judgement: Judgement }[];
  readonly operating: readonly OperatingMonth[];
  readonly cap: OperatingCap | null;
}

export function preflightJson({ expenses, operating, cap }: ShownPreflight): object {
  return {
    expenses: expenses.map(({ expense, judgement: { amountCents, ...judgement } }) => ({
      ...expenseJson(expense),
      ...judgement,
      over: toEuros(amountCents),
    })),
    operating: operating.map(operatingJson),
    cap,
  };
}

/** What a month may still take of operating expenses. */
export function operatingJson({ month, usedCents, mostCents }: OperatingMonth): object {
  return {
    month,
    used: toEuros(usedCents),
    most: mostCents === null ? null : toEuros(mostCents),
    left: mostCents === null ? null : toEuros(Math.max(0, mostCents - usedCents)),
  };
}

/** Each expense with its verdict and the rule, then what the months may still take. */
export function preflightText(look: Look, { expenses, operating, cap }: ShownPreflight): string {
  const { categories, format } = look.say;
  const rows = expenses.map(({ expense, judgement }) => [
    format.day(expense.date),
    categories[expense.category],
    format.euros(expense.amountCents),
    marked(look, judgement),
  ]);
  const columns = [{ title: "" }, { title: "" }, { title: "", isRight: true }, { title: "" }];
  const months = cap === null ? [] : operating.map((month) => operatingText(look, month, cap));
  return [...(rows.length === 0 ? [] : [table(look, columns, rows)]), ...months].join("\n");
}

function marked({ say, paint }: Look, { verdict, rule, source, amountCents }: Judgement): string {
  const { expenses: words, format } = say;
  const said = words.verdicts[verdict];
  if (verdict === "accepted") return paint.good(said);
  const why = words.rules[rule](format.euros(amountCents));
  const text = [`${said} : ${why}`, source].filter((part) => part !== "").join(" · ");
  return verdict === "likely-refused" ? paint.bad(text) : paint.warn(text);
}

/** The same in a sentence. */
export function operatingText(
  { say }: Look,
  { month, usedCents, mostCents }: OperatingMonth,
  { basis, ratePpm }: OperatingCap,
): string {
  const { expenses: words, format } = say;
  if (mostCents === null) return words.capUnknown(format.month(month), words.bases[basis]);
  const left = Math.max(0, mostCents - usedCents);
  return words.cap(
    format.month(month),
    format.euros(left),
    format.euros(mostCents),
    ratePpm / 10_000,
    words.bases[basis],
  );
}
