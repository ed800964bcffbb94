import type { Day } from "../../domain/calendar.ts";
import { type Cents, sum } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { entryLabels } from "../../i18n/fr/documents.ts";
import { opposite, paymentPostings } from "../../portage/account.ts";
import { post } from "../account/commands.ts";
import { balanceOf } from "../account/queries.ts";
import type { Answer } from "../api/idempotency.ts";
import { idOf } from "../api/paging.ts";
import { companyProfile } from "../company/queries.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { holdMoneyOf, paymentCause } from "./commands.ts";
import { rateOn, withinLimit } from "./fees.ts";
import { type StandingPayment, standingPayments } from "./queries.ts";

/**
 * Takes a payment back: entries that are its opposite, and under a monthly limit of the fee what the month's other payments then
 * owe of it. Nothing is edited.
 * @throws {PorteError} `company.not_found`, `company.reversed`, `company.paid_out` while a payslip that was paid with it stands,
 * `company.invalid` for a reason that says nothing.
 */
export async function reversePayment(
  deps: Deps,
  trx: Db,
  caller: Caller,
  paymentId: string,
  { reason }: Schemas["Reversal"],
): Promise<Answer<Schemas["PaymentReversal"]>> {
  if (reason.trim() === "")
    throw new PorteError("company.invalid", { errors: [{ pointer: "/body/reason", message: "says nothing" }] });
  const found = await recordedPayment(trx, paymentId);
  await holdMoneyOf(trx, found.person_id);
  const standing = await standingPayments(trx, found.person_id).where("payments.month", "=", found.month).execute();
  const payment = standing.find(({ id }) => id === found.id);
  if (payment === undefined) throw new PorteError("company.reversed", { kind: "payment", what: paymentId });
  if (payment.payslip_month !== null)
    throw new PorteError("company.paid_out", { what: paymentId, month: payment.payslip_month });
  const recorded = { recorded_at: deps.now(), recorded_by: caller.name };
  await trx
    .insertInto("payment_reversals")
    .values({ payment_id: payment.id, reason, ...recorded })
    .execute();
  const { personId, month } = { personId: found.person_id, month: found.month };
  const day = dayInParis(deps.now());
  const cause = paymentCause(payment.id, found.reference);
  const label = entryLabels.paymentReversed(found.client, inFrench(found.received_on));
  await post(
    deps,
    trx,
    caller,
    { personId, day, month, label, cause, reverses: payment.id },
    opposite(paymentPostings(payment.amount_cents, payment.fee_cents)),
  );
  const owedCents = await correctOthers(deps, trx, payment, standing);
  await post(
    deps,
    trx,
    caller,
    { personId, day, month, label: entryLabels.otherFees, cause },
    paymentPostings(0, owedCents),
  );
  const body: Schemas["PaymentReversal"] = {
    paymentId: payment.id,
    amountCents: payment.amount_cents,
    feeCents: payment.fee_cents - owedCents,
    reason,
    recordedAt: recorded.recorded_at.toISOString(),
    recordedBy: recorded.recorded_by,
    balanceCents: await balanceOf(trx, personId),
  };
  return { status: 201, body, etag: null };
}

/** A payment as it was recorded. @throws {PorteError} `company.not_found`. */
async function recordedPayment(trx: Db, paymentId: string) {
  const found = await trx
    .selectFrom("payments")
    .innerJoin("missions", "missions.id", "payments.mission_id")
    .select([
      "payments.id",
      "payments.person_id",
      "payments.month",
      "payments.received_on",
      "missions.client",
      "missions.reference",
    ])
    .where("payments.id", "=", idOf(paymentId, "payment"))
    .executeTakeFirst();
  if (found === undefined) throw new PorteError("company.not_found", { kind: "payment", what: paymentId });
  return found;
}

/** How far the fee on a payment goes for rounding, as others come before it or no longer do. */
const ROUNDING_CENTS = 1;

/**
 * Records what the month's other payments owe of the fee once one is taken back, and gives the sum of it. Each keeps the fee that was
 * taken on it, though another is announced today. Only a monthly limit asks for a correction: where the month had reached it, those on
 * which less was taken bear what the limit now leaves, up to the rate of today; and together they never stay above it. Without a limit
 * nothing changes, and what a payslip was paid with keeps the fee that it was paid with.
 */
async function correctOthers(
  { now }: Deps,
  trx: Db,
  reversed: StandingPayment,
  standing: readonly StandingPayment[],
): Promise<Cents> {
  const { fee } = await companyProfile({ db: trx, now });
  if (fee.monthlyCapCents === null) return 0;
  const others = standing.filter(({ id }) => id !== reversed.id);
  const paidOut = others.filter((one) => one.payslip_month !== null);
  let beforeCents = sum(paidOut.map((one) => one.amount_cents));
  let takenCents = sum(paidOut.map((one) => one.fee_cents));
  const wasLimited = sum(standing.map((one) => one.fee_cents)) >= fee.monthlyCapCents;
  const corrections = others.flatMap((one) => {
    if (one.payslip_month !== null) return [];
    const todayCents = rateOn(one.amount_cents, beforeCents, fee);
    const moreCents = todayCents - one.fee_cents;
    const isToday = Math.abs(moreCents) <= ROUNDING_CENTS || (wasLimited && moreCents > 0);
    const feeCents = withinLimit(isToday ? todayCents : one.fee_cents, takenCents, fee);
    beforeCents += one.amount_cents;
    takenCents += feeCents;
    const amountCents = feeCents - one.fee_cents;
    return amountCents === 0 ? [] : [{ reversed_id: reversed.id, payment_id: one.id, amount_cents: amountCents }];
  });
  if (corrections.length > 0) await trx.insertInto("payment_fee_corrections").values(corrections).execute();
  return sum(corrections.map((one) => one.amount_cents));
}

function inFrench(day: Day): string {
  return day.split("-").reverse().join("/");
}
