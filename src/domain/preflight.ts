import { type Day, type Month, monthOf } from "./calendar.ts";
import { isUnchecked, stepIfAny } from "./dated.ts";
import { type ExpenseCategory, type ExpenseFacts, isSameTrip } from "./expense.ts";
import {
  type ExpenseLaw,
  exemptionOf,
  monthExemptCents,
  noDeductionOf,
  rowsOf,
  taxableCents,
} from "./expense-limits.ts";
import type { MileageLaw } from "./mileage.ts";
import { type Cents, type Ppm, share } from "./money.ts";
import type { VatLaw } from "./vat.ts";

/** What a company is likely to make of an expense, worst first. */
export type Verdict = "likely-refused" | "capped" | "taxable" | "accepted";

/**
 * What is to be known of a judgement: that a trip starts at home, with its text; that the law was not checked past a day; that its receipt
 * is another expense's too, with the day of that one.
 */
export interface JudgementNote {
  readonly code: "trip-from-home" | "law-unchecked" | "same-receipt";
  readonly source: string;
}

/** Why: the rule, where it comes from, and the amount that it is about. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly rule:
    | "receipt"
    | "contract"
    /** The same is at the company already. */
    | "duplicate"
    /** The same is kept here already. */
    | "duplicate-here"
    | "refused-before"
    | "vat"
    | "cap"
    | "limit"
    | "none";
  readonly source: string;
  readonly amountCents: Cents;
  /** True where it rests on rows that nobody has checked for its day. */
  readonly isEstimate: boolean;
  readonly notes: readonly JudgementNote[];
}

type Found = Omit<Judgement, "isEstimate" | "notes">;

/** A company's cap on a month's operating expenses. */
export interface OperatingCap {
  readonly basis: "gross" | "turnover";
  readonly ratePpm: Ppm;
}

