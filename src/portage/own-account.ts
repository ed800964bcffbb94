import { addMonths, type Day, lastDay, type Month } from "../domain/calendar.ts";
import { MOVEMENT_KINDS, type Movement, type MovementKind } from "../domain/local/filed.ts";
import { type Cents, sum } from "../domain/money.ts";
import { type Posting, paymentPostings, payrollPostings } from "./account.ts";
import { type Heading, headingOf } from "./account-headings.ts";
import { chargesOf, type Terms } from "./terms.ts";
import { managementFee, NO_PROVISIONS, type Waterfall } from "./waterfall.ts";

/** What a month's pay took from the account. */
export interface OwnPay {
  readonly month: Month;
  readonly day: Day | null;
  readonly employerCents: Cents;
  readonly employeeCents: Cents;
  readonly withholdingCents: Cents;
  readonly netPaidCents: Cents;
  readonly reserveCents: Cents;
  readonly kept: Waterfall["kept"];
  readonly released: Waterfall["released"];
}

/** What a company takes; the fee is null where nobody said it. */
export interface OwnTerms {
  readonly fee: Pick<Terms, "feePpm" | "feeCapCents" | "feeBase"> | null;
  readonly charges: Terms["charges"];
}

/** Everything that an account without a company is worked out from. */
export interface OwnAccountFacts {
  /** The months that were declared and that stand. */
  readonly declared: readonly { readonly month: Month; readonly turnoverCents: Cents }[];
  /** What the company of a month takes of it. */
  readonly termsOf: (month: Month) => OwnTerms;
  readonly pays: readonly OwnPay[];
  /** What was paid back, with the payslip that did. */
  readonly expenses: readonly { readonly id: string; readonly month: Month; readonly cents: Cents }[];
  readonly movements: readonly Movement[];
}

/** An entry of an account that is worked out here. */
export interface OwnEntry extends Omit<Posting, "kind"> {
  readonly id: string;
  readonly kind: Posting["kind"] | "other";
  readonly day: Day;
  readonly month: Month;
  /** Whether it was noted, or is what should be there. */
  readonly isNoted: boolean;
}

/**
 * Works out what an account should hold, the newest entry first: what was noted of a month stands for what would be computed of it, and what
 * nobody noted is computed from the declared days, the fee, the payslips and the expenses that were paid back.
 * @returns null where a fee would have to be made up.
 */
export function ownEntries(facts: OwnAccountFacts): OwnEntry[] | null {
  const months = [
    ...new Set([
      ...facts.declared.map(({ month }) => month),
      ...facts.pays.map(({ month }) => month),
      ...facts.expenses.map(({ month }) => month),
      ...facts.movements.map(({ month }) => month),
    ]),
  ].sort();
  const all: OwnEntry[] = [];
  for (const month of months) {
    const entries = monthEntries(facts, month);
    if (entries === null) return null;
    all.push(...entries);
  }
  return all.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)).toReversed();
}

function monthEntries(facts: OwnAccountFacts, month: Month): OwnEntry[] | null {
  const movements = facts.movements.filter((one) => one.month === month && one.source === "typed");
  const noted = new Set(movements.map(({ kind }) => kind));
  const declared = facts.declared.find((one) => one.month === month)?.turnoverCents ?? 0;
  const turnoverCents = noted.has("payment") ? sumOf(movements, "payment") : declared;
  const expenses = sum(facts.expenses.filter((one) => one.month === month).map(({ cents }) => cents));
  const expensesCents = noted.has("expense") ? -sumOf(movements, "expense") : expenses;
  const terms = facts.termsOf(month);
  if (terms.fee === null && turnoverCents > 0 && !noted.has("fee")) return null;
  const feeCents = terms.fee === null ? 0 : managementFee({ turnoverCents, expensesCents }, terms.fee);
  const pay = facts.pays.find((one) => one.month === month) ?? NO_PAY;
  const charges = chargesOf(turnoverCents, terms.charges);
  const paid = payrollPostings(pay, { ...pay, expensesCents: expenses, charges });
  const payDay = pay.day ?? lastDay(addMonths(month, 1));
  const computed = [
    ...paymentPostings(declared, feeCents).map((one) => ({ ...one, day: lastDay(month) })),
    ...paid.map((one) => ({ ...one, day: payDay })),
  ].filter(({ kind }) => !MOVEMENT_KINDS.some((one) => noted.has(one) && isOfKind(kind, one)));
  return [
    ...computed.map((one, index) => ({ ...one, id: `${month}-${one.kind}-${index}`, month, isNoted: false })),
    ...movements.flatMap(entriesOf),
  ];
}

