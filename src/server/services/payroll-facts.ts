import type { Month } from "../../domain/calendar.ts";
import type { Cents } from "../../domain/money.ts";
import type { Db, Schemas } from "../deps.ts";
import { standingPayments } from "./payments.ts";
import { BRIEF, type BriefPayslip } from "./payslips.ts";
import { contractOf } from "./people.ts";

/** An expense that waits to be paid back, and what of it is pay. */
export interface DueExpense {
  readonly id: string;
  readonly amountCents: Cents;
  readonly taxableCents: Cents;
}

/** A client's payment that no payslip was paid with yet. */
export interface DuePayment {
  readonly id: string;
  readonly amountCents: Cents;
  readonly feeCents: Cents;
}

/** All that one pay is worked out from. */
export interface PayFacts {
  readonly earlier: readonly BriefPayslip[];
  readonly reportId: string;
  readonly days: Schemas["ReportDay"][];
  readonly payments: readonly DuePayment[];
  readonly expenses: readonly DueExpense[];
  readonly contract: Schemas["EmploymentContract"];
}

/**
 * Reads what a porté's pay of a month is worked out from, or says why there is none. The rows that the pay will change are held
 * until the end of the transaction, so that a correction or a decision comes wholly before or wholly after.
 * @throws {PorteError} `company.not_found` without a contract.
 */
export async function payFacts(trx: Db, personId: string, month: Month): Promise<PayFacts | Schemas["LeftOutReason"]> {
  const earlier = await standingPayslips(trx, personId, month);
  if (earlier.at(-1)?.month === month) return "already-paid";
  const report = await trx
    .selectFrom("activity_reports")
    .select(["id", "state", "version"])
    .where("person_id", "=", personId)
    .where("month", "=", month)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (report === undefined) return "no-report";
  if (report.state !== "approved") return "report-not-approved";
  const { days } = await trx
    .selectFrom("report_versions")
    .select("days")
    .where("report_id", "=", report.id)
    .where("version", "=", report.version)
    .executeTakeFirstOrThrow();
  return {
    earlier,
    reportId: report.id,
    days,
    payments: await duePayments(trx, personId, month),
    expenses: await dueExpenses(trx, personId),
    contract: await contractOf(trx, personId),
  };
}

async function standingPayslips(trx: Db, personId: string, month: Month): Promise<BriefPayslip[]> {
  const rows = await trx
    .selectFrom("standing_payslips")
    .select(BRIEF.as("document"))
    .where("person_id", "=", personId)
    .where("month", "<=", month)
    .orderBy("month")
    .execute();
  return rows.map(({ document }) => document);
}

async function duePayments(trx: Db, personId: string, month: Month): Promise<DuePayment[]> {
  const rows = await standingPayments(trx, personId)
    .where("payments.month", "<=", month)
    .where("payments.payslip_month", "is", null)
    .forNoKeyUpdate()
    .execute();
  return rows.map(({ id, amount_cents: amountCents, fee_cents: feeCents }) => ({ id, amountCents, feeCents }));
}

function dueExpenses(trx: Db, personId: string): Promise<DueExpense[]> {
  return trx
    .selectFrom("expenses")
    .select(["id", "amount_cents as amountCents", "taxable_cents as taxableCents"])
    .where("person_id", "=", personId)
    .where("state", "=", "approved")
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}
