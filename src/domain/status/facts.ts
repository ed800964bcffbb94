import { payTransferDay } from "../banking-days.ts";
import { addDays, addMonths, type Day, lastDay, type Month, monthOf } from "../calendar.ts";
import type { DocumentKind } from "../contracts/state.ts";
import { isRestDay } from "../holidays.ts";
import { invoiceState } from "../invoicing.ts";
import type { Cents, Ppm } from "../money.ts";
import { dayInParis } from "../paris.ts";
import type { OpenDelivery } from "./items.ts";

/** A month's report as the company holds it. */
export interface ReportFact {
  readonly month: Month;
  readonly state: string;
  readonly reason: string | null;
  readonly decidedAt: string | null;
  readonly receipt: { readonly submittedAt: string };
}

/** An expense as the company holds it. */
export interface ExpenseFact {
  readonly id: string;
  readonly amountCents: Cents;
  readonly state: string;
  readonly question: string | null;
  readonly reason: string | null;
  readonly submittedAt: string;
  readonly decidedAt: string | null;
}

/** The contract of employment. */
export interface EmploymentFact {
  readonly start: Day;
  readonly alsaceMoselle: boolean;
  readonly level: string;
  readonly end: Day | null;
  readonly trialMonths?: number | null;
}

/** A document that is signed. */
export interface ContractFact {
  readonly id: string;
  readonly mission: string;
  readonly kind: DocumentKind;
  readonly state: string;
  readonly sentAt: string | null;
  readonly signatures: readonly { readonly party: string; readonly at: string | null }[];
}

/** A mission, with its reference. */
export interface MissionFact {
  readonly id: string;
  readonly reference: string;
  readonly client: string;
  readonly start: Day;
  readonly end: Day | null;
  readonly daysOrdered?: number | null;
}

/** What was proposed to the company. */
export interface ProposalFact {
  readonly id: string;
  readonly kind: "mission" | "amendment";
  readonly reference: string;
  readonly state: string;
  readonly submittedAt: string;
  readonly warnings: readonly { readonly code: string }[];
}

/** A price that was agreed anew and has not reached the company. */
export interface UntoldPrice {
  readonly mission: string;
  readonly agreedOn: Day;
  readonly dailyRateCents: Cents;
  readonly savedAt: string;
}

/** What a client has paid, before VAT. */
export interface PaymentFact {
  readonly amountCents: Cents;
  readonly receivedOn: Day;
  /** The month of the pay that it went into; null before. */
  readonly payslipMonth: Month | null;
  readonly state: string;
}

/** What a client was billed; amounts before VAT. */
export interface InvoiceFact {
  readonly id: string;
  readonly number: string;
  readonly mission: string;
  readonly month: Month;
  readonly amountCents: Cents;
  readonly paidCents: Cents;
  readonly dueOn: Day;
  /** When the company reminds the client next; null where it has stated no day. */
  readonly nextReminderOn: Day | null;
  readonly reminders: readonly { readonly sentOn: Day }[];
  readonly state: string;
  readonly cancellation: { readonly recordedAt: string } | null;
}

/** What the company says of a porté, as far as the status rests on it. */
export interface SaidFacts {
  readonly me: { readonly contract: EmploymentFact | null };
  readonly company: {
    readonly deadlines: { readonly reportDueDay: number; readonly transferDay: number | null };
    readonly fee?: { readonly ratePpm: Ppm };
  };
  readonly missions: readonly MissionFact[];
  readonly activityReports: readonly ReportFact[];
  readonly expenses: readonly ExpenseFact[];
  readonly payslips: readonly { readonly month: Month; readonly transferCents: Cents; readonly transferDate: Day }[];
  /** Null where no company tells it. */
  readonly account: {
    readonly balanceCents: Cents;
    readonly reserveCents: Cents;
    readonly advanceCents?: Cents;
  } | null;
}

/** What only a profile without a company knows: what left it, and what is to come. */
export interface OwnFacts {
  /** Whether nothing at all is known yet. */
  readonly isEmpty: boolean;
  /** The first month whose report is asked for: months of before were declared some other way. */
  readonly askedSince: Month;
  readonly deliveries: readonly {
    readonly about: "report" | "expenses" | "client";
    readonly month: Month;
    readonly state: OpenDelivery;
    readonly at: string;
  }[];
  /** The months that were sent and of which no payslip was filed, the earliest first. */
  readonly unpaid: readonly { readonly month: Month; readonly turnoverCents: Cents }[];
}

