import type { Selectable } from "kysely";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import type { Database } from "../db/schema.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import { clientAnswersOf } from "./client-approval.ts";
import { etagOf } from "./decision.ts";
import { idCursor, idOf, limitOf, type PageQuery, pageOf } from "./paging.ts";

type ReportRow = Selectable<Database["activity_reports"]> &
  Selectable<Database["report_versions"]> & {
    decision_at: Date | null;
    decision_by: string | null;
    decision_reason: string | null;
  };

/** Every report with its current version and the decision on that version. */
function reports(db: Db) {
  return db
    .selectFrom("activity_reports as report")
    .innerJoin("report_versions as version", (join) =>
      join.onRef("version.report_id", "=", "report.id").onRef("version.version", "=", "report.version"),
    )
    .leftJoin("report_decisions as decision", (join) =>
      join.onRef("decision.report_id", "=", "report.id").onRef("decision.version", "=", "report.version"),
    )
    .selectAll("report")
    .select([
      "version.report_id",
      "version.days",
      "version.rest_days_confirmed",
      "version.daily_rest",
      "version.weekly_rest",
      "version.rest_half_days_given_up",
      "version.turnover_cents",
      "version.receipt",
      "version.recorded_at",
      "version.recorded_by",
    ])
    .select([
      "decision.recorded_at as decision_at",
      "decision.recorded_by as decision_by",
      "decision.reason as decision_reason",
    ]);
}

/** Shows reports, each with what its clients have answered. */
async function showAll(db: Db, rows: readonly ReportRow[]): Promise<Schemas["ActivityReport"][]> {
  const answers = await clientAnswersOf(db, rows);
  return rows.map((row) => show(row, answers.get(row.id) ?? []));
}

function show(row: ReportRow, clientAnswers: Schemas["ClientAnswer"][]): Schemas["ActivityReport"] {
  return {
    id: row.id,
    month: row.month,
    state: row.state,
    version: row.version,
    days: row.days,
    restDaysConfirmed: row.rest_days_confirmed,
    restStatement: restOf(row),
    turnoverCents: row.turnover_cents,
    decidedBy: row.decision_by,
    decidedAt: row.decision_at?.toISOString() ?? null,
    reason: row.decision_reason,
    receipt: row.receipt,
    clientAnswers,
  };
}

type RestRow = Pick<ReportRow, "daily_rest" | "weekly_rest" | "rest_half_days_given_up">;

function restOf({
  daily_rest,
  weekly_rest,
  rest_half_days_given_up: halves,
}: RestRow): Schemas["RestStatement"] | null {
  if (daily_rest === null || weekly_rest === null || halves === null) return null;
  return { dailyRest: daily_rest, weeklyRest: weekly_rest, restDaysGivenUp: halves / 2 };
}

/** Gives a month's report with its ETag. @throws {PorteError} `company.not_found`. */
export async function getReport(
  db: Db,
  personId: string,
  month: Month,
): Promise<{ report: Schemas["ActivityReport"]; etag: string }> {
  const row = await reports(db)
    .where("report.person_id", "=", personId)
    .where("report.month", "=", month)
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { what: month });
  const [report] = (await showAll(db, [row])) as [Schemas["ActivityReport"]];
  return { report, etag: etagOf(row) };
}

/** Lists a porté's reports, newest month first. */
export async function listReports(
  { db }: Deps,
  personId: string,
  { since, ...query }: PageQuery & { readonly since?: Month },
): Promise<Schemas["ActivityReportPage"]> {
  const rows = await reports(db)
    .where("report.person_id", "=", personId)
    .$if(query.cursor !== undefined, (select) => select.where("report.month", "<", query.cursor as string))
    .$if(since !== undefined, (select) => select.where("report.month", ">=", since as Month))
    .orderBy("report.month", "desc")
    .limit(limitOf(query) + 1)
    .execute();
  const { items, nextCursor } = pageOf(
    rows,
    query,
    ({ month }) => month,
    (row) => row,
  );
  return { items: await showAll(db, items), nextCursor };
}

/** Lists every version of a month's report, newest first. @throws {PorteError} `company.not_found`. */
export async function reportVersions(db: Db, personId: string, month: Month): Promise<Schemas["ReportVersions"]> {
  const rows = await db
    .selectFrom("report_versions as version")
    .innerJoin("activity_reports as report", "report.id", "version.report_id")
    .leftJoin("report_decisions as decision", (join) =>
      join.onRef("decision.report_id", "=", "version.report_id").onRef("decision.version", "=", "version.version"),
    )
    .select(["version.daily_rest", "version.weekly_rest", "version.rest_half_days_given_up"])
    .select(["version.version", "version.days", "version.turnover_cents", "version.recorded_at", "version.recorded_by"])
    .select([
      "decision.decision",
      "decision.reason",
      "decision.recorded_at as decided_at",
      "decision.recorded_by as decided_by",
    ])
    .where("report.person_id", "=", personId)
    .where("report.month", "=", month)
    .orderBy("version.version", "desc")
    .execute();
  if (rows.length === 0) throw new PorteError("company.not_found", { what: month });
  return {
    items: rows.map((row) => ({
      version: row.version,
      submittedAt: row.recorded_at.toISOString(),
      submittedBy: row.recorded_by,
      days: row.days,
      restStatement: restOf(row),
      turnoverCents: row.turnover_cents,
      decision: row.decision,
      reason: row.reason,
      decidedAt: row.decided_at?.toISOString() ?? null,
      decidedBy: row.decided_by,
    })),
  };
}

/** Every report with the porté that it belongs to. */
function ownedReports(db: Db) {
  return reports(db).innerJoin("people", "people.id", "report.person_id").select(["people.name", "people.email"]);
}

async function showOwned(
  db: Db,
  rows: readonly (ReportRow & { name: string; email: string })[],
): Promise<Schemas["OwnedReport"][]> {
  const shown = await showAll(db, rows);
  return rows.map((row, index) => ({
    owner: { id: row.person_id, name: row.name, email: row.email },
    report: shown[index] as Schemas["ActivityReport"],
    etag: etagOf(row),
  }));
}

/** Gives one report with its porté and its version. @throws {PorteError} `company.not_found`. */
export async function ownedReport(db: Db, reportId: string): Promise<Schemas["OwnedReport"]> {
  const rows = await ownedReports(db).where("report.id", "=", idOf(reportId, reportId)).execute();
  const [owned] = await showOwned(db, rows);
  if (owned === undefined) throw new PorteError("company.not_found", { what: reportId });
  return owned;
}

/** Lists the reports that wait for the company or for a client, oldest first. */
export async function listReportsToDecide({ db }: Deps, query: PageQuery): Promise<Schemas["OwnedReportPage"]> {
  const cursor = idCursor(query);
  const rows = await ownedReports(db)
    .where("report.state", "in", ["submitted", "awaiting-client"])
    .$if(cursor !== undefined, (select) => select.where("report.id", ">", cursor as string))
    .orderBy("report.id")
    .limit(limitOf(query) + 1)
    .execute();
  const { items, nextCursor } = pageOf(
    rows,
    query,
    ({ id }) => id,
    (row) => row,
  );
  return { items: await showOwned(db, items), nextCursor };
}
