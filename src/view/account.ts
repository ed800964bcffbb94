import type { components } from "../contract/types.ts";
import { toEuros } from "../domain/money.ts";
import { type CausePart, explain, type KnownCauses } from "../portage/account-causes.ts";
import {
  EMPTY,
  headingOf,
  inAll,
  type MonthStatement,
  type Purses,
  statementOf,
  statements,
} from "../portage/account-headings.ts";
import type { StatementGap } from "../portage/own-account.ts";
import type { RenderOptions } from "./look.ts";
import { gapJson } from "./movements.ts";
import { labelOf } from "./payslip.ts";

type Account = components["schemas"]["Account"];
type Entry = components["schemas"]["AccountEntry"];

/** An account as it was read, with what lies behind its entries where that was asked for. */
export interface AccountShown {
  readonly account: Account;
  readonly entries: readonly Entry[];
  readonly causes: KnownCauses | null;
  /** Whether the entries are those of every month. */
  readonly isWhole: boolean;
  readonly own?: {
    readonly statement: StatementGap | null;
    readonly unknownPays: readonly string[];
    /** The entries that nobody noted: what should be there. */
    readonly computed: ReadonlySet<string>;
  };
}

/** The account as scripts read it. */
export function accountJson(look: Pick<RenderOptions, "say">, shown: AccountShown) {
  const { account, entries, causes } = shown;
  const { balanceCents, activityCents, reserveCents, totals, businessContributionCents } = account;
  return {
    month: account.month,
    balance: toEuros(balanceCents),
    activity: toEuros(activityCents),
    reserve: toEuros(reserveCents),
    provision: toEuros(account.provisionCents ?? 0),
    advance: toEuros(account.advanceCents ?? 0),
    businessContribution: toEuros(businessContributionCents),
    totals: totals.map(({ kind, fund, amountCents }) => ({ kind, fund, amount: toEuros(amountCents) })),
    months: monthsOf(shown).map(({ month, opening, headings, closing }) => ({
      month,
      opening: pursesJson(opening),
      headings: headings.map(({ heading, cents }) => ({ heading, amount: toEuros(cents) })),
      closing: pursesJson(closing),
    })),
    entries: entries.map((entry) => ({
      ...entryJson(entry),
      ...(shown.own === undefined ? {} : { computed: shown.own.computed.has(entry.id) }),
      ...(causes === null ? {} : explainedJson(look, entry, causes)),
    })),
    ...(shown.own === undefined
      ? {}
      : { computed: true, unknownPays: shown.own.unknownPays, statement: gapJson(shown.own.statement) }),
  };
}

function entryJson({ id, day, month, kind, fund, amountCents, label, cause, reverses }: Entry) {
  return {
    id,
    day,
    month,
    kind,
    heading: headingOf(kind),
    fund,
    amount: toEuros(amountCents),
    label,
    cause: cause ?? null,
    reverses: reverses ?? null,
  };
}

function explainedJson(look: Pick<RenderOptions, "say">, entry: Entry, causes: KnownCauses) {
  const found = explain(entry, causes);
  return {
    parts: (found?.parts ?? []).map((part) => partJson(look, part)),
    unexplained: found === null ? null : toEuros(found.unexplainedCents),
  };
}

function partJson(look: Pick<RenderOptions, "say">, part: CausePart) {
  const { kind, amountCents } = part;
  const isExpense = kind === "expense";
  return {
    kind,
    code: kind === "payslip-line" ? part.code : null,
    id: isExpense ? part.id : null,
    day: isExpense ? part.date : null,
    label: partName(look, part),
    amount: toEuros(amountCents),
  };
}

/** What a part of an entry is called. */
export function partName(look: Pick<RenderOptions, "say">, part: CausePart): string {
  if (part.kind === "payslip-line") return labelOf(look, part);
  return part.kind === "reduction"
    ? look.say.pay.reduction
    : (look.say.categories[part.category as keyof typeof look.say.categories] ?? part.category);
}

function pursesJson(purses: Purses | null) {
  if (purses === null) return null;
  const { activity, reserve, provision } = purses;
  return {
    activity: toEuros(activity),
    reserve: toEuros(reserve),
    provision: toEuros(provision),
    balance: toEuros(inAll(purses)),
  };
}

/** The months that are shown, each with what was held before and after it: from the first where the whole account is. */
export function monthsOf({
  account,
  entries,
  isWhole,
}: Pick<AccountShown, "account" | "entries" | "isWhole">): MonthStatement[] {
  if (isWhole) return statements(entries, EMPTY);
  return [statementOf(account.month, entries, openingOf(account))];
}

/** What was held before an account's month; null where the company does not say. */
function openingOf({ opening }: Account): Purses | null {
  if (opening === undefined) return null;
  const { activityCents, reserveCents, provisionCents } = opening;
  return { activity: activityCents, reserve: reserveCents, provision: provisionCents };
}
