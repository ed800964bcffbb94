import { type Day, type Month, monthOf } from "./calendar.ts";
import type { ExpenseCategory, ExpenseFacts } from "./expense.ts";
import { exemptionOf, noDeductionOf, taxableCents } from "./expense-limits.ts";
import { type Cents, type Ppm, share } from "./money.ts";

/** What a company is likely to make of an expense, worst first. */
export type Verdict = "likely-refused" | "capped" | "taxable" | "accepted";

/** Why: the rule, where it comes from, and the amount that it is about. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly rule: "receipt" | "contract" | "duplicate" | "refused-before" | "vat" | "cap" | "limit" | "none";
  readonly source: string;
  readonly amountCents: Cents;
}

/** A company's cap on a month's operating expenses. */
export interface OperatingCap {
  readonly basis: "gross" | "turnover";
  readonly ratePpm: Ppm;
}

/** What a month may still take of operating expenses; the limit is null where its basis is not known yet. */
export interface OperatingMonth {
  readonly month: Month;
  readonly usedCents: Cents;
  readonly mostCents: Cents | null;
}

/** A refusal that was met: it warns of the next expense of its kind. */
export interface RefusalRule {
  readonly category: ExpenseCategory;
  readonly isOperating: boolean;
  readonly reason: string;
  readonly since: Day;
}

type Judged = Pick<
  ExpenseFacts,
  "date" | "category" | "amountCents" | "vat" | "mission" | "units" | "department" | "trip"
>;

/** What expenses are judged against. */
export interface PreflightTerms {
  readonly held: readonly (Judged & { readonly state: string })[];
  readonly missions: readonly { readonly reference: string; readonly start: Day }[];
  readonly cap: OperatingCap | null;
  /** What the cap is taken of, by month; a month without one is not capped yet. */
  readonly basisCents: Readonly<Record<Month, Cents>>;
  readonly refusals: readonly RefusalRule[];
  /** Null for who has no contract. */
  readonly contractStart: Day | null;
}

/** Judges expenses in their order, each by the first rule that holds: what cannot pass, what passes a cap, what passes a limit. */
export function judge(
  drafts: readonly (Judged & { readonly lacksReceipt: boolean })[],
  terms: PreflightTerms,
): Judgement[] {
  const before: Judged[] = terms.held.filter(({ state }) => state !== "refused");
  return drafts.map((draft) => {
    const judgement =
      refusedBy(draft, before, terms) ?? cappedBy(draft, before, terms) ?? taxableBy(draft, terms) ?? FINE;
    before.push(draft);
    return judgement;
  });
}

const FINE: Judgement = { verdict: "accepted", rule: "none", source: "", amountCents: 0 };

function refusedBy(
  draft: Judged & { readonly lacksReceipt: boolean },
  before: readonly Judged[],
  { refusals, contractStart }: PreflightTerms,
): Judgement | null {
  const { amountCents } = draft;
  const refused = (rule: Judgement["rule"], source: string): Judgement => ({
    verdict: "likely-refused",
    rule,
    source,
    amountCents,
  });
  if (draft.lacksReceipt) return refused("receipt", "");
  if (contractStart !== null && draft.date < contractStart) return refused("contract", contractStart);
  if (draft.trip === null && before.some((one) => isTwin(one, draft))) return refused("duplicate", "");
  const noDeduction = draft.vat.length === 0 ? null : noDeductionOf(draft.category, draft.date);
  if (noDeduction !== null) return refused("vat", noDeduction);
  const met = refusals.find(
    ({ category, isOperating }) => category === draft.category && isOperating === (draft.mission === null),
  );
  return met === undefined ? null : refused("refused-before", `${met.since} : ${met.reason}`);
}

function isTwin(one: Judged, other: Judged): boolean {
  return one.date === other.date && one.category === other.category && one.amountCents === other.amountCents;
}

function cappedBy(draft: Judged, before: readonly Judged[], terms: PreflightTerms): Judgement | null {
  if (draft.mission !== null || terms.cap === null) return null;
  const { usedCents, mostCents } = operatingMonth(monthOf(draft.date), before, terms);
  if (mostCents === null) return null;
  const over = usedCents + draft.amountCents - mostCents;
  if (over <= 0) return null;
  const { basis, ratePpm } = terms.cap;
  return { verdict: "capped", rule: "cap", source: `${ratePpm / 10_000} % ${basis}`, amountCents: over };
}

function taxableBy(draft: Judged, { missions }: PreflightTerms): Judgement | null {
  const missionStart = missions.find(({ reference }) => reference === draft.mission)?.start ?? null;
  const limit = exemptionOf({ ...draft, missionStart });
  const over = taxableCents(draft.amountCents, limit, draft.units);
  return over === 0 || limit === null
    ? null
    : { verdict: "taxable", rule: "limit", source: limit.source, amountCents: over };
}

/** Adds up a month's operating expenses, against what its cap leaves them. */
export function operatingMonth(
  month: Month,
  expenses: readonly Pick<Judged, "date" | "mission" | "amountCents">[],
  { cap, basisCents }: Pick<PreflightTerms, "cap" | "basisCents">,
): OperatingMonth {
  const own = expenses.filter(({ date, mission }) => mission === null && monthOf(date) === month);
  const basis = basisCents[month];
  return {
    month,
    usedCents: own.reduce((total, { amountCents }) => total + amountCents, 0),
    mostCents: cap === null || basis === undefined ? null : share(basis, cap.ratePpm),
  };
}
