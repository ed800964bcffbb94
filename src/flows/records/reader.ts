import type { Company, Schemas, Versioned } from "../../client/company.ts";
import type { Day, Month } from "../../domain/calendar.ts";
import type { FiledDelivery, FiledDocument } from "../../domain/local/filed.ts";
import type { Cents } from "../../domain/money.ts";

/** A month as somebody holds it: a company, with its receipt; or nobody but this machine, with the way that it left by. */
export type HeldReport = Omit<Schemas["ActivityReport"], "receipt"> & {
  readonly receipt: Schemas["SubmissionReceipt"] | null;
  /** When it left, where no company gave a receipt. */
  readonly submittedAt?: string;
  /** How it left, where no company took it. */
  readonly delivery?: FiledDelivery | null;
  /** What its decision rests on, where somebody else than a company said it. */
  readonly proof?: FiledDocument | null;
};

/** When a month was sent to whoever holds it. */
export function submittedAt({ receipt, submittedAt: at = "" }: Pick<HeldReport, "receipt" | "submittedAt">): string {
  return receipt?.submittedAt ?? at;
}

/** What is known of a company: all that its API says, or the little that its porté knows. */
export type KnownProfile = Pick<Schemas["Company"], "name"> & Partial<Schemas["Company"]>;

/** A payslip in a list: what nobody said of one that was filed from a paper is null. */
export interface KnownPayslip extends Pick<Schemas["PayslipSummary"], "id" | "month" | "share" | "replaces"> {
  readonly grossCents: Cents | null;
  readonly netPaidCents: Cents | null;
  readonly transferCents: Cents | null;
  readonly transferDate: Day | null;
}

/** What is read as it is from a company's API, or from what lies here. */
type ReadAlike =
  | "overview"
  | "missions"
  | "proposals"
  | "contracts"
  | "contract"
  | "contractPdf"
  | "leave"
  | "reportVersions"
  | "reportPdf"
  | "expenses"
  | "receiptContent"
  | "account"
  | "entries"
  | "allEntries"
  | "invoices"
  | "invoicePdf"
  | "clientPayments"
  | "events"
  | "history"
  | "payslip"
  | "payslipPdf"
  | "standingPayslip";

/** What can be read, whoever is behind it: an API and what is kept of it, or the records of this machine alone. */
export interface Reader extends Pick<Company, ReadAlike> {
  /** Whoever is meant; their contract is null where nobody said what it is. */
  me(): Promise<Schemas["Me"]>;
  profile(): Promise<KnownProfile>;
  reports(query?: Parameters<Company["reports"]>[0]): Promise<HeldReport[]>;
  payslips(query?: Parameters<Company["payslips"]>[0]): Promise<KnownPayslip[]>;
  report(month: Month): Promise<Versioned<HeldReport> | null>;
}
