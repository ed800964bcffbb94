import { sql } from "kysely";
import { v7 as uuid } from "uuid";
import { isDay, type Month } from "../../domain/calendar.ts";
import { type Cents, sum } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { paymentPostings } from "../../portage/account.ts";
import { managementFee } from "../../portage/waterfall.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { balanceOf, post } from "./account.ts";
import type { Answer } from "./idempotency.ts";
import { companyProfile, ownerByEmail } from "./people.ts";

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

/** What payments come to. */
function sumsOf(rows: readonly StandingPayment[]): { amountCents: number; feeCents: number } {
  return { amountCents: sum(rows.map((row) => row.amount_cents)), feeCents: sum(rows.map((row) => row.fee_cents)) };
}

/**
 * The announced rate on a payment of a month, before any monthly limit: what it adds to the fee on those before it, so that
 * rounding is done once for all of them. Never below nothing, nor above the payment.
 */
export function rateOn(amountCents: Cents, beforeCents: Cents, { ratePpm }: Schemas["Company"]["fee"]): Cents {
  const terms = { feePpm: ratePpm, feeCapCents: null, feeBase: "turnover" } as const;
  const on = (turnoverCents: Cents) => managementFee({ turnoverCents, expensesCents: 0 }, terms);
  return on(beforeCents + amountCents) - on(beforeCents);
}

/** What a monthly limit leaves of a fee, once others of the month have taken theirs. */
export function withinLimit(feeCents: Cents, takenCents: Cents, { monthlyCapCents }: Schemas["Company"]["fee"]): Cents {
  return monthlyCapCents === null ? feeCents : Math.min(feeCents, Math.max(0, monthlyCapCents - takenCents));
}

/** Holds a porté's money until the end of the transaction: one payment, reversal or payslip of a person at a time. */
export async function holdMoneyOf(trx: Db, personId: string): Promise<void> {
  await trx.selectFrom("people").select("id").where("id", "=", personId).forNoKeyUpdate().execute();
}

/**
 * Records a client's payment for a month. It bears the fee that is announced when it is recorded, and a monthly limit holds over the
 * month's payments together. What was taken on those before it stays as it is, whatever the fee was then.
 * @throws {PorteError} `company.not_found` for the porté, `activity.unknown_mission`, `input.day`.
 */
export async function recordPayment(
  deps: Deps,
  trx: Db,
  caller: Caller,
  submission: Schemas["PaymentSubmission"],
): Promise<Answer> {
  const { mission: reference, month, amountCents, receivedOn } = submission;
  if (!isDay(receivedOn)) throw new PorteError("input.day", { value: receivedOn });
  const owner = await ownerByEmail(trx, submission.porteEmail);
  await holdMoneyOf(trx, owner.id);
  const missions = await trx
    .selectFrom("missions")
    .select(["id", "reference", "client"])
    .where("person_id", "=", owner.id)
    .execute();
  const mission = missions.find((one) => one.reference === reference);
  if (mission === undefined)
    throw new PorteError("activity.unknown_mission", {
      mission: reference,
      missions: missions.map((one) => one.reference),
    });
  const { fee } = await companyProfile({ db: trx });
  const before = sumsOf(await standingPayments(trx, owner.id).where("payments.month", "=", month).execute());
  const feeCents = withinLimit(rateOn(amountCents, before.amountCents, fee), before.feeCents, fee);
  const id = uuid();
  await trx
    .insertInto("payments")
    .values({
      id,
      person_id: owner.id,
      mission_id: mission.id,
      month,
      amount_cents: amountCents,
      fee_cents: feeCents,
      payslip_month: null,
      received_on: receivedOn,
      recorded_at: deps.now(),
      recorded_by: caller.name,
    })
    .execute();
  await post(
    deps,
    trx,
    caller,
    { personId: owner.id, day: receivedOn, month, label: mission.client },
    paymentPostings(amountCents, feeCents),
  );
  return { status: 201, body: { id, amountCents, feeCents, balanceCents: await balanceOf(trx, owner.id) }, etag: null };
}
