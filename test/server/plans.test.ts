import type { PGlite } from "@electric-sql/pglite";
import type { Kysely } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { REPORTS_TO_DECIDE } from "../../src/server/activity/queries.ts";
import { kyselyOn } from "../../src/server/db/open.ts";
import type { Database } from "../../src/server/db/schema.ts";
import type { Deps } from "../../src/server/deps.ts";
import { EXPENSES_TO_DECIDE } from "../../src/server/expenses/decisions.ts";
import { operations } from "../../src/server/operations.ts";
import type { PayrollRunner } from "../../src/server/payroll/runner.ts";
import { openPrepared } from "../parts/embedded.ts";

const PEOPLE = 1_000;
const EACH = 10;
const BY = "now(), 'test'";
const id = (kind: number, number: string) =>
  `('${String(kind).padStart(8, "0")}-0000-7000-8000-' || lpad((${number})::text, 12, '0'))::uuid`;
const of = (kind: number) => `${id(kind, `n * ${EACH} + k`)}, ${id(1, "n")}`;
const MONTH = "to_char(date '2026-11-01' - k * interval '1 month', 'YYYY-MM')";
const ROWS = `generate_series(1, ${PEOPLE}) n, generate_series(0, ${EACH - 1}) k`;

/** A company of a thousand portés: each table that grows with the months holds ten thousand rows. */
const FILL = [
  `insert into people (id, role, name, email, password_hash, recorded_at, recorded_by)
    select ${id(1, "n")}, 'porte', 'Porté ' || n, n || '@example.fr', '', ${BY} from generate_series(1, ${PEOPLE}) n`,
  `insert into employment_contracts (id, person_id, kind, category, level, start_day, alsace_moselle, recorded_at, recorded_by)
    select ${id(2, "n")}, ${id(1, "n")}, 'cdi', 'cadre', 'senior', '2026-01-01', false, ${BY} from generate_series(1, ${PEOPLE}) n`,
  `insert into missions (id, person_id, reference, client, title, start_day, daily_rate_cents, project_codes, recorded_at, recorded_by)
    select ${of(3)}, 'M' || k, 'Client', 'Titre', '2026-01-01', 50000, '[]', ${BY} from ${ROWS}`,
  `insert into leave (id, person_id, kind, start_day, end_day, recorded_at, recorded_by)
    select ${of(4)}, 'paid-leave', '2026-01-01', '2026-01-02', ${BY} from ${ROWS}`,
  `insert into activity_reports (id, person_id, month, state, version, revision)
    select ${of(5)}, ${MONTH}, case when n % 50 = 0 and k = 0 then 'awaiting-client' else 'approved' end, 1, 1 from ${ROWS}`,
  `insert into report_versions (report_id, version, days, rest_days_confirmed, turnover_cents, receipt, recorded_at, recorded_by)
    select id, 1, '[]', false, 0, '{}', ${BY} from activity_reports`,
  `insert into report_decisions (id, report_id, version, decision, recorded_at, recorded_by)
    select id, id, 1, 'approve', ${BY} from activity_reports`,
  `insert into client_links (id, report_id, version, mission, client, recipient, language, expires_at, next_try_at, mailed_at,
      recorded_at, recorded_by)
    select id, id, 1, 'M', 'Client', 'c@example.fr', 'fr', now(), now(), now(), ${BY} from activity_reports`,
  `insert into receipts (id, person_id, sha256, bytes, media_type, recorded_at, recorded_by)
    select ${of(6)}, lpad((n * ${EACH} + k)::text, 64, '0'), 10, 'application/pdf', ${BY} from ${ROWS}`,
  `insert into expenses (id, person_id, receipt_id, date, category, amount_cents, state, revision, recorded_at, recorded_by)
    select ${of(7)}, ${id(6, `n * ${EACH} + k`)}, '2026-10-01', 'telecom', 100,
      case when n % 50 = 0 and k = 0 then 'submitted' else 'reimbursed' end, 1, ${BY} from ${ROWS}`,
  `insert into account_entries (id, person_id, day, month, kind, fund, amount_cents, label, recorded_at, recorded_by)
    select ${of(8)}, '2026-10-01', ${MONTH}, 'management-fee', 'activity', -100, 'Frais', ${BY} from ${ROWS}`,
  `insert into payslips (id, person_id, month, document, recorded_at, recorded_by)
    select ${of(9)}, ${MONTH}, '{"grossCents": 1}', ${BY} from ${ROWS}`,
  `insert into payslip_reversals (payslip_id, person_id, month, reason, recorded_at, recorded_by)
    select id, person_id, month, 'test', ${BY} from payslips where month < '2026-07'`,
  `insert into access_tokens (token_hash, person_id, scopes, expires_at, recorded_at, recorded_by)
    select lpad((n * ${EACH} + k)::text, 64, '0'), ${id(1, "n")}, '[]', now(), ${BY} from ${ROWS}`,
  `insert into oidc_records (model, id_hash, payload, expires_at)
    select 'AccessToken', lpad((n * ${EACH} + k)::text, 64, '0'), '', now() + k * interval '1 hour' from ${ROWS}`,
  `insert into rate_limits (key, resets_at) select n || ' ' || k, now() + k * interval '1 hour' from ${ROWS}`,
  "analyze",
];

const deps = {} as Deps;
const READS = Object.entries(operations(deps, { contractVersion: "", runner: {} as PayrollRunner })).flatMap(
  ([name, route]): [string, string][] =>
    typeof route === "function" || route.alongside === undefined ? [] : [[name, route.alongside.prepared.text]],
);
const OTHERS: [string, string][] = [
  ["reports to decide", REPORTS_TO_DECIDE.text],
  ["expenses to decide", EXPENSES_TO_DECIDE.text],
  ["the payslips of a month", "select id from payslips where month = '2020-01' order by id limit 50"],
  ["the tokens of a person", "delete from access_tokens where person_id = $1"],
  ["the expenses of a receipt", "select id from expenses where receipt_id = $1"],
  ["records that have expired", "delete from oidc_records where expires_at < now() - interval '1 day'"],
  ["limits that are over", "delete from rate_limits where resets_at < now() - interval '1 day'"],
];

describe("at ten thousand rows,", () => {
  let lite: PGlite;
  let db: Kysely<Database>;

  beforeAll(async () => {
    lite = await openPrepared();
    db = kyselyOn(lite);
    await lite.exec(FILL.join(";\n"));
  });
  afterAll(() => db.destroy());

  test.each([...READS, ...OTHERS])("%s reads no table from its beginning to its end", async (_name, text) => {
    const [answer] = await lite.exec(`explain (generic_plan) ${text}`);
    const plan = (answer?.rows ?? []).map((row) => String(row["QUERY PLAN"]));

    expect(plan.length).toBeGreaterThan(1);
    expect(plan.filter((line) => line.includes("Seq Scan") && !line.includes("company_profile"))).toEqual([]);
  });

  test("what keeps an act is planned once a session, and not again for each act", async () => {
    const { rows } = await lite.query("select proconfig from pg_proc where proname = 'keep_act'");
    expect(rows).toEqual([{ proconfig: ["plan_cache_mode=force_generic_plan"] }]);
  });

  test("a list of payslips reads no document", () => {
    const [, text = ""] = READS.find(([name]) => name === "listPayslips") ?? [];
    expect(text).not.toContain("document");
  });
});