/** An expense that is kept here and was not sent. */
export interface DraftFact {
  readonly amountCents: Cents;
  readonly savedAt: string;
  /** Whether its receipt is still to come. */
  readonly lacksReceipt: boolean;
}

/** What a status is made of: what the company says, what is kept on this machine, and the day. */
export interface StatusFacts {
  readonly today: Day;
  readonly said: SaidFacts;
  /** The contracts of missions; none where the company tells none. */
  readonly contracts: readonly ContractFact[];
  /** What clients were billed; none where the company tells none. */
  readonly invoices: readonly InvoiceFact[];
  /** What clients have paid; none where the company tells none. */
  readonly payments: readonly PaymentFact[];
  /** What was proposed to the company. */
  readonly proposals: readonly ProposalFact[];
  /** The least gross pay of each month that was worked and is not paid yet, where it is known. */
  readonly minimums: readonly { readonly month: Month; readonly amountCents: Cents }[];
  /** How many of the days ordered of each mission were declared, by its reference. */
  readonly daysUsed: ReadonlyMap<string, number>;
  /** The prices that are kept here and have not reached the company. */
  readonly untold: readonly UntoldPrice[];
  readonly drafts: readonly DraftFact[];
  /** The months that are typed here, and how far each is. */
  readonly typed: readonly { readonly month: Month; readonly state: string; readonly savedAt: string }[];
  /** Null where a company tells all of it. */
  readonly own: OwnFacts | null;
  /** The refused expenses that their porté has taken note of. */
  readonly noted: ReadonlySet<string>;
}

/** Where an invoice stands on a day. */
export function stateOf({ amountCents, paidCents, dueOn, state }: InvoiceFact, today: Day): string {
  return invoiceState({ amountCents, paidCents, dueOn, isCancelled: state === "cancelled" }, today);
}

/** How many working days before its day a report is asked for. */
const ASKED_BEFORE = 3;

/** Last month and this one, as far as the contract covers them. */
export function reportMonths(today: Day, start: Day | null): Month[] {
  const current = monthOf(today);
  return [addMonths(current, -1), current].filter((month) => start === null || month >= monthOf(start));
}

/** The last day on which a month's report is not late: the day that the company has said, whatever day of the week it is. */
export function reportDueDay({ said }: StatusFacts, month: Month): Day {
  const last = lastDay(month);
  const day = `${month}-${String(said.company.deadlines.reportDueDay).padStart(2, "0")}`;
  return day > last ? last : day;
}

/** The day from which a month's report is asked for: the third working day before the one on which it is due. */
export function askedFrom(facts: StatusFacts, month: Month): Day {
  const alsaceMoselle = facts.said.me.contract?.alsaceMoselle ?? false;
  let day = reportDueDay(facts, month);
  for (let left = ASKED_BEFORE; left > 0; ) {
    day = addDays(day, -1);
    if (!isRestDay(day, alsaceMoselle)) left -= 1;
  }
  return day;
}

/** The day by which an expense is sent so that this month's pay, or the next one's, brings it. */
export function expensesDueDay(facts: StatusFacts): Day {
  const month = monthOf(facts.today);
  const day = reportDueDay(facts, month);
  return facts.today <= day ? day : reportDueDay(facts, addMonths(month, 1));
}

/** The earliest day of some instants, in Paris. */
export function earliestDay(instants: readonly string[]): { readonly since?: Day } {
  const [first] = instants.toSorted();
  return first === undefined ? {} : { since: dayInParis(new Date(first)) };
}

/** The day on which a month's pay leaves; null where nobody said it. */
export function payDay({ said }: Pick<StatusFacts, "said">, month: Month): Day | null {
  const { transferDay } = said.company.deadlines;
  return transferDay === null ? null : payTransferDay(month, Math.min(28, transferDay));
}

/** The same as the day by which it was promised, where it was said. */
export function promisedPay(facts: Pick<StatusFacts, "said">, month: Month): { readonly promisedBy?: Day } {
  const day = payDay(facts, month);
  return day === null ? {} : { promisedBy: day };
}
