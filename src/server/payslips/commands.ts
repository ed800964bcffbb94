import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { entryLabels } from "../../i18n/fr/documents.ts";
import { opposite, payrollPostings } from "../../portage/account.ts";
import { NO_PROVISIONS } from "../../portage/waterfall.ts";
import { post } from "../account/commands.ts";
import { balanceOf } from "../account/queries.ts";
import type { Answer } from "../api/idempotency.ts";
import { idOf } from "../api/paging.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { type PayslipDocument, summaryOf } from "./document.ts";
import { newestPayslip } from "./queries.ts";

/**
 * Reverses a porté's newest payslip: entries that name it bring the account back, its money and expenses wait for a pay again, and its
 * report is approved, no longer locked. The payslip itself stays as it was. The porté's row is held, as it is for a pay.
 * @throws {PorteError} `company.not_found`, `company.reversed`, `company.later_payslip`.
 */
export async function reversePayslip(
  deps: Deps,
  trx: Db,
  caller: Caller,
  payslipId: string,
  { reason }: Schemas["PayslipReversalRequest"],
): Promise<Answer<Schemas["PayslipReversal"]>> {
  const id = idOf(payslipId, "payslip");
  const slip = await trx
    .selectFrom("payslips")
    .select(["person_id", "month", "document", "replaces"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (slip === undefined) throw new PorteError("company.not_found", { kind: "payslip", what: payslipId });
  const { person_id: personId, month, document } = slip;
  const owner = await trx
    .selectFrom("people")
    .select(["id", "name", "email"])
    .where("id", "=", personId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const before = await trx
    .selectFrom("payslip_reversals")
    .select("reason")
    .where("payslip_id", "=", id)
    .executeTakeFirst();
  if (before !== undefined) throw new PorteError("company.reversed", { kind: "payslip", what: month });
  const newest = await newestPayslip(trx, personId);
  if (newest !== undefined && newest.id !== id)
    throw new PorteError("company.later_payslip", { month, later: newest.month });
  const at = deps.now();
  const recorded = { recorded_at: at, recorded_by: caller.name };
  await trx
    .insertInto("payslip_reversals")
    .values({ payslip_id: id, person_id: personId, month, reason: reason.trim(), ...recorded })
    .execute();
  const booking = {
    personId,
    day: dayInParis(at),
    month,
    label: entryLabels.payslipReversed(month),
    cause: payslipCause(id, month),
    reverses: id,
  };
  await post(deps, trx, caller, booking, opposite(postingsOf(document)));
  await reopen(trx, personId, month);
  const reversal = { reason: reason.trim(), reversedAt: at.toISOString(), reversedBy: caller.name };
  const body: Schemas["PayslipReversal"] = {
    owner,
    payslip: summaryOf(document, slip.replaces),
    reversal,
    balanceCents: await balanceOf(trx, personId),
  };
  return { status: 201, body, etag: null };
}

/** Names a payslip as what an entry was booked for. */
export function payslipCause(id: string, month: string): Schemas["EntryCause"] {
  return { kind: "payslip", id, reference: month };
}

/** What a payslip posted to the account, from what it says of itself. */
function postingsOf({ charges = [], kept = NO_PROVISIONS, released = NO_PROVISIONS, ...slip }: PayslipDocument) {
  return payrollPostings(slip, { ...slip, charges, kept, released });
}

/** What was paid with a month waits to be paid again. */
async function reopen(trx: Db, personId: string, month: string): Promise<void> {
  await trx
    .updateTable("payments")
    .set({ payslip_month: null })
    .where("person_id", "=", personId)
    .where("payslip_month", "=", month)
    .execute();
  await trx
    .updateTable("expenses")
    .set((row) => ({ state: "approved", payslip_month: null, revision: row("revision", "+", 1) }))
    .where("person_id", "=", personId)
    .where("payslip_month", "=", month)
    .execute();
  await trx
    .updateTable("activity_reports")
    .set((row) => ({ state: "approved", revision: row("revision", "+", 1) }))
    .where("person_id", "=", personId)
    .where("month", "=", month)
    .where("state", "=", "locked")
    .execute();
}
