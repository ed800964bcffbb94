import { billedDays, type MissionPrice, type ReportDay, turnoverCents } from "../domain/activity.ts";
import type { Day, Month } from "../domain/calendar.ts";
import type { Dated } from "../domain/dated.ts";
import { type Cents, type Ppm, share, sum } from "../domain/money.ts";
import type { LatePayment } from "../payroll/parameters/claims.ts";
import { type LateInterest, lateInterest } from "./late-interest.ts";

/** Where money is, from the day that was worked to the pay: in this order. */
export const STAGES = ["declared", "approved", "invoiced", "late", "collected", "paid-on"] as const;
export type Stage = (typeof STAGES)[number];

/** An invoice, as far as money is followed by it; amounts before VAT. */
export interface ParcelInvoice {
  readonly number: string;
  readonly mission: string;
  readonly month: Month;
  readonly amountCents: Cents;
  readonly vatPpm: Ppm;
  readonly dueOn: Day;
  readonly lateRatePpm: Ppm | null;
  readonly state: string;
  readonly reminders: readonly { readonly sentOn: Day; readonly channel: string; readonly by: string }[];
  readonly nextReminderOn: Day | null;
}

/** What a client has paid. */
export interface ParcelPayment {
  readonly mission: string;
  readonly month: Month;
  readonly amountCents: Cents;
  readonly receivedOn: Day;
  readonly payslipMonth: Month | null;
  readonly state: string;
}

/** Everything that money is followed by. */
export interface ParcelFacts {
  readonly today: Day;
  readonly reports: readonly { readonly month: Month; readonly state: string; readonly days: readonly ReportDay[] }[];
  readonly missions: readonly (MissionPrice & { readonly client: string })[];
  readonly invoices: readonly ParcelInvoice[];
  readonly payments: readonly ParcelPayment[];
  readonly payslips: readonly { readonly month: Month; readonly transferDate: Day }[];
  /** The fee of today, before any monthly limit. */
  readonly feePpm: Ppm;
  readonly latePayment: Dated<LatePayment>;
}

/** One mission's month, followed; amounts before VAT. */
export interface Parcel {
  readonly month: Month;
  readonly mission: string;
  /** Null where the company does not know the mission any more. */
  readonly client: string | null;
  /** Null where no report stands. */
  readonly days: number | null;
  /** The days, each at the mission's price of its day; null where nobody knows one of them. */
  readonly worthCents: Cents | null;
  readonly stages: Readonly<Record<Stage, Cents>>;
  /** What was invoiced or paid beyond the days. */
  readonly beyondCents: Cents;
  readonly invoice: ParcelInvoice | null;
  readonly late: LateInterest | null;
  readonly lastReceivedOn: Day | null;
  /** The day of the transfer of each pay that some of it went into. */
  readonly paidOn: readonly Day[];
  /** What is still to come, less the fee: it goes onto the account once the client pays. */
  readonly toComeCents: Cents;
}

/** States in which a report's days count, and of those the ones that the company has approved. */
const DECLARED = ["submitted", "awaiting-client", "approved", "locked"];
const APPROVED = ["approved", "locked"];

/** Follows the money of each mission's month, the latest month first. */
export function parcels(facts: ParcelFacts): Parcel[] {
  const reported = facts.reports
    .filter(({ state }) => DECLARED.includes(state))
    .flatMap(({ month, days }) => [...billedDays(days).keys()].map((mission) => keyOf({ month, mission })));
  const others = [...facts.invoices.filter(isStanding), ...facts.payments.filter(isKept)].map(keyOf);
  const keys = [...new Set([...reported, ...others])].sort().reverse();
  return keys.map((key) => {
    const [month = "", mission = ""] = key.split(" ");
    return parcelOf(month, mission, facts);
  });
}

/** What is known of one mission's month. */
interface Known {
  readonly days: number | null;
  readonly worthCents: Cents | null;
  readonly isApproved: boolean;
  readonly invoice: ParcelInvoice | null;
  readonly payments: readonly ParcelPayment[];
}

