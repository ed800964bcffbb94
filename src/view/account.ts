import type { components } from "../contract/types.ts";
import { toEuros } from "../domain/money.ts";
import type { RenderOptions } from "./look.ts";
import { pairs, table } from "./table.ts";

type Account = components["schemas"]["Account"];
type Entry = components["schemas"]["AccountEntry"];

export function accountJson(account: Account, entries: readonly Entry[]) {
  const { month, balanceCents, activityCents, reserveCents, totals, businessContributionCents } = account;
  return {
    month,
    balance: toEuros(balanceCents),
    activity: toEuros(activityCents),
    reserve: toEuros(reserveCents),
    provision: toEuros(account.provisionCents ?? 0),
    advance: toEuros(account.advanceCents ?? 0),
    businessContribution: toEuros(businessContributionCents),
    totals: totals.map(({ kind, fund, amountCents }) => ({ kind, fund, amount: toEuros(amountCents) })),
    entries: entries.map(({ id, day, kind, fund, amountCents, label }) => ({
      id,
      day,
      kind,
      fund,
      amount: toEuros(amountCents),
      label,
    })),
  };
}

export function accountText(look: RenderOptions, account: Account, entries: readonly Entry[]): string {
  const { account: words, entries: kinds, format } = look.say;
  const { month, balanceCents, activityCents, reserveCents, businessContributionCents } = account;
  const { provisionCents = 0, advanceCents = 0 } = account;
  const columns = [
    { title: words.day, gives: "never" as const },
    { title: words.entry },
    { title: words.label, drops: 1 },
    { title: words.amount, isRight: true },
  ];
  const rows = entries
    .toReversed()
    .map(({ day, kind, label, amountCents }) => [format.day(day), kinds[kind], label, format.euros(amountCents)]);
  const parts = [
    look.paint.strong(words.title(format.month(month))),
    rows.length === 0 ? words.none : table(look, columns, rows),
    pairs(look, [
      [words.balance, look.paint.strong(format.euros(balanceCents))],
      [words.activity, format.euros(activityCents)],
      [words.reserve, format.euros(reserveCents)],
      ...(provisionCents === 0 ? [] : [[words.provision, format.euros(provisionCents)] as [string, string]]),
    ]),
    advanceCents === 0 ? "" : words.advance(format.euros(advanceCents)),
    businessContributionCents === 0 ? "" : words.business(format.euros(businessContributionCents)),
  ];
  return parts.filter((part) => part !== "").join("\n");
}