/** Says whether what is computed is of the kind that was noted, which then stands for it. */
function isOfKind(kind: Posting["kind"], noted: MovementKind): boolean {
  return noted === "contributions" ? LEVIES.has(kind) : ENTRY_KINDS[noted] === kind;
}

const LEVIES: ReadonlySet<string> = new Set(["employer-contributions", "employee-contributions", "withholding"]);
const NO_PAY: Omit<OwnPay, "month"> = {
  day: null,
  ...{ employerCents: 0, employeeCents: 0, withholdingCents: 0, netPaidCents: 0, reserveCents: 0 },
  ...{ kept: NO_PROVISIONS, released: NO_PROVISIONS },
};

const ENTRY_KINDS: Readonly<Record<MovementKind, OwnEntry["kind"]>> = {
  payment: "client-payment",
  fee: "management-fee",
  charge: "charge",
  expense: "expense-reimbursement",
  pay: "net-pay",
  contributions: "employer-contributions",
  reserve: "reserve-transfer",
  other: "other",
};

/** What was noted, as entries: what is put in the reserve leaves what may be spent. */
function entriesOf({ id, kind, day, month, amountCents, label }: Movement): OwnEntry[] {
  const entry = {
    id,
    kind: ENTRY_KINDS[kind],
    day,
    month,
    amountCents,
    label,
    isNoted: true,
    fund: "activity",
  } as const;
  return kind === "reserve"
    ? [entry, { ...entry, id: `${id}-reserve`, amountCents: -amountCents, fund: "reserve" }]
    : [entry];
}

function sumOf(movements: readonly Movement[], kind: MovementKind): Cents {
  return sum(movements.filter((one) => one.kind === kind).map(({ amountCents }) => amountCents));
}

/** What a heading has here and on a company's statement, and by how much the statement says more; cents. */
export interface HeadingGap {
  readonly heading: Heading;
  readonly ownCents: Cents;
  readonly statementCents: Cents;
  readonly gapCents: Cents;
}

/** An account that is worked out here beside its company's statement. */
export interface StatementGap {
  readonly lines: number;
  readonly balanceCents: Cents;
  readonly reserveCents: Cents;
  readonly gapCents: Cents;
  readonly headings: readonly HeadingGap[];
}

/** Sets what should be there beside what a company's statement says, heading by heading; null without a statement. */
export function statementGap(own: readonly OwnEntry[], statement: readonly Movement[]): StatementGap | null {
  if (statement.length === 0) return null;
  const said = statement.flatMap(entriesOf);
  const total = (entries: readonly OwnEntry[]) => sum(entries.map(({ amountCents }) => amountCents));
  const spendable = (entries: readonly OwnEntry[], heading: Heading) =>
    total(entries.filter(({ kind, fund }) => headingOf(kind) === heading && fund === "activity"));
  const headings = [...new Set([...own, ...said].map(({ kind }) => headingOf(kind)))].map((heading) => {
    const [ownCents, statementCents] = [spendable(own, heading), spendable(said, heading)];
    return { heading, ownCents, statementCents, gapCents: statementCents - ownCents };
  });
  return {
    lines: statement.length,
    balanceCents: total(said),
    reserveCents: total(said.filter(({ fund }) => fund === "reserve")),
    gapCents: total(said) - total(own),
    headings,
  };
}
