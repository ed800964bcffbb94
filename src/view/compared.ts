import type { ComparedMonth } from "../domain/local/history.ts";
import { toEuros } from "../domain/money.ts";
import { inOneLine } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";
import { table } from "./table.ts";

export type { ComparedMonth };

/** A month that was filed here, beside what the company holds of it, as JSON. */
export function comparedJson({ month, state, turnoverCents, heldCents, days }: ComparedMonth) {
  return {
    month,
    state,
    turnover: toEuros(turnoverCents),
    held: heldCents === null ? null : toEuros(heldCents),
    days: days.map(({ day, mine, theirs }) => ({ day, here: mine, held: theirs })),
  };
}

/** Shows how what was filed here compares with what a company holds. */
export function comparedMonthsText(look: RenderOptions, months: readonly ComparedMonth[], company: string): string {
  const { login: words, format } = look.say;
  const { comparedHeads: heads } = words;
  const columns = [
    { title: heads.month, gives: "never" as const },
    { title: heads.here, isRight: true },
    { title: heads.held, isRight: true },
    { title: heads.state },
  ];
  const rows = months.map(({ month, state, turnoverCents, heldCents, days }) => [
    format.month(month),
    format.euros(turnoverCents),
    heldCents === null ? "" : format.euros(heldCents),
    days.length === 0 ? words.comparedStates[state] : words.comparedDays(days.length),
  ]);
  return `${words.compared(inOneLine(company))}\n${table(look, columns, rows)}`;
}
