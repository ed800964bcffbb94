import { v7 as uuid } from "uuid";
import { isDay, type Month } from "../../domain/calendar.ts";
import { sum } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { paymentPostings } from "../../portage/account.ts";
import { managementFee } from "../../portage/waterfall.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { balanceOf, post } from "./account.ts";
import type { Answer } from "./idempotency.ts";
import { companyProfile, ownerByEmail } from "./people.ts";

/** What clients have paid a porté for a month, and the fee that was taken on it. */
async function paidFor(db: Db, personId: string, month: Month): Promise<{ amountCents: number; feeCents: number }> {
  const rows = await db
    .selectFrom("payments")
    .select(["amount_cents", "fee_cents"])
    .where("person_id", "=", personId)
    .where("month", "=", month)
    .execute();
  return { amountCents: sum(rows.map((row) => row.amount_cents)), feeCents: sum(rows.map((row) => row.fee_cents)) };
}

/**
 * Records a client's payment for a month. The fee is the announced one on the month's payments together, so that a
 * monthly cap holds over several of them.
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
  await trx.selectFrom("people").select("id").where("id", "=", owner.id).forUpdate().execute();
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
  const before = await paidFor(trx, owner.id, month);
  const wholeFeeCents = managementFee(
    { turnoverCents: before.amountCents + amountCents, expensesCents: 0 },
    { feePpm: fee.ratePpm, feeCapCents: fee.monthlyCapCents, feeBase: "turnover" },
  );
  const feeCents = wholeFeeCents - before.feeCents;
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
