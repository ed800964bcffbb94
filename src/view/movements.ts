import type { Movement } from "../domain/local/filed.ts";
import { type Cents, toEuros } from "../domain/money.ts";
import type { StatementGap } from "../portage/own-account.ts";
import type { RenderOptions } from "./look.ts";
import { table } from "./table.ts";

/** Money that was noted, as scripts read it. */
export function movementsJson(movements: readonly Movement[]) {
  return movements.map(({ id, day, month, kind, amountCents, label, source }) => ({
    ...{ id, day, month, kind, amount: toEuros(amountCents), label, source },
  }));
}

/** Money that was noted, in one line. */
export function movementText(look: RenderOptions, { kind, amountCents, month }: Movement, name: string): string {
  const { account, format } = look.say;
  return account.entryAdded(account.movements[kind], format.euros(amountCents), format.month(month), name);
}

/** What should be there beside a company's statement, as scripts read it. */
export function gapJson(gap: StatementGap | null) {
  if (gap === null) return null;
  return {
    lines: gap.lines,
    balance: toEuros(gap.balanceCents),
    reserve: toEuros(gap.reserveCents),
    gap: toEuros(gap.gapCents),
    headings: gap.headings.map(({ heading, ownCents, statementCents, gapCents }) => ({
      ...{ heading, computed: toEuros(ownCents), statement: toEuros(statementCents), gap: toEuros(gapCents) },
    })),
  };
}

/** The same for people: each heading with both amounts and what is between them. */
export function gapText(look: RenderOptions, { headings, balanceCents, gapCents }: StatementGap): string {
  const { account: words, format } = look.say;
  const right = { isRight: true };
  const columns = [
    { title: words.versus, gives: "never" as const },
    { title: words.computed, ...right },
    { title: words.statement, ...right },
    { title: words.gap, ...right },
  ];
  const row = (name: string, own: Cents, said: Cents, gap: Cents) => [name, ...[own, said, gap].map(format.euros)];
  return table(look, columns, [
    ...headings.map((one) => row(words.headings[one.heading], one.ownCents, one.statementCents, one.gapCents)),
    row(words.balance, balanceCents - gapCents, balanceCents, gapCents),
  ]);
}
