import { sql } from "kysely";
import type { Day, Month } from "../../domain/calendar.ts";
import type { Cents } from "../../domain/money.ts";
import type { Query } from "../api/operation.ts";
import { monthsIn, newestPage } from "../api/paging.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";

/** A payment that was not taken back, with the fee that it owes now. */
export interface StandingPayment {
  readonly id: string;
  readonly mission_id: string;
  readonly month: Month;
  readonly amount_cents: Cents;
  readonly fee_cents: Cents;
  readonly payslip_month: Month | null;
}

/** The fee that was taken on a payment, and what reversals of others of its month have added to it. */
export const feeNow = sql<Cents>`(payments.fee_cents + coalesce((select sum(correction.amount_cents)
  from payment_fee_corrections as correction where correction.payment_id = payments.id), 0))::bigint`;

/** A porté's payments that were not taken back, as they were recorded. */
export function standingPayments(db: Db, personId: string) {
  return db
    .selectFrom("payments")
    .select(["payments.id", "payments.mission_id", "payments.month", "payments.amount_cents", "payments.payslip_month"])
    .select(feeNow.as("fee_cents"))
    .where("payments.person_id", "=", personId)
    .where(({ exists, not, selectFrom }) =>
      not(exists(selectFrom("payment_reversals").select("reason").whereRef("payment_id", "=", "payments.id"))),
    )
    .orderBy("payments.id");
}

interface Fate {
  readonly payslip_month: Month | null;
  readonly reason: string | null;
  readonly reversed_at: Date | null;
  readonly reversed_by: string | null;
}

/** Lists what clients have paid, newest first, with what became of it. */
export async function listPayments({ db }: Deps, query: Query<"listPayments">): Promise<Schemas["OwnedPaymentPage"]> {
  const [first, last] = monthsIn(query);
  const { state } = query;
  const select = db
    .selectFrom("payments")
    .innerJoin("people", "people.id", "payments.person_id")
    .innerJoin("missions", "missions.id", "payments.mission_id")
    .leftJoin("payment_reversals as reversal", "reversal.payment_id", "payments.id")
    .selectAll("payments")
    .select(feeNow.as("fee_now"))
    .select(["people.name", "people.email", "missions.reference", "missions.client"])
    .select(["reversal.reason", "reversal.recorded_at as reversed_at", "reversal.recorded_by as reversed_by"])
    .where("payments.month", ">=", first)
    .where("payments.month", "<=", last)
    .$if(state === "reversed", (all) => all.where("reversal.reason", "is not", null))
    .$if(state === "received" || state === "paid-out", (all) =>
      all
        .where("reversal.reason", "is", null)
        .where("payments.payslip_month", state === "received" ? "is" : "is not", null),
    );
  return newestPage(select, query, {
    id: "payments.id",
    show: (row) => ({
      id: row.id,
      owner: { id: row.person_id, name: row.name, email: row.email },
      ...receivedIn(row),
      recordedAt: row.recorded_at.toISOString(),
      recordedBy: row.recorded_by,
      forceReason: row.force_reason,
      ...fateOf(row),
    }),
  });
}

/** Lists what clients have paid for a porté's work, newest first. */
export function listOwnPayments(
  { db }: Deps,
  { personId }: Caller,
  query: Query<"listOwnPayments">,
): Promise<Schemas["ClientPaymentPage"]> {
  const [first, last] = monthsIn(query);
  const select = db
    .selectFrom("payments")
    .innerJoin("missions", "missions.id", "payments.mission_id")
    .leftJoin("payment_reversals as reversal", "reversal.payment_id", "payments.id")
    .leftJoin("invoices as invoice", (join) =>
      join
        .onRef("invoice.mission_id", "=", "payments.mission_id")
        .onRef("invoice.month", "=", "payments.month")
        .on("invoice.cancelled_at", "is", null),
    )
    .selectAll("payments")
    .select([feeNow.as("fee_now"), "missions.reference", "missions.client", "reversal.reason", "invoice.number"])
    .where("payments.person_id", "=", personId)
    .where("payments.month", ">=", first)
    .where("payments.month", "<=", last);
  return newestPage(select, query, {
    id: "payments.id",
    show: (row) => ({
      id: row.id,
      ...receivedIn(row),
      state: row.reason !== null ? "reversed" : standingState(row.payslip_month),
      payslipMonth: row.payslip_month,
      invoice: row.number,
    }),
  });
}

interface Received {
  readonly reference: string;
  readonly client: string;
  readonly month: Month;
  readonly amount_cents: Cents;
  readonly fee_now: Cents;
  readonly received_on: Day;
}

/** What a payment is, whoever reads it. */
function receivedIn(row: Received) {
  return {
    mission: row.reference,
    client: row.client,
    month: row.month,
    amountCents: row.amount_cents,
    feeCents: row.fee_now,
    receivedOn: row.received_on,
  };
}

/** How far a payment is that was not taken back. */
function standingState(payslipMonth: Month | null): "received" | "paid-out" {
  return payslipMonth === null ? "received" : "paid-out";
}

/** What became of a payment. */
function fateOf({
  payslip_month: payslipMonth,
  reason,
  reversed_at: at,
  reversed_by: by,
}: Fate): Pick<Schemas["OwnedPayment"], "state" | "payslipMonth" | "reversal"> {
  if (reason !== null && at !== null && by !== null)
    return { state: "reversed", payslipMonth, reversal: { reason, recordedAt: at.toISOString(), recordedBy: by } };
  return { state: standingState(payslipMonth), payslipMonth, reversal: null };
}