function parcelOf(month: Month, mission: string, facts: ParcelFacts): Parcel {
  const known = knownOf(month, mission, facts);
  const { days, worthCents, invoice, payments } = known;
  const paidOut = new Set(payments.map(({ payslipMonth }) => payslipMonth));
  const { stages, beyondCents } = staged(known, facts.today);
  const toPayCents = stages.declared + stages.approved + stages.invoiced + stages.late;
  const received = payments.map(({ receivedOn }) => receivedOn).sort();
  const paidOn = facts.payslips.filter((one) => paidOut.has(one.month)).map(({ transferDate }) => transferDate);
  return {
    month,
    mission,
    client: facts.missions.find(({ reference }) => reference === mission)?.client ?? null,
    days,
    worthCents,
    stages,
    beyondCents,
    invoice,
    late: invoice === null || stages.late === 0 ? null : lateOf(invoice, stages.late, facts),
    lastReceivedOn: received.at(-1) ?? null,
    paidOn: paidOn.sort(),
    toComeCents: toPayCents - share(toPayCents, facts.feePpm),
  };
}

function knownOf(month: Month, mission: string, facts: ParcelFacts): Known {
  const isOwn = (one: { readonly month: Month; readonly mission: string }) =>
    one.month === month && one.mission === mission;
  const report = facts.reports.find((one) => one.month === month && DECLARED.includes(one.state));
  const priced = facts.missions.find(({ reference }) => reference === mission);
  const days = report === undefined ? null : (billedDays(report.days).get(mission) ?? 0);
  return {
    days,
    worthCents: report === undefined || priced === undefined ? null : turnoverCents(report.days, [priced]),
    isApproved: APPROVED.includes(report?.state ?? ""),
    invoice: facts.invoices.find((one) => isStanding(one) && isOwn(one)) ?? null,
    payments: facts.payments.filter((one) => isKept(one) && isOwn(one)),
  };
}

/** Cuts the worth of the days into stages: what was paid, what was invoiced beyond that, and what is left. */
function staged(
  { worthCents, isApproved, invoice, payments }: Known,
  today: Day,
): Pick<Parcel, "stages" | "beyondCents"> {
  const paidCents = sum(payments.map(({ amountCents }) => amountCents));
  const paidOn = payments.filter(({ payslipMonth }) => payslipMonth !== null);
  const paidOnCents = sum(paidOn.map(({ amountCents }) => amountCents));
  const invoicedCents = invoice?.amountCents ?? 0;
  const reachedCents = Math.max(invoicedCents, paidCents);
  const owedCents = reachedCents - paidCents;
  const restCents = Math.max(0, (worthCents ?? reachedCents) - reachedCents);
  const isLate = invoice !== null && today > invoice.dueOn;
  return {
    stages: {
      declared: isApproved ? 0 : restCents,
      approved: isApproved ? restCents : 0,
      invoiced: isLate ? 0 : owedCents,
      late: isLate ? owedCents : 0,
      collected: paidCents - paidOnCents,
      "paid-on": paidOnCents,
    },
    beyondCents: Math.max(0, reachedCents - (worthCents ?? reachedCents)),
  };
}

/** What a client owes for what is late, VAT included. */
function lateOf({ vatPpm, dueOn, lateRatePpm }: ParcelInvoice, owedCents: Cents, facts: ParcelFacts): LateInterest {
  const owed = { owedCents: owedCents + share(owedCents, vatPpm), dueOn, statedPpm: lateRatePpm };
  return lateInterest(owed, facts.today, facts.latePayment);
}

/** What each stage holds of some parcels together. */
export function stageSums(found: readonly Parcel[]): Readonly<Record<Stage, Cents>> {
  const of = (stage: Stage) => sum(found.map(({ stages }) => stages[stage]));
  return Object.fromEntries(STAGES.map((stage) => [stage, of(stage)])) as Record<Stage, Cents>;
}

function keyOf({ month, mission }: { readonly month: Month; readonly mission: string }): string {
  return `${month} ${mission}`;
}

function isStanding({ state }: Pick<ParcelInvoice, "state">): boolean {
  return state !== "cancelled";
}

function isKept({ state }: Pick<ParcelPayment, "state">): boolean {
  return state !== "reversed";
}
