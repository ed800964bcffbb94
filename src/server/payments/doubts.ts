import { type ReportDay, turnoverCents } from "../../domain/activity.ts";
import type { Month } from "../../domain/calendar.ts";
import type { Cents } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { paymentDoubts } from "../../domain/payment-doubts.ts";
import { PorteError } from "../../errors.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import { standingPayments } from "./queries.ts";

/** The mission that a payment is for. */
interface PaidMission {
  readonly id: string;
  readonly reference: string;
  readonly daily_rate_cents: Cents;
  readonly rates: Schemas["MissionRate"][];
}

/**
 * Holds a payment against what is recorded and declared of its mission and month, unless it is recorded on purpose.
 * @throws {PorteError} `company.payment_unconfirmed` naming each doubt; `company.invalid` for a reason that says nothing.
 */
export async function assertMeant(
  { now }: Deps,
  trx: Db,
  personId: string,
  mission: PaidMission,
  { month, amountCents, receivedOn, forceReason }: Schemas["PaymentSubmission"],
): Promise<void> {
  if (forceReason !== undefined) {
    if (forceReason.trim() === "")
      throw new PorteError("company.invalid", { errors: [{ pointer: "/body/forceReason", message: "says nothing" }] });
    return;
  }
  const standing = await standingPayments(trx, personId)
    .select("payments.received_on")
    .where("payments.month", "=", month)
    .where("payments.mission_id", "=", mission.id)
    .execute();
  const known = {
    standing: standing.map((one) => ({ amountCents: one.amount_cents, receivedOn: one.received_on })),
    reportCents: await reportWorth(trx, personId, month, mission),
    today: dayInParis(now()),
  };
  const doubts = paymentDoubts({ amountCents, receivedOn }, known);
  if (doubts.length > 0)
    throw new PorteError("company.payment_unconfirmed", { month, mission: mission.reference, amountCents, doubts });
}

/** What a mission's days of a month come to before VAT, by the report that stands; null without one. */
async function reportWorth(
  trx: Db,
  personId: string,
  month: Month,
  { reference, daily_rate_cents: dailyRateCents, rates }: PaidMission,
): Promise<Cents | null> {
  const report = await trx
    .selectFrom("activity_reports as report")
    .innerJoin("report_versions as version", (join) =>
      join.onRef("version.report_id", "=", "report.id").onRef("version.version", "=", "report.version"),
    )
    .select("version.days")
    .where("report.person_id", "=", personId)
    .where("report.month", "=", month)
    .where("report.state", "not in", ["withdrawn", "refused"])
    .executeTakeFirst();
  return report === undefined
    ? null
    : turnoverCents(report.days as ReportDay[], [{ reference, dailyRateCents, rates }]);
}
