import type { Problem } from "../errors.ts";
import { type Rows, row } from "./row.ts";

/** What a company answered: its reason in its own words, and where this program knows the reason, as a failure. */
export interface Refusal {
  readonly detail: string;
  readonly problem: Problem | null;
}

/** What a company has records of; its sentence names the kind, and where it is found. */
export type RecordKind =
  | "report"
  | "payslip"
  | "expense"
  | "receipt"
  | "upload"
  | "run"
  | "payment"
  | "invoice"
  | "mission"
  | "proposal"
  | "client"
  | "contract"
  | "document"
  | "person"
  | "token"
  | "company"
  | "page";

/** What speaks against a client's payment. Each code is API. */
export type PaymentDoubt =
  | { readonly code: "same-payment"; readonly receivedOn: string }
  /** All payments of the mission's month, this one among them, and what its report is worth. */
  | { readonly code: "over-report"; readonly paidCents: number; readonly reportCents: number }
  | { readonly code: "day-ahead"; readonly receivedOn: string; readonly today: string };

/** What a company refuses, and what is not set up at one. */
export const companyFailures = {
  "company.receipts_place": row<{ place: string }>({ exit: 5 }),
  "company.key": row({ exit: 5 }),
  "company.not_found": row<{ kind: RecordKind; what: string }>({ exit: 5, status: 404 }),
  "company.conflict": row<{ what: string }>({ exit: 5, status: 409 }),
  "company.precondition": row<{ kind: "report" | "expense" | "proposal" | "upload" | "invoice"; what: string }>({
    exit: 5,
    status: 412,
  }),
  "company.idempotency": row<{ key: string }>({ exit: 5 }),
  "company.media_type": row<{ given: string; wanted: string }>({ exit: 5, status: 415 }),
  "company.invalid": row<{ errors: readonly { pointer: string; message: string }[] }>({ exit: 5, status: 400 }),
  /** The run is carried on by another process, or will be by the next one that is asked. */
  "company.run_under_way": row<{ run: string; retryAfter: number }>({ exit: 5, status: 503 }),
  /** Payslips are reversed from the newest on: each carries the year so far. */
  "company.later_payslip": row<{ month: string; later: string }>({ exit: 5, status: 409 }),
  /** What cannot be decided or ended any more, with its state as the contract names it. */
  "company.already": row<{
    kind: "report" | "expense" | "proposal" | "access" | "invoice";
    what: string;
    state: string;
  }>({
    exit: 5,
    status: 409,
  }),
  "company.taken": row<{ what: string }>({ exit: 5, status: 409 }),
  "company.contract_open": row<{ name: string; end: string | null }>({ exit: 5, status: 409 }),
  "company.last_administrator": row({ exit: 5, status: 409 }),
  "company.access_open": row<{ name: string }>({ exit: 5, status: 409 }),
  "company.unseen": row<{ what: string }>({ exit: 5, status: 428 }),
  /** Each change with its name, and what it was and is; empty where this machine had not shown it. */
  "company.changed": row<{ what: string; changes: readonly { name: string; before: string; after: string }[] }>({
    exit: 5,
  }),
  "company.paid_out": row<{ what: string; month: string }>({ exit: 5, status: 409 }),
  "company.reversed": row<{ kind: "payslip" | "payment"; what: string }>({ exit: 5, status: 409 }),
  "company.payment_unconfirmed": row<{
    month: string;
    mission: string;
    amountCents: number;
    doubts: readonly PaymentDoubt[];
  }>({ exit: 5, status: 409 }),
  /** Why a mission's month cannot be billed. */
  "company.not_invoiceable": row<{ month: string; mission: string; why: "not-approved" | "no-days" }>({
    exit: 5,
    status: 409,
  }),
  "company.no_mail": row({ exit: 5, status: 409 }),
  "company.no_recipient": row<{ client: string }>({ exit: 5, status: 409 }),
  "company.invoiced": row<{ month: string; mission: string; number: string }>({ exit: 5, status: 409 }),
  "company.invoice_paid": row<{ number: string; paidCents: number }>({ exit: 5, status: 409 }),
  "company.refused": row<Refusal>({ exit: 5 }),
} satisfies Rows<"company">;
