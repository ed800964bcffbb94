import type { Day, Month } from "../calendar.ts";
import type { Cents } from "../money.ts";

/** Who is waited for. */
export type WaitsOn = "me" | "client" | "company";

/** When something began to wait, and until when it may; each absent where nobody has said so. */
interface Times {
  /** The day since which it waits. */
  readonly since?: Day;
  /** The last day on which it is not late. */
  readonly due?: Day;
  /** Who is waited for, and the day by which they said that it would be done. */
  readonly waitingOn?: WaitsOn;
  readonly promisedBy?: Day;
}

/** One thing that waits, or where the money stands. */
export type StatusItem = Times &
  /** A contract that somebody has still to sign. */
  (
    | { readonly kind: "contract-to-sign" | "contract-at-others"; readonly id: string; readonly mission: string }
    /** What a day brings for the contract of employment. */
    | { readonly kind: "trial-end" | "first-level"; readonly day: Day; readonly isPast: boolean }
    /** What a day brings for a mission. */
    | {
        readonly kind: "client-months" | "contract-late";
        readonly id: string;
        readonly mission: string;
        readonly day: Day;
        readonly isPast: boolean;
      }
    /** An invoice that its client has not paid in time: what is still owed, before VAT. */
    | {
        readonly kind: "invoice-late";
        readonly id: string;
        readonly number: string;
        readonly mission: string;
        readonly month: Month;
        readonly amountCents: Cents;
        readonly daysLate: number;
        /** When the company reminded the client last; null where it did not. */
        readonly remindedOn: Day | null;
        /** When the company reminds the client next; null where nobody said. */
        readonly nextReminderOn: Day | null;
      }
    /** An invoice that was cancelled and not replaced: what nobody bills any more, before VAT. */
    | {
        readonly kind: "invoice-cancelled";
        readonly id: string;
        readonly number: string;
        readonly mission: string;
        readonly month: Month;
        readonly amountCents: Cents;
      }
    /** An invoice that its client has until a day to pay: what is still owed, before VAT. */
    | {
        readonly kind: "invoice-due";
        readonly id: string;
        readonly number: string;
        readonly mission: string;
        readonly month: Month;
        readonly amountCents: Cents;
        readonly day: Day;
      }
    /** A mission or an amendment that the company has still to answer. */
    | {
        readonly kind: "proposal-waits";
        readonly id: string;
        readonly mission: string;
        readonly proposes: "mission" | "amendment";
        /** Whether its price was told later than it had to be. */
        readonly isToldLate: boolean;
      }
    /** A price that was agreed anew and has not reached the company. */
    | {
        readonly kind: "price-to-tell";
        readonly mission: string;
        readonly agreedOn: Day;
        readonly dailyRateCents: Cents;
      }
    /** Days ordered that run out on a day, where every working day is worked; `left` is less than none where more were worked. */
    | {
        readonly kind: "days-left";
        readonly id: string;
        readonly mission: string;
        readonly left: number;
        readonly day: Day;
        readonly isPast: boolean;
      }
    /** The least gross pay of a month that was worked, owed whatever the client does. */
    | { readonly kind: "minimum-owed"; readonly month: Month; readonly amountCents: Cents }
    /** What the company has of clients and has not paid on, before VAT. */
    | { readonly kind: "collected"; readonly count: number; readonly amountCents: Cents }
    /** What comes onto the account once clients pay, less the fee and what was advanced. */
    | { readonly kind: "complement"; readonly amountCents: Cents; readonly advanceCents: Cents }
    | { readonly kind: "report-due" | "report-late"; readonly month: Month; readonly day: Day }
    | {
        readonly kind: "report-queued" | "report-waits" | "report-at-client" | "report-approved";
        readonly month: Month;
      }
    /** What is typed here and was not sent, with the day on which it is due; late once that has passed. */
    | { readonly kind: "report-draft"; readonly month: Month; readonly day: Day; readonly isLate: boolean }
    | { readonly kind: "report-refused"; readonly month: Month; readonly reason: string }
    | { readonly kind: "expenses-to-send" | "expenses-read"; readonly count: number; readonly amountCents: Cents }
    | { readonly kind: "receipts-missing"; readonly count: number }
    | {
        readonly kind: "expense-questioned";
        readonly id: string;
        readonly amountCents: Cents;
        readonly question: string;
      }
    | { readonly kind: "expense-refused"; readonly id: string; readonly amountCents: Cents; readonly reason: string }
    | { readonly kind: "transfer" | "transferred"; readonly amountCents: Cents; readonly day: Day }
    /** Nothing is known yet, or no mission is: what to begin with. */
    | { readonly kind: "setup" }
    | { readonly kind: "mission-missing" }
    /** A document that left, or was to leave, and of which its porté has something to do or to look at. */
    | {
        readonly kind: "delivery-to-check";
        readonly month: Month;
        readonly about: "report" | "expenses" | "client";
        readonly state: OpenDelivery;
      }
    /** No payslip was filed of a month that was sent: the day of its pay, or the last on which the law has it paid. */
    | { readonly kind: "payslip-missing"; readonly month: Month; readonly day: Day }
    /** What was declared of a month and is not paid yet, before fee and tax; the day is null where nobody said it. */
    | { readonly kind: "pay-expected"; readonly month: Month; readonly turnoverCents: Cents; readonly day: Day | null }
    | { readonly kind: "balance"; readonly balanceCents: Cents; readonly reserveCents: Cents }
  );

/** How far a document is that has not arrived for sure. */
export type OpenDelivery = "waiting" | "sending" | "prepared" | "failed" | "unknown";

/** What an item may be. */
export type StatusKind = StatusItem["kind"];

/** The items of one kind. */
export type ItemOf<Kind extends StatusKind> = OfKind<StatusItem, Kind>;
type OfKind<Item extends StatusItem, Kind> = Item extends StatusItem
  ? Kind extends Item["kind"]
    ? Item & { readonly kind: Kind }
    : never
  : never;

/** What waits for the porté, what waits for others, and where the money stands. */
export interface Overview {
  readonly todo: readonly StatusItem[];
  readonly waiting: readonly StatusItem[];
  readonly money: readonly StatusItem[];
}
