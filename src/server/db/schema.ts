import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type { components } from "../../contract/types.ts";
import type { WorkingTime } from "../../domain/activity.ts";
import type { Day, Month } from "../../domain/calendar.ts";
import type { Cents, Ppm } from "../../domain/money.ts";

type Schemas = components["schemas"];
type Instant = ColumnType<Date, Date | string, Date | string>;
/** JSON that is written as text and read back as data. */
type Json<Value extends object> = JSONColumnType<Value, string, string>;

/** Who recorded a business fact, and when. */
interface Recorded {
  recorded_at: Instant;
  recorded_by: string;
}

interface People extends Recorded {
  id: string;
  role: "porte" | "operator";
  name: string;
  email: string;
  password_hash: string;
  /** What a member of the staff may do; null for a porté. */
  staff_role: Generated<Schemas["StaffRole"] | null>;
  /** When the person's access ended, and when what may be erased was. */
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  erased_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

interface EmploymentContracts extends Recorded {
  id: string;
  person_id: string;
  kind: "cdi" | "cdd";
  category: "cadre" | "non-cadre";
  level: "first" | "junior" | "senior" | "expert";
  start_day: Day;
  end_day: Day | null;
  alsace_moselle: boolean;
  tax_rate_ppm: Ppm | null;
  working_time: Generated<WorkingTime>;
  job: Generated<string>;
  /** Null for what the level says. */
  position: string | null;
  weekly_hours: Generated<number>;
  forfait_days: number | null;
  tax_zone: Schemas["EmploymentContract"]["taxZone"] | null;
  work_time_ppm: Ppm | null;
}

/** Leave that was granted, first and last day included. */
interface Leave extends Recorded {
  id: string;
  person_id: string;
  kind: "paid-leave" | "unpaid-leave";
  start_day: Day;
  end_day: Day;
}

interface CompanyProfile extends Recorded {
  id: number;
  profile: Json<Schemas["Company"]>;
}

interface Missions extends Recorded {
  id: string;
  person_id: string;
  reference: string;
  client: string;
  title: string;
  start_day: Day;
  end_day: Day | null;
  daily_rate_cents: Cents;
  project_codes: Json<string[]>;
  client_email: string | null;
  client_language: Generated<"fr" | "en">;
}

interface ActivityReports {
  id: string;
  person_id: string;
  month: Month;
  state: Schemas["ReportState"];
  version: number;
  /** Rises with each change of the row; its ETag. */
  revision: number;
}

interface ReportVersions extends Recorded {
  report_id: string;
  version: number;
  days: Json<Schemas["ReportDay"][]>;
  rest_days_confirmed: boolean;
  /** What is stated of rest: all three, or none. */
  daily_rest: boolean | null;
  weekly_rest: boolean | null;
  rest_half_days_given_up: number | null;
  turnover_cents: Cents;
  receipt: Json<Schemas["SubmissionReceipt"]>;
}

interface ReportDecisions extends Recorded {
  id: string;
  report_id: string;
  version: number;
  decision: "approve" | "reject";
  reason: string | null;
}

/** One client's link to one version of a month, and the answer it brought. */
interface ClientLinks extends Recorded {
  id: string;
  report_id: string;
  version: number;
  mission: string;
  client: string;
  recipient: string;
  language: "fr" | "en";
  expires_at: Instant;
  mailed_at: ColumnType<Date | null, Date | null, Date | null>;
  tries: Generated<number>;
  next_try_at: Instant;
  decision: "approve" | "reject" | null;
  reason: string | null;
  decided_at: ColumnType<Date | null, Date | null, Date | null>;
}

interface Receipts extends Recorded {
  id: string;
  person_id: string;
  sha256: string;
  bytes: number;
  media_type: Schemas["Receipt"]["mediaType"];
}

/** The store that holds the receipts, by its own name. */
interface ReceiptPlace {
  id: number;
  identity: string;
  recorded_at: Instant;
  /** Until when one instance goes through the store alone; null while none does. */
  cleared_until: ColumnType<Date | null, never, Date | null>;
}

/** A receipt that is on its way: how much of it is there. */
interface ReceiptUploads extends Recorded {
  person_id: string;
  sha256: string;
  name: string;
  bytes: number;
  received: Generated<number>;
}

interface Expenses extends Recorded {
  id: string;
  person_id: string;
  date: Day;
  category: Schemas["ExpenseCategory"];
  amount_cents: Cents;
  vat: JSONColumnType<Schemas["VatLine"][], string, string>;
  mission: string | null;
  note: string | null;
  units: Generated<number>;
  department: string | null;
  trip: JSONColumnType<Schemas["Trip"], string, string> | null;
  receipt_id: string | null;
  taxable_cents: Generated<Cents>;
  question: string | null;
  answer: string | null;
  state: Schemas["Expense"]["state"];
  reason: string | null;
  decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  decided_by: string | null;
  payslip_month: Month | null;
  revision: number;
}

interface Payments extends Recorded {
  id: string;
  person_id: string;
  mission_id: string;
  month: Month;
  amount_cents: Cents;
  fee_cents: Cents;
  /** The payslip that the money was paid with; null until then. */
  payslip_month: Month | null;
  received_on: Day;
}

/** A payment that was taken back. */
interface PaymentReversals extends Recorded {
  payment_id: string;
  reason: string;
}

/** What another payment of the month owes of the fee since one was taken back. */
interface PaymentFeeCorrections {
  reversed_id: string;
  payment_id: string;
  amount_cents: Cents;
}

interface Payslips extends Recorded {
  id: string;
  person_id: string;
  month: Month;
  document: Json<Schemas["Payslip"]>;
  /** The reversed payslip in whose place it stands; null for a month's first. */
  replaces: string | null;
  /** Read from the document by the database itself, so that a list reads no document. */
  gross_cents: GeneratedAlways<Cents>;
  net_paid_cents: GeneratedAlways<Cents>;
  transfer_cents: GeneratedAlways<Cents>;
  transfer_day: GeneratedAlways<Day>;
  share: GeneratedAlways<Schemas["PayShare"] | null>;
  remainder_cents: GeneratedAlways<Cents | null>;
  business_contribution_cents: GeneratedAlways<Cents | null>;
}

/** A payslip that no longer counts: it stays as it was, and this says so. */
interface PayslipReversals extends Recorded {
  payslip_id: string;
  person_id: string;
  month: Month;
  reason: string;
}

/** What a pay failed of. */
type RunFailure = Pick<Schemas["RunFailure"], "code" | "facts">;

interface PayrollRuns extends Recorded {
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
interface PayrollResults {
  run_id: string;
  person_id: string;
  outcome: "waiting" | "paid" | "left-out";
  payslip_id: string | null;
  reason: Schemas["LeftOutReason"] | null;
  failure: JSONColumnType<RunFailure, string, string> | null;
}

interface AccountEntries extends Recorded {
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
}

interface AccessTokens extends Recorded {
  token_hash: string;
  person_id: string;
  scopes: Json<Schemas["Scope"][]>;
  expires_at: Instant;
  id: Generated<string>;
  name: Generated<string>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** One act on one row: what changed, by whom. Written by the tables themselves. */
interface AuditTrail {
  id: string;
  at: Date;
  by: string;
  act: "insert" | "update" | "delete";
  subject: string;
  row_id: string;
  person_id: string | null;
  before: JSONColumnType<Record<string, unknown>> | null;
  after: JSONColumnType<Record<string, unknown>> | null;
}

interface IdempotencyKeys {
  person_id: string;
  key: string;
  request_hash: string;
  status: number | null;
  etag: string | null;
  body: Json<object> | null;
  created_at: Instant;
}

interface OidcRecords {
  model: string;
  id_hash: string;
  /** Sealed by the record's identifier. */
  payload: string;
  grant_id: string | null;
  /** Of an access token: whose it is, and what it allows. */
  person_id: string | null;
  scopes: JSONColumnType<Schemas["Scope"][], string, string> | null;
  /** The user code or uid that finds the record too, and the identifier sealed by it. */
  other_hash: string | null;
  sealed_id: string | null;
  consumed_at: ColumnType<Date | null, Date | null, Date | null>;
  expires_at: ColumnType<Date | null, Date | null, Date | null>;
  /** When a device code was last asked about. */
  polled_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** The wrong passwords that an account was tried with, and when the next try is let through. */
interface SignInTries {
  key: string;
  failures: Generated<number>;
  failed_at: Instant;
  next_at: Instant;
}

interface ServerKeys {
  name: string;
  value: Json<object>;
  created_at: Instant;
}

interface RateLimits {
  key: string;
  count: Generated<number>;
  resets_at: Instant;
}

/** Every table of the reference company. */
export interface Database {
  people: People;
  employment_contracts: EmploymentContracts;
  company_profile: CompanyProfile;
  leave: Leave;
  missions: Missions;
  client_links: ClientLinks;
  activity_reports: ActivityReports;
  report_versions: ReportVersions;
  report_decisions: ReportDecisions;
  receipts: Receipts;
  receipt_uploads: ReceiptUploads;
  receipt_store: ReceiptPlace;
  expenses: Expenses;
  payments: Payments;
  payment_reversals: PaymentReversals;
  payment_fee_corrections: PaymentFeeCorrections;
  payslips: Payslips;
  /** A view: the payslips that were not reversed, one a month at most. */
  standing_payslips: Payslips;
  payslip_reversals: PayslipReversals;
  payroll_runs: PayrollRuns;
  payroll_results: PayrollResults;
  account_entries: AccountEntries;
  access_tokens: AccessTokens;
  audit_trail: AuditTrail;
  idempotency_keys: IdempotencyKeys;
  oidc_records: OidcRecords;
  server_keys: ServerKeys;
  rate_limits: RateLimits;
  sign_in_tries: SignInTries;
}
