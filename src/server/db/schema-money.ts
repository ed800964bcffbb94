import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type { components } from "../../contract/types.ts";
import type { Day, Month } from "../../domain/calendar.ts";
import type { InvoiceFacts } from "../../domain/invoice-facts.ts";
import type { KernelSections } from "../../domain/line-section.ts";
import type { Cents, Ppm } from "../../domain/money.ts";
import type { Json, Recorded } from "./schema-columns.ts";

type Schemas = components["schemas"];
type Moment = ColumnType<Date | null, Date | null | undefined, Date | null>;

/** What a client has paid for a month of a mission. */
export interface Payments extends Recorded {
  id: string;
  person_id: string;
  mission_id: string;
  month: Month;
  amount_cents: Cents;
  fee_cents: Cents;
  /** The payslip that the money was paid with; null until then. */
  payslip_month: Month | null;
  received_on: Day;
  /** Why it was recorded in spite of what spoke against it; null where nothing did. */
  force_reason: string | null;
}

/** A payment that was taken back. */
export interface PaymentReversals extends Recorded {
  payment_id: string;
  reason: string;
}

/** What another payment of the month owes of the fee since one was taken back. */
export interface PaymentFeeCorrections {
  reversed_id: string;
  payment_id: string;
  amount_cents: Cents;
}

/** What a client is billed for a month of a mission. */
export interface Invoices extends Recorded {
  id: string;
  person_id: string;
  mission_id: string;
  month: Month;
  /** The year of its number, and its place in it. */
  year: number;
  serial: number;
  number: string;
  report_id: string;
  report_version: number;
  /** Days that are billed, in hundredths. */
  day_hundredths: number;
  amount_cents: Cents;
  vat_ppm: Ppm;
  vat_cents: Cents;
  issued_on: Day;
  due_on: Day;
  /** The yearly rate that the company stated for late payment; null for the legal one. */
  late_ppm: Ppm | null;
  /** What it names; null for one that was issued before that was kept. */
  printed: ColumnType<InvoiceFacts | null, string | null | undefined, never>;
  cancelled_at: ColumnType<Date | null, Date | null, Date | null>;
  cancelled_by: string | null;
  cancel_reason: string | null;
}

/** That a client was reminded of an invoice; whose work it is for stands here too, so that a person's rows are found. */
export interface InvoiceReminders extends Recorded {
  id: string;
  invoice_id: string;
  person_id: string;
  sent_on: Day;
  channel: Schemas["ReminderChannel"];
  next_on: Day | null;
  /** Whom the company mails it to, where it does; none where somebody else reminded the client. */
  recipient: string | null;
  language: "fr" | "en" | null;
  mailed_at: Moment;
  tries: Generated<number>;
  /** When its mail leaves, or is tried again; null where it is not to leave. */
  next_try_at: Moment;
}

/** A payslip, as it was made. */
export interface Payslips extends Recorded {
  id: string;
  person_id: string;
  month: Month;
  document: Json<KernelSections<Schemas["Payslip"]>>;
  /** The reversed payslip in whose place it stands; null for a month's first. */
  replaces: string | null;
  /** The versions of the terms that it was computed with; null for one from before they were rows. */
  contract_version: Generated<number | null>;
  company_version: Generated<number | null>;
  /** Read from the document by the database itself, so that a list reads no document. */
  gross_cents: GeneratedAlways<Cents | null>;
  net_paid_cents: GeneratedAlways<Cents | null>;
  transfer_cents: GeneratedAlways<Cents | null>;
  transfer_day: GeneratedAlways<Day | null>;
  share: GeneratedAlways<Schemas["PayShare"] | null>;
  remainder_cents: GeneratedAlways<Cents | null>;
  business_contribution_cents: GeneratedAlways<Cents | null>;
}

/** A payslip that no longer counts: it stays as it was, and this says so. */
export interface PayslipReversals extends Recorded {
  payslip_id: string;
  person_id: string;
  month: Month;
  reason: string;
}

/** What a pay failed of. */
type RunFailure = Pick<Schemas["RunFailure"], "code" | "facts">;

/** A pay of a month for everybody. */
export interface PayrollRuns extends Recorded {
  id: string;
  person_id: string;
  month: Month;
  state: "running" | "done" | "failed";
  failure: JSONColumnType<RunFailure, string, string> | null;
  /** Which process carries it on, and until when that holds without a sign of life. */
  holder: string | null;
  held_until: ColumnType<Date | null, Date | null, Date | null>;
  ended_at: ColumnType<Date | null, Date | null, Date | null>;
}

/** What a run has done of one porté. */
export interface PayrollResults {
  run_id: string;
  person_id: string;
  outcome: "waiting" | "paid" | "left-out";
  payslip_id: string | null;
  reason: Schemas["LeftOutReason"] | null;
  failure: JSONColumnType<RunFailure, string, string> | null;
}

/** A movement of an account; entries are only ever added. */
export interface AccountEntries extends Recorded {
  id: string;
  person_id: string;
  day: Day;
  month: Month;
  kind: Schemas["EntryKind"];
  fund: Schemas["Fund"];
  amount_cents: Cents;
  label: string;
  /** The payment or the payslip that the entry takes back. */
  reverses: Generated<string | null>;
  /** What it was booked for; null for an older one that fits nothing. */
  cause: JSONColumnType<Schemas["EntryCause"], string, string> | null;
  /** The entry as its list shows it, as JSON text; made by the database. */
  shown: GeneratedAlways<string>;
}
