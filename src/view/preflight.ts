import type { ExpenseAtHand } from "../domain/expense.ts";
import { toEuros } from "../domain/money.ts";
import type { Judgement, OperatingCap, OperatingMonth } from "../domain/preflight.ts";
import { shortIds } from "../domain/short-id.ts";
import { inOneLine } from "../i18n/printable.ts";
import { expenseJson } from "./expenses.ts";
import type { RenderOptions } from "./look.ts";
import { table } from "./table.ts";

/** What a company is likely to make of what waits. */
export interface ShownPreflight {
  readonly expenses: readonly { readonly expense: ExpenseAtHand; readonly judgement: Judgement }[];
  readonly operating: readonly OperatingMonth[];
  readonly cap: OperatingCap | null;
}

/** A refusal of the company that is remembered. */
interface ShownRule {
  readonly id: string;
  readonly category: ExpenseAtHand["category"];
  readonly since: string;
  readonly reason: string;
}

export function preflightJson({ expenses, operating, cap }: ShownPreflight) {
  return {
    expenses: expenses.map(({ expense, judgement }) => ({ ...expenseJson(expense), ...judgementJson(judgement) })),
    operating: operating.map(operatingJson),
    cap,
  };
}

export function judgementJson({ amountCents, ...judgement }: Judgement) {
  return { ...judgement, over: toEuros(amountCents) };
}

/** What a month may still take of operating expenses. */
export function operatingJson({ month, usedCents, maxCents: mostCents }: OperatingMonth) {
  return {
    month,
    used: toEuros(usedCents),
    most: mostCents === null ? null : toEuros(mostCents),
    left: mostCents === null ? null : toEuros(Math.max(0, mostCents - usedCents)),
  };
}

/** Each expense with its verdict, each rule that was met in full, then what the months may still take. */
export function preflightText(look: RenderOptions, { expenses, operating, cap }: ShownPreflight): string {
  const { categories, format, expenses: words } = look.say;
  const rows = expenses.map(({ expense, judgement }) => [
    format.day(expense.date),
    categories[expense.category],
    format.euros(expense.amountCents),
    marked(look, judgement),
  ]);
  const columns = [
    { title: words.date, gives: "never" as const },
    { title: words.category },
    { title: words.amount, isRight: true },
    { title: words.verdict },
  ];
  const months = cap === null ? [] : operating.map((month) => operatingText(look, month, cap));
  const whys = expenses.flatMap(({ expense, judgement: { verdict, rule, source, amountCents } }) => {
    if (verdict === "accepted") return [];
    const which = `${format.day(expense.date)}, ${format.euros(expense.amountCents)}`;
    const why = [look.say.expenses.rules[rule](format.euros(amountCents)), source].filter((part) => part !== "");
    return [look.say.expenses.ruleMet(which, inOneLine(why.join(" · ")))];
  });
  const drawn = rows.length === 0 ? [] : [table(look, columns, rows)];
  return [...drawn, ...whys, ...notesText(look, expenses), ...months].join("\n");
}

/** The refusals that warn of the next ones, one a line. */
export function rulesText({ say }: RenderOptions, rules: readonly ShownRule[]): string {
  const { expenses: words, categories, format } = say;
  const short = shortIds(rules.map(({ id }) => id));
  return rules
    .map(({ id, category, since, reason }) =>
      words.rule(short(id), categories[category], format.day(since), inOneLine(reason)),
    )
    .join("\n");
}

/** What is to be known of the judgements, each thing once, with how many expenses it is about. */
function notesText({ say }: RenderOptions, expenses: ShownPreflight["expenses"]): string[] {
  const { expenses: words, format } = say;
  const counts = new Map<string, number>();
  for (const { code, source } of expenses.flatMap(({ judgement }) => judgement.notes)) {
    const text = words.notes[code](code === "trip-from-home" ? inOneLine(source) : format.day(source));
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => words.noted(count, text));
}

function marked({ say, paint }: RenderOptions, { verdict }: Judgement): string {
  const said = say.expenses.verdicts[verdict];
  if (verdict === "accepted") return paint.good(said);
  return verdict === "likely-refused" ? paint.bad(said) : paint.warn(said);
}

/** The same in a sentence. */
export function operatingText(
  { say }: RenderOptions,
  { month, usedCents, maxCents: mostCents }: OperatingMonth,
  { basis, ratePpm }: OperatingCap,
): string {
  const { expenses: words, format } = say;
  /** What only a later company knows is named in its own word. */
  const base = inOneLine(words.bases[basis]);
  if (mostCents === null) return words.capUnknown(format.month(month), base);
  const left = Math.max(0, mostCents - usedCents);
  return words.cap(format.month(month), format.euros(left), format.euros(mostCents), ratePpm / 10_000, base);
}