/** What a month may still take of operating expenses; the limit is null where its basis is not known yet. */
export interface OperatingMonth {
  readonly month: Month;
  readonly usedCents: Cents;
  readonly maxCents: Cents | null;
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

/** The tables that decide on expenses. */
interface PreflightLaw extends ExpenseLaw, MileageLaw, VatLaw {}

/** What expenses are judged against. */
export interface PreflightTerms {
  readonly held: readonly (Judged & { readonly state: string })[];
  readonly missions: readonly { readonly reference: string; readonly start: Day }[];
  readonly cap: OperatingCap | null;
  /** What the cap is taken of, by month; a month without one is not capped yet. */
  readonly basisCents: Readonly<Record<Month, Cents>>;
  readonly refusals: readonly RefusalRule[];
  readonly hasTeleworkAgreement?: boolean;
  /** Null for who has no contract. */
  readonly contractStart: Day | null;
  readonly law: PreflightLaw;
}

/** Judges expenses in their order, each by the first rule that holds: what cannot pass, what passes a cap, what passes a limit. */
export function judge(drafts: readonly Draft[], terms: PreflightTerms): Judgement[] {
  const held: readonly Judged[] = terms.held.filter(({ state }) => state !== "refused");
  return drafts.map((draft, index) => {
    const here = drafts.slice(0, index);
    const before = [...held, ...here];
    const found =
      refusedBy(draft, { held, here }, terms) ??
      cappedBy(draft, before, terms) ??
      taxableBy(draft, before, terms) ??
      FINE;
    return noted(draft, found, here, terms.law);
  });
}

/** An expense that waits here. */
type Draft = Judged & {
  readonly lacksReceipt: boolean;
  /** What tells one receipt from another; null without one. */
  readonly receiptHash: string | null;
  /** It may be what the company holds: it was sent, and no answer came. */
  readonly isTried: boolean;
};

/** Says whether an expense looks like another one: it is sent only where that is meant. */
export function isRepeat({ rule }: Judgement): boolean {
  return rule === "duplicate" || rule === "duplicate-here";
}

/** The rules that rows of law decide on; the others are the company's, or facts. */
const BY_LAW: ReadonlySet<Judgement["rule"]> = new Set<Judgement["rule"]>(["vat", "limit", "none"]);
const TRIPS: ReadonlySet<ExpenseCategory> = new Set<ExpenseCategory>(["mileage", "transport"]);

function noted(draft: Draft, found: Found, here: readonly Draft[], law: PreflightLaw): Judgement {
  const { category, date, vat } = draft;
  const rows = [
    ...rowsOf(category, law),
    ...(category === "mileage" ? [law.mileageScale] : []),
    ...(vat.length === 0 ? [] : law.vatRates),
  ];
  const unchecked = BY_LAW.has(found.rule) ? rows.filter((row) => isUnchecked(row, date)) : [];
  const [first] = unchecked.map(({ checkedUntil }) => checkedUntil).sort();
  const home = TRIPS.has(category) ? stepIfAny(law.tripsFromHome, date) : null;
  const { receiptHash } = draft;
  const other = receiptHash === null ? undefined : here.find((one) => one.receiptHash === receiptHash);
  const notes: JudgementNote[] = [
    ...(other === undefined || isRepeat({ ...found, isEstimate: false, notes: [] })
      ? []
      : [{ code: "same-receipt" as const, source: other.date }]),
    ...(home === null || home.value === 0 ? [] : [{ code: "trip-from-home" as const, source: home.text.title }]),
    ...(first === undefined ? [] : [{ code: "law-unchecked" as const, source: first }]),
  ];
  return { ...found, isEstimate: first !== undefined, notes };
}

const FINE: Found = { verdict: "accepted", rule: "none", source: "", amountCents: 0 };

function refusedBy(
  draft: Draft,
  { held, here }: { readonly held: readonly Judged[]; readonly here: readonly Judged[] },
  { refusals, contractStart, law }: PreflightTerms,
): Found | null {
  const { amountCents } = draft;
  const refused = (rule: Judgement["rule"], source: string): Found => ({
    verdict: "likely-refused",
    rule,
    source,
    amountCents,
  });
  if (draft.lacksReceipt) return refused("receipt", "");
  if (contractStart !== null && draft.date < contractStart) return refused("contract", contractStart);
  if (!draft.isTried && held.some((one) => isTwin(one, draft))) return refused("duplicate", "");
  if (here.some((one) => isTwin(one, draft))) return refused("duplicate-here", "");
  const noDeduction = draft.vat.length === 0 ? null : noDeductionOf(draft.category, draft.date, law);
  if (noDeduction !== null) return refused("vat", noDeduction);
  const met = refusals.find(
    ({ category, isOperating }) => category === draft.category && isOperating === (draft.mission === null),
  );
  return met === undefined ? null : refused("refused-before", `${met.since} : ${met.reason}`);
}

type Compared = Pick<ExpenseFacts, "date" | "category" | "amountCents" | "trip">;

/** The same trip of a day, whatever it is worth after the year's others; else the same amount for the same thing on the same day. */
export function isTwin(one: Compared, other: Compared): boolean {
  if (one.date !== other.date || one.category !== other.category) return false;
  if (one.trip === null || other.trip === null) return one.trip === other.trip && one.amountCents === other.amountCents;
  return isSameTrip(one.trip, other.trip);
}

function cappedBy(draft: Judged, before: readonly Judged[], terms: PreflightTerms): Found | null {
  if (draft.mission !== null || terms.cap === null) return null;
  const { usedCents, maxCents: mostCents } = operatingMonth(monthOf(draft.date), before, terms);
  if (mostCents === null) return null;
  const over = usedCents + draft.amountCents - mostCents;
  if (over <= 0) return null;
  const { basis, ratePpm } = terms.cap;
  return { verdict: "capped", rule: "cap", source: `${ratePpm / 10_000} % ${basis}`, amountCents: over };
}

function taxableBy(draft: Judged, before: readonly Judged[], terms: PreflightTerms): Found | null {
  const { missions, hasTeleworkAgreement = false } = terms;
  const missionStart = missions.find(({ reference }) => reference === draft.mission)?.start ?? null;
  const limit = exemptionOf({ ...draft, missionStart, hasTeleworkAgreement }, terms.law);
  const isSameMonth = ({ category, date }: Judged) =>
    category === draft.category && monthOf(date) === monthOf(draft.date);
  const used = limit?.monthCents == null ? 0 : monthExemptCents(before.filter(isSameMonth), limit);
  const over = taxableCents(draft.amountCents, limit, draft.units, used);
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
    maxCents: cap === null || basis === undefined ? null : share(basis, cap.ratePpm),
  };
}
