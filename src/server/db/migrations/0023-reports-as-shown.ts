import { type Kysely, sql } from "kysely";

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const STATEMENTS = [
  /* A text of a few kilobytes stays in its row as it is: it is read far more often than written, and unpacking it takes longer than reading it. */
  "alter table activity_reports add column shown text, alter column shown set storage external, set (toast_tuple_target = 8160)",
  `create function keep_report_shown() returns trigger language plpgsql as $$ begin
    new.shown := (select row_to_json(shown)::text from (select new.id, new.month, new.state, new.version, version.days,
        version.rest_days_confirmed as "restDaysConfirmed",
        case when version.daily_rest is null then null else json_build_object('dailyRest', version.daily_rest,
          'weeklyRest', version.weekly_rest, 'restDaysGivenUp', version.rest_half_days_given_up::float8 / 2) end as "restStatement",
        version.turnover_cents as "turnoverCents", decision.recorded_by as "decidedBy",
        to_char(decision.recorded_at at time zone 'UTC', ${INSTANT}) as "decidedAt", decision.reason, version.receipt,
        (select coalesce(json_agg(answer), '[]') from (select link.mission, link.client, link.decision, link.reason,
            to_char(link.decided_at at time zone 'UTC', ${INSTANT}) as "decidedAt" from client_links link
          where link.report_id = new.id and link.version = new.version order by link.mission) answer) as "clientAnswers"
      from report_versions version
      left join report_decisions decision on decision.report_id = version.report_id and decision.version = version.version
      where version.report_id = new.id and version.version = new.version) shown);
    return new; end $$`,
  "alter function keep_report_shown() set plan_cache_mode = 'force_generic_plan'",
  /* What a column says a second time is no act. */
  "drop trigger activity_reports_trail on activity_reports",
  `create trigger activity_reports_trail after insert or update or delete on activity_reports
    for each row execute function keep_act('shown')`,
  `create trigger activity_reports_shown before insert or update on activity_reports
    for each row execute function keep_report_shown()`,
  /* Whatever else is shown of a report has the report's row written again. */
  `create function show_report_again() returns trigger language plpgsql as $$ begin
    update activity_reports set shown = null where id = new.report_id and version = new.version;
    return null; end $$`,
  "alter function show_report_again() set plan_cache_mode = 'force_generic_plan'",
  `create trigger report_versions_shown after insert on report_versions for each row execute function show_report_again()`,
  `create trigger report_decisions_shown after insert or update on report_decisions
    for each row execute function show_report_again()`,
  `create trigger client_links_shown after insert or update of mission, client, decision, reason, decided_at on client_links
    for each row execute function show_report_again()`,
  "update activity_reports set shown = null",
];

/** What a list shows of a report is kept as it is shown: finding its version, its decision and its clients' answers took most of the time of a list. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
