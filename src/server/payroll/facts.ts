import { sql } from "kysely";
import { lastDay, type Month } from "../../domain/calendar.ts";
import type { Cents } from "../../domain/money.ts";
import { type ContractRow, showContract } from "../contracts/queries.ts";
import type { Db, Schemas } from "../deps.ts";
import { feeNow } from "../payments/queries.ts";
import type { BriefPayslip } from "../payslips/document.ts";
import { BRIEF } from "../payslips/queries.ts";

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
  /** Which version of the contract that is. */
  readonly contractVersion: number;
}

interface Found {
  readonly report: { readonly id: string; readonly state: string } | null;
  readonly days: Schemas["ReportDay"][] | null;
  readonly payments: readonly DuePayment[];
  readonly expenses: readonly DueExpense[];
  readonly contract: ContractRow | null;
}

/**
 * Reads what a porté's pay of a month is worked out from, or says why there is none. The rows that the pay will change are held
 * until the end of the transaction, so that a correction or a decision comes wholly before or wholly after.
 * @throws {PorteError} `company.not_found` without a contract.
 */
export async function payFacts(trx: Db, personId: string, month: Month): Promise<PayFacts | Schemas["LeftOutReason"]> {
  const earlier = await standingPayslips(trx, personId, month);
  if (earlier.at(-1)?.month === month) return "already-paid";
  let found = await readFacts(trx, personId, month);
  /** A version that was sent and approved while its report was waited for is seen by the next question only. */
  if (found.report?.state === "approved" && found.days === null) found = await readFacts(trx, personId, month);
  const { report, days, payments, expenses, contract } = found;
  if (report === null) return "no-report";
  if (report.state !== "approved" || days === null) return "report-not-approved";
  const terms = showContract(contract);
  return {
    earlier,
    reportId: report.id,
    days,
    payments,
    expenses,
    contract: terms,
    contractVersion: contract?.version ?? 1,
  };
}

/** A porté's payslips that stand, up to a month and from the first. */
export async function standingPayslips(trx: Db, personId: string, month: Month): Promise<BriefPayslip[]> {
  const rows = await trx
    .selectFrom("standing_payslips")
    .select(BRIEF.as("document"))
    .where("person_id", "=", personId)
    .where("month", "<=", month)
    .orderBy("month")
    .execute();
  return rows.map(({ document }) => document);
}

/** All in one question: each that is asked apart is a journey to the database, ten thousand times. */
async function readFacts(trx: Db, personId: string, month: Month): Promise<Found> {
  const { rows } = await sql<Found>`
    with report as (
      select id, state, version from activity_reports where person_id = ${personId} and month = ${month} for no key update
    ), due as (
      select payments.id, payments.amount_cents as "amountCents", ${feeNow} as "feeCents" from payments
      where person_id = ${personId} and month <= ${month} and payslip_month is null
        and not exists (select 1 from payment_reversals where payment_id = payments.id)
      order by payments.id for no key update
    ), spent as (
      select id, amount_cents as "amountCents", taxable_cents as "taxableCents" from expenses
      where person_id = ${personId} and state = 'approved' order by id for no key update
    )
    select (select to_jsonb(report) from report) as report,
      (select version.days from report_versions as version join report
        on version.report_id = report.id and version.version = report.version) as days,
      (select coalesce(jsonb_agg(due), '[]') from due) as payments,
      (select coalesce(jsonb_agg(spent), '[]') from spent) as expenses,
      (select to_jsonb(contract) from (select * from employment_contracts where person_id = ${personId}
        and from_day <= ${lastDay(month)}::date order by from_day desc, version desc limit 1) as contract) as contract`.execute(
    trx,
  );
  return rows[0] as Found;
}
