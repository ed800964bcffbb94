import type { Selectable } from "kysely";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import type { Query } from "../api/operation.ts";
import { idOf, monthsIn, pageByOldest, stateIn } from "../api/paging.ts";
import { ETAG, etagOf } from "../api/revision.ts";
import { objectOf, pageOf } from "../db/as-json.ts";
import { ask, type Prepared } from "../db/prepared.ts";
import type { Database } from "../db/schema.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import { withdrawalsOf } from "../trail/queries.ts";

/** A report of `one` row as it is shown: the row keeps it as it is written. */
const REPORT = "one.shown::json";

interface ReportsAsked {
  readonly cursor: string;
  readonly most: string;
  readonly since: string;
  /** What else is asked of each. */
  readonly asked?: string;
}

/** SQL of a porté's reports from the newest month, of one month on, and what one shows. */
export const REPORTS = {
  rows: (personId: string, { cursor, most, since, asked = "" }: ReportsAsked) =>
    `select *, xmin as written from activity_reports where person_id = ${personId} and month < ${cursor}
      and month >= ${since} and shown is not null ${asked} order by month desc limit ${most}`,
  text: "one.shown",
  key: "one.month",
};

/** A report as it is shown, with what its ETag is made from. */
interface ShownReport {
  readonly id: string;
  readonly revision: number;
  readonly report: Schemas["ActivityReport"];
}

/** SQL of a porté's report of a month as one JSON object. */
export function reportOf(personId: string, month: string): string {
  return `(select row_to_json(found) from (select one.id, one.revision, ${REPORT} as report from activity_reports one
    where one.person_id = ${personId} and one.month = ${month} and one.shown is not null) found)`;
}

const REPORT_OF: Prepared = { name: "report", text: `select ${reportOf("$1::uuid", "$2::text")} as found` };

/** Shows a report that was found. @throws {PorteError} `company.not_found`. */
export function shownReport(
  found: ShownReport | null | undefined,
  month: Month,
): { report: Schemas["ActivityReport"]; etag: string } {
  if (found == null) throw new PorteError("company.not_found", { kind: "report", what: month });
  return { report: found.report, etag: etagOf(found) };
}

/** Gives a month's report with its ETag. @throws {PorteError} `company.not_found`. */
export async function getReport(
  db: Db,
  personId: string,
  month: Month,
): Promise<{ report: Schemas["ActivityReport"]; etag: string }> {
  const [row] = await ask<{ found: ShownReport | null }>(db, REPORT_OF, [personId, month]);
  return shownReport(row?.found, month);
}

type RestRow = Pick<Selectable<Database["report_versions"]>, "daily_rest" | "weekly_rest" | "rest_half_days_given_up">;

function restOf({
  daily_rest,
  weekly_rest,
  rest_half_days_given_up: halves,
}: RestRow): Schemas["RestStatement"] | null {
  if (daily_rest === null || weekly_rest === null || halves === null) return null;
  return { dailyRest: daily_rest, weeklyRest: weekly_rest, restDaysGivenUp: halves / 2 };
}

/** Lists every version of a month's report, newest first. @throws {PorteError} `company.not_found`. */
export async function reportVersions(db: Db, personId: string, month: Month): Promise<Schemas["ReportVersions"]> {
  const rows = await db
    .selectFrom("report_versions as version")
    .innerJoin("activity_reports as report", "report.id", "version.report_id")
    .leftJoin("report_decisions as decision", (join) =>
      join.onRef("decision.report_id", "=", "version.report_id").onRef("decision.version", "=", "version.version"),
    )
    .select(["version.report_id", "version.daily_rest", "version.weekly_rest", "version.rest_half_days_given_up"])
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
  const [latest] = rows;
  if (latest === undefined) throw new PorteError("company.not_found", { kind: "report", what: month });
  const withdrawnAt = await withdrawalsOf(db, personId, latest.report_id);
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
      withdrawnAt: withdrawnAt.get(row.version)?.toISOString() ?? null,
    })),
  };
}

const OWNED = `json_build_object('id', one.person_id, 'name', one.name, 'email', one.email) as owner, ${REPORT} as report,
  ${ETAG} as etag`;

const OWNED_ROWS = `select report.*, people.name, people.email from activity_reports report
  join people on people.id = report.person_id and report.shown is not null`;

const ONE: Prepared = {
  name: "owned_report",
  text: `select ${objectOf(OWNED)} as owned from (${OWNED_ROWS} where report.id = $1::uuid) one`,
};

/** Gives one report with its porté and its version. @throws {PorteError} `company.not_found`. */
export async function ownedReport(db: Db, reportId: string): Promise<Schemas["OwnedReport"]> {
  const [row] = await ask<{ owned: Schemas["OwnedReport"] }>(db, ONE, [idOf(reportId, "report")]);
  if (row === undefined) throw new PorteError("company.not_found", { kind: "report", what: reportId });
  return row.owned;
}

/** The question of the list of reports that wait. */
const REPORTS_TO_DECIDE: Prepared = {
  name: "reports_to_decide",
  text: `select ${pageOf({
    rows: `${OWNED_ROWS}
      where report.state in ('submitted', 'awaiting-client') and report.id > $1::uuid
        and report.month between $3 and $4 and ($5::text is null or report.state = $5) order by report.id limit $2::int + 1`,
    shown: OWNED,
    key: "one.id",
    limit: "$2::int",
  })} as page`,
};

/** Lists the reports that wait for the company or for a client, oldest first, as JSON. */
export async function listReportsToDecide({ db }: Deps, query: Query<"listReportsToDecide">): Promise<string> {
  const [row] = await ask<{ page: string }>(db, REPORTS_TO_DECIDE, [
    ...pageByOldest(query),
    ...monthsIn(query),
    stateIn(query),
  ]);
  return row?.page ?? "";
}
