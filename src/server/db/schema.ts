import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type { components } from "../../contract/types.ts";
import type { WorkingTime } from "../../domain/activity.ts";
import type { Day, Month } from "../../domain/calendar.ts";
import type { Cents, Ppm } from "../../domain/money.ts";
import type {
  AccessTokens,
  AuditTrail,
  EventCounters,
  Events,
  IdempotencyKeys,
  OidcRecords,
  RateLimits,
  ServerKeys,
  SignInTries,
} from "./schema-access.ts";
import type { Instant, Json, Recorded } from "./schema-columns.ts";
import type {
  Clients,
  ContractDocuments,
  ContractSignings,
  MissionProposals,
  MissionTerms,
} from "./schema-contracts.ts";
import type {
  AccountEntries,
  InvoiceReminders,
  Invoices,
  PaymentFeeCorrections,
  PaymentReversals,
  Payments,
  PayrollResults,
  PayrollRuns,
  PayslipReversals,
  Payslips,
} from "./schema-money.ts";

type Schemas = components["schemas"];
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

/** A contract's terms from a day on; of two versions from one day, the later counts. */
interface EmploymentContracts extends Recorded {
  id: string;
  person_id: string;
  version: Generated<number>;
  from_day: Generated<Day>;
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
  tax_zone: Exclude<Schemas["EmploymentContract"]["taxZone"], undefined> | null;
  work_time_ppm: Ppm | null;
  /** Months of the trial period; null where nobody said. */
  trial_months: number | null;
}

/** Leave that was granted, first and last day included. */
interface Leave extends Recorded {
  id: string;
  person_id: string;
  kind: "paid-leave" | "unpaid-leave";
  start_day: Day;
  end_day: Day;
}

/** What the company says of itself from a day on; the identifier is a version, of which the later counts. */
interface CompanyProfile extends Recorded {
  id: number;
  from_day: Generated<Day>;
  profile: Json<Schemas["Company"]>;
}

interface Missions extends Recorded, MissionTerms {
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
  /** The report as its list shows it, as JSON text; made by the database once its version is there. */
  shown: GeneratedAlways<string | null>;
  /** When it was taken over from before; null for a month that was declared here. */
  imported_at: ColumnType<Date | null, Date | null | undefined, never>;
}

/** A month that was taken over from before, as its porté recorded it. */
interface ImportedMonths extends Recorded {
  id: string;
  person_id: string;
  month: Month;
  facts: Json<Schemas["ImportedMonthSubmission"]>;
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
  merchant: Generated<string | null>;
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
  /** The expense as its list shows it, as JSON text; made by the database. */
  shown: GeneratedAlways<string>;
}

/** Every table of the reference company. */
export interface Database {
  people: People;
  employment_contracts: EmploymentContracts;
  company_profile: CompanyProfile;
  leave: Leave;
  missions: Missions;
  clients: Clients;
  mission_proposals: MissionProposals;
  contract_documents: ContractDocuments;
  contract_signings: ContractSignings;
  client_links: ClientLinks;
  activity_reports: ActivityReports;
  imported_months: ImportedMonths;
  report_versions: ReportVersions;
  report_decisions: ReportDecisions;
  receipts: Receipts;
  receipt_uploads: ReceiptUploads;
  receipt_store: ReceiptPlace;
  expenses: Expenses;
  invoices: Invoices;
  invoice_reminders: InvoiceReminders;
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
  event_counters: EventCounters;
  events: Events;
  idempotency_keys: IdempotencyKeys;
  oidc_records: OidcRecords;
  server_keys: ServerKeys;
  rate_limits: RateLimits;
  sign_in_tries: SignInTries;
}
