import { v7 as uuid } from "uuid";
import { assertSendable, isFinal, isUnderWay, type ReportDay, turnoverCents } from "../../domain/activity.ts";
import { lastDay, type Month, touchesMonth } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { type DecisionAsked, stateDecided } from "../api/decision.ts";
import type { Answer } from "../api/idempotency.ts";
import { idOf } from "../api/paging.ts";
import { etagOf } from "../api/revision.ts";
import { makeLinks } from "../approval/commands.ts";
import { contactsOf } from "../approval/queries.ts";
import { contractOf } from "../contracts/queries.ts";
import { signReceipt } from "../crypto/keys.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { billApproved } from "../invoices/commands.ts";
import { type PricedMission, pricedMissions } from "../missions/queries.ts";
import { ownerOf } from "../people/queries.ts";
import { moveReport, recordDecision } from "./moves.ts";
import { getReport } from "./queries.ts";

export interface Expected {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

/**
 * Files a month's report as a new version, and signs the receipt of it.
 * @throws {PorteError} `activity.*` for a report at fault, `activity.locked` once it is paid, `company.precondition`
 * where the report has changed since the porté last saw it.
 */
export async function submitReport(
  deps: Deps,
  trx: Db,
  caller: Caller,
  month: Month,
  submission: Schemas["ActivityReportSubmission"],
  expected: Expected,
): Promise<Answer<Schemas["ActivityReport"]>> {
  const { personId } = caller;
  const now = deps.now();
  const days = submission.days.filter(({ entries }) => entries.length > 0);
  const missions = await checkedMissions(trx, personId, month, days, submission.restDaysConfirmed);
  const current = await reportHeld(trx, personId, month);
  assertExpected(current, expected, month);
  if (current !== undefined && isFinal(current.state))
    throw new PorteError("activity.locked", { month, state: current.state });
  const id = current?.id ?? uuid();
  const version = (current?.version ?? 0) + 1;
  const contacts = await contactsOf(deps, trx, personId, days);
  const state: Schemas["ActivityReport"]["state"] = contacts.length === 0 ? "submitted" : "awaiting-client";
  const next = { state, version, revision: (current?.revision ?? 0) + 1 };
  if (current === undefined) await insertFirst(trx, { id, person_id: personId, month, ...next });
  else await trx.updateTable("activity_reports").set(next).where("id", "=", id).execute();
  const { restStatement = null } = submission;
  const receipt = await signReceipt(trx, now, { personId, month, version, days, restStatement });
  await trx
    .insertInto("report_versions")
    .values({
      report_id: id,
      version,
      days: JSON.stringify(days),
      rest_days_confirmed: submission.restDaysConfirmed,
      ...restColumns(restStatement),
      turnover_cents: turnoverCents(days, missions),
      receipt: JSON.stringify(receipt),
      recorded_at: now,
      recorded_by: caller.name,
    })
    .execute();
  if (contacts.length > 0) await makeLinks(deps, trx, caller, { id, version }, contacts);
  const { report, etag } = await getReport(trx, personId, month);
  return { status: 200, body: report, etag };
}

/** A statement as it is stored: in half days, so that no fraction is compared. */
function restColumns(statement: Schemas["RestStatement"] | null) {
  return {
    daily_rest: statement?.dailyRest ?? null,
    weekly_rest: statement?.weeklyRest ?? null,
    rest_half_days_given_up: statement === null ? null : statement.restDaysGivenUp * 2,
  };
}

async function checkedMissions(
  db: Db,
  personId: string,
  month: Month,
  days: readonly ReportDay[],
  restDaysConfirmed: boolean,
): Promise<PricedMission[]> {
  const contract = await contractOf(db, personId, lastDay(month));
  if (!touchesMonth(contract, month)) {
    throw new PorteError("activity.outside_contract", { month, first: contract.start, last: contract.end });
  }
  const missions = await pricedMissions(db, personId);
  const { alsaceMoselle, workingTime } = contract;
  assertSendable(month, days, { missions, alsaceMoselle, workingTime, restDaysConfirmed });
  return missions;
}

/** Two first versions at once: the second one lost the race. */
async function insertFirst(
  trx: Db,
  row: {
    id: string;
    person_id: string;
    month: Month;
    state: Schemas["ActivityReport"]["state"];
    version: number;
    revision: number;
  },
): Promise<void> {
  const inserted = await trx
    .insertInto("activity_reports")
    .values(row)
    .onConflict((conflict) => conflict.columns(["person_id", "month"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted === undefined) throw new PorteError("company.precondition", { kind: "report", what: row.month });
}

/** The month's report, its row held until the end of the transaction. */
function reportHeld(trx: Db, personId: string, month: Month) {
  return trx
    .selectFrom("activity_reports")
    .selectAll()
    .where("person_id", "=", personId)
    .where("month", "=", month)
    .forUpdate()
    .executeTakeFirst();
}

function assertExpected(
  current: { id: string; revision: number } | undefined,
  { ifMatch, ifNoneMatch }: Expected,
  what: string,
): void {
  const lost =
    (ifNoneMatch === "*" && current !== undefined) ||
    (ifMatch !== undefined && (current === undefined || etagOf(current) !== ifMatch));
  const blind = current !== undefined && ifMatch === undefined && ifNoneMatch === undefined;
  if (lost || blind) throw new PorteError("company.precondition", { kind: "report", what });
}

/**
 * Takes back a report that nobody has decided on; its versions stay.
 * @throws {PorteError} `company.not_found`, `company.precondition` for another version than the one that was seen,
 * `company.already` once it was decided on or withdrawn.
 */
export async function withdrawReport(
  trx: Db,
  { personId }: Caller,
  month: Month,
  { ifMatch }: Expected,
): Promise<Answer<Schemas["ActivityReport"]>> {
  const report = await reportHeld(trx, personId, month);
  if (report === undefined) throw new PorteError("company.not_found", { kind: "report", what: month });
  if (ifMatch !== undefined && etagOf(report) !== ifMatch)
    throw new PorteError("company.precondition", { kind: "report", what: month });
  if (!isUnderWay(report.state))
    throw new PorteError("company.already", { kind: "report", what: month, state: report.state });
  await moveReport(trx, report, "withdrawn");
  const shown = await getReport(trx, personId, month);
  return { status: 200, body: shown.report, etag: shown.etag };
}

/** Approves or refuses a submitted report. @throws {PorteError} `company.not_found`, and what `stateDecided` throws. */
export async function decideReport(
  deps: Deps,
  trx: Db,
  caller: Caller,
  reportId: string,
  asked: Omit<DecisionAsked, "kind" | "what">,
): Promise<Answer<Schemas["OwnedReport"]>> {
  const report = await trx
    .selectFrom("activity_reports")
    .selectAll()
    .where("id", "=", idOf(reportId, "report"))
    .forUpdate()
    .executeTakeFirst();
  if (report === undefined) throw new PorteError("company.not_found", { kind: "report", what: reportId });
  const { decision, reason = null } = asked.decision;
  const state = stateDecided(report, { ...asked, kind: "report", what: report.month });
  await moveReport(trx, report, state);
  await recordDecision(trx, report, { decision, reason, recorded_at: deps.now(), recorded_by: caller.name });
  if (state === "approved") await billApproved(deps, trx, caller.name, report.person_id, report.month);
  const shown = await getReport(trx, report.person_id, report.month);
  const owner = await ownerOf(trx, report.person_id);
  return { status: 200, body: { owner, report: shown.report, etag: shown.etag }, etag: shown.etag };
}
