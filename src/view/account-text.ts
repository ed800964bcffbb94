import type { components } from "../contract/types.ts";
import { type Explanation, explain, type KnownCauses } from "../portage/account-causes.ts";
import { HEADINGS, headingOf, inAll, type MonthStatement } from "../portage/account-headings.ts";
import { type AccountShown, monthsOf, partName } from "./account.ts";
import type { RenderOptions } from "./look.ts";
import { gapText } from "./movements.ts";
import { pairs, table } from "./table.ts";

type Entry = components["schemas"]["AccountEntry"];

/** A month of the account, or all its months; each entry with what lies behind it where that was asked for. */
export function accountText(look: RenderOptions, shown: AccountShown): string {
  const { account: words, format } = look.say;
  const { account, isWhole, causes } = shown;
  const months = monthsOf(shown);
  const title = isWhole ? words.whole : words.title(format.month(account.month));
  const parts = [
    look.paint.strong(title),
    isWhole ? monthsText(look, months) : "",
    ...(causes !== null
      ? [explainedText(look, shown.entries, causes)]
      : isWhole
        ? []
        : [entriesText(look, shown.entries, shown.own?.computed)]),
    ...(isWhole ? [] : months.map((month) => headingsText(look, month, account.businessContributionCents))),
    balancesText(look, account),
    ...ownText(look, shown.own),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** What an account that is worked out here rests on, what it lacks, and how it stands beside the company's statement. */
function ownText(look: RenderOptions, own: AccountShown["own"]): string[] {
  if (own === undefined) return [];
  const { account: words, format } = look.say;
  return [
    look.paint.soft(words.isComputed),
    ...own.unknownPays.map((month) => words.unknownPay(format.month(month), month)),
    ...(own.statement === null ? [] : [gapText(look, own.statement)]),
  ];
}

/** Entries in their order, each with its kind and its name; those that nobody noted are said to be worked out. */
function entriesText(look: RenderOptions, entries: readonly Entry[], computed?: ReadonlySet<string>): string {
  const { account: words, entries: kinds, format } = look.say;
  const columns = [
    { title: words.day, gives: "never" as const },
    { title: words.entry },
    { title: words.label, drops: 1 },
    { title: words.amount, isRight: true },
  ];
  const rows = entries
    .toReversed()
    .map(({ id, day, kind, label, amountCents }) => [
      format.day(day),
      kinds[kind] ?? words.headings.other,
      computed?.has(id) === true && label === "" ? words.expected : label,
      format.euros(amountCents),
    ]);
  return rows.length === 0 ? words.none : table(look, columns, rows);
}

/** The headings of the law, between what was held before the month and after it. */
function headingsText(
  look: RenderOptions,
  { opening, headings, closing }: MonthStatement,
  businessCents: number,
): string {
  const { account: words, format } = look.say;
  if (headings.length === 0 && businessCents === 0) return "";
  const known = (cents: number | undefined) => (cents === undefined ? words.unknown : format.euros(cents));
  const columns = [{ title: words.byHeading }, { title: words.amount, isRight: true }];
  return table(look, columns, [
    [words.opening, known(opening?.activity)],
    ...headings.map(({ heading, cents }) => [`  ${words.headings[heading]}`, format.euros(cents)]),
    ...(businessCents === 0 ? [] : [[`  ${words.businessHeading}`, format.euros(businessCents)]]),
    [words.closing, known(closing?.activity)],
  ]);
}

/** Every month in a line, the oldest first, with what is held after it. */
function monthsText(look: RenderOptions, months: readonly MonthStatement[]): string {
  const { account: words, format } = look.say;
  const shown = HEADINGS.filter((heading) =>
    months.some(({ headings }) => headings.some((one) => one.heading === heading)),
  );
  const columns = [
    { title: words.month, gives: "never" as const },
    ...shown.map((heading, index) => ({
      title: words.shortHeadings[heading],
      isRight: true,
      drops: shown.length - index,
    })),
    { title: words.after, isRight: true },
  ];
  const rows = months.map(({ month, headings, closing }) => [
    format.month(month),
    ...shown.map((heading) => {
      const cents = headings.find((one) => one.heading === heading)?.cents ?? 0;
      return cents === 0 ? "" : format.euros(cents);
    }),
    closing === null ? words.unknown : format.euros(inAll(closing)),
  ]);
  return rows.length === 0 ? words.none : table(look, columns, rows);
}

/** Each heading with its entries, each entry with its cause and what lies behind it. */
function explainedText(look: RenderOptions, entries: readonly Entry[], causes: KnownCauses): string {
  const { account: words, format } = look.say;
  const columns = [{ title: words.why }, { title: words.amount, isRight: true }];
  const rows = HEADINGS.flatMap((heading) => {
    const own = entries.filter(({ kind }) => headingOf(kind) === heading).toReversed();
    if (own.length === 0) return [];
    const shown = own.flatMap((entry) => [
      [`  ${causedName(look, entry)}`, format.euros(entry.amountCents)],
      ...behind(look, explain(entry, causes)),
    ]);
    return [[look.paint.soft(words.headings[heading])], ...shown];
  });
  return rows.length === 0 ? words.none : table(look, columns, rows);
}

/** An entry and what it was booked for. */
function causedName({ say }: RenderOptions, { kind, label, day, cause }: Entry): string {
  const { account: words, entries: kinds, format } = say;
  const name = kinds[kind] ?? kind;
  if (cause?.kind === "payslip") return words.ofPayslip(name, format.month(cause.reference));
  if (cause?.kind !== "payment") return words.noCause(name, label);
  const payment = words.ofPayment(name, cause.reference, format.day(day));
  return cause.invoice === undefined ? payment : words.ofInvoice(payment, cause.invoice);
}

function behind(look: RenderOptions, found: Explanation | null): string[][] {
  if (found === null) return [];
  const { account: words, format } = look.say;
  const parts = found.parts.map((part) => {
    const name = partName(look, part);
    return [
      `    ${part.kind === "expense" ? words.expenseOf(name, format.day(part.date)) : name}`,
      format.euros(part.amountCents),
    ];
  });
  return found.unexplainedCents === 0
    ? parts
    : [...parts, [`    ${words.unexplained}`, format.euros(found.unexplainedCents)]];
}

/** What every purse holds today, and what the last payslip advanced. */
function balancesText(look: RenderOptions, account: AccountShown["account"]): string {
  const { account: words, format } = look.say;
  const { balanceCents, activityCents, reserveCents, provisionCents = 0, advanceCents = 0 } = account;
  const held = pairs(look, [
    [words.balance, look.paint.strong(format.euros(balanceCents))],
    [words.activity, format.euros(activityCents)],
    [words.reserve, format.euros(reserveCents)],
    ...(provisionCents === 0 ? [] : [[words.provision, format.euros(provisionCents)] as [string, string]]),
  ]);
  return advanceCents === 0 ? held : `${held}\n${words.advance(format.euros(advanceCents))}`;
}
