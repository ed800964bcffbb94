import { v7 as uuid } from "uuid";
import { isDay } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { paymentPostings } from "../../portage/account.ts";
import { post } from "../account/commands.ts";
import { balanceOf } from "../account/queries.ts";
import type { Answer } from "../api/idempotency.ts";
import { companyProfile } from "../company/queries.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { standingNumber } from "../invoices/queries.ts";
import { ownerByEmail } from "../people/queries.ts";
import { assertMeant } from "./doubts.ts";
import { rateOn, sumsOf, withinLimit } from "./fees.ts";
import { standingPayments } from "./queries.ts";

/** Names a payment as what an entry was booked for. */
export function paymentCause(id: string, reference: string, invoice: string | null = null): Schemas["EntryCause"] {
  return { kind: "payment", id, reference, ...(invoice === null ? {} : { invoice }) };
}

/** Holds a porté's money until the end of the transaction: one payment, reversal or payslip of a person at a time. */
export async function holdMoneyOf(trx: Db, personId: string): Promise<void> {
  await trx.selectFrom("people").select("id").where("id", "=", personId).forNoKeyUpdate().execute();
}

/**
 * Records a client's payment for a month. It bears the fee that is announced when it is recorded, and a monthly limit holds over the
 * month's payments together. What was taken on those before it stays as it is, whatever the fee was then.
 * @throws {PorteError} `company.not_found` for the porté, `activity.unknown_mission`, `input.day`, and what `assertMeant` throws.
 */
export async function recordPayment(
  deps: Deps,
  trx: Db,
  caller: Caller,
  submission: Schemas["PaymentSubmission"],
): Promise<Answer<Schemas["Payment"]>> {
  const { mission: reference, month, amountCents, receivedOn } = submission;
  if (!isDay(receivedOn)) throw new PorteError("input.day", { value: receivedOn });
  const owner = await ownerByEmail(trx, submission.porteEmail);
  await holdMoneyOf(trx, owner.id);
  const missions = await trx
    .selectFrom("missions")
    .select(["id", "reference", "client", "daily_rate_cents", "rates"])
    .where("person_id", "=", owner.id)
    .execute();
  const mission = missions.find((one) => one.reference === reference);
  if (mission === undefined)
    throw new PorteError("activity.unknown_mission", {
      mission: reference,
      missions: missions.map((one) => one.reference),
    });
  await assertMeant(deps, trx, owner.id, mission, submission);
  const { fee } = await companyProfile({ db: trx, now: deps.now });
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
      force_reason: submission.forceReason?.trim() ?? null,
      recorded_at: deps.now(),
      recorded_by: caller.name,
    })
    .execute();
  await post(
    deps,
    trx,
    caller,
    {
      personId: owner.id,
      day: receivedOn,
      month,
      label: mission.client,
      cause: paymentCause(id, reference, await standingNumber(trx, mission.id, month)),
    },
    paymentPostings(amountCents, feeCents),
  );
  return { status: 201, body: { id, amountCents, feeCents, balanceCents: await balanceOf(trx, owner.id) }, etag: null };
}
