import type { components } from "../contract/types.ts";
import type { KernelSections } from "../domain/line-section.ts";

type Schemas = components["schemas"];

/** A label for each member of a union, and for nothing else: a new member without its label does not compile. */
export type Labels<Of extends string> = Readonly<Record<Of, string>>;

/** What a report or an expense can be, at the company or on this machine. */
export type State = Schemas["ReportState"] | Schemas["Expense"]["state"] | "draft" | "queued" | "prepared" | "unknown";
export type EntryKind = Schemas["EntryKind"];
export type Scope = Schemas["Scope"];
export type Role = Schemas["StaffRole"] | "porte";
export type PaymentState = Schemas["OwnedPayment"]["state"];
export type LeftOutReason = Schemas["LeftOutReason"];
export type WorkingTime = Schemas["WorkingTime"];
export type Section = KernelSections<Schemas["Payslip"]>["lines"][number]["section"];
