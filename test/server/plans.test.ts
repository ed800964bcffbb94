import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { tokenHash } from "../../src/server/tokens/hash.ts";
import { type OpenCompany, openCompany } from "../parts/company.ts";
import { DESCRIBED, type Described } from "../parts/described.ts";
import { sampleRequest } from "../parts/samples.ts";

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

/** Statements that no list or read sends. */
const OTHERS: [string, string][] = [
  ["the tokens of a person", "delete from access_tokens where person_id = $1"],
  ["the expenses of a receipt", "select id from expenses where receipt_id = $1"],
  ["records that have expired", "delete from oidc_records where expires_at < now() - interval '1 day'"],
  ["limits that are over", "delete from rate_limits where resets_at < now() - interval '1 day'"],
];

/** What one statement was, and with what it was asked: one that has a name is planned once for whatever it is asked with. */
interface Sent {
  readonly name: string | null;
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Plan Rows": number;
  readonly Plans?: readonly Plan[];
}

const PORTE = 50;
const one = (kind: number) =>
  `${String(kind).padStart(8, "0")}-0000-7000-8000-${String(PORTE * EACH).padStart(12, "0")}`;
/** What stands in the paths: things of the fiftieth porté, whose newest month waits. */
const PLACES: Readonly<Record<string, string>> = {
  month: "2026-11",
  reportId: one(5),
  expenseId: one(7),
  receiptId: one(6),
  payslipId: one(9),
  paymentId: one(10),
  personId: one(1).slice(0, -12) + String(PORTE).padStart(12, "0"),
  missionId: one(3),
  runId: one(11),
};
const TOKEN = "porte_of_the_fiftieth";
/** A page holds a hundred items at most, and one more is read to know whether another follows. */
const PAGE_ROWS = 101;
/** What has fewer rows than this is read whole sooner than by an index. */
const BIG_ROWS = 1_000;

/** The plan's parts that grow with a table: one that is read whole, and more rows than a page that are put in order. */
function growing(plan: Plan, big: ReadonlySet<string>): string[] {
  const { "Node Type": type, "Relation Name": table = "", "Plan Rows": rows } = plan;
  const own = [
    type === "Seq Scan" && big.has(table) ? `reads all of ${table}` : "",
    type === "Sort" && rows > PAGE_ROWS ? `sorts ${rows} rows` : "",
  ].filter((fault) => fault !== "");
  return [...own, ...(plan.Plans ?? []).flatMap((part) => growing(part, big))];
}

describe.skipIf(inject("postgres") === "")("at ten thousand rows, on PostgreSQL,", () => {
  let company: OpenCompany;
  let client: pg.Client;
  let big: ReadonlySet<string>;
  const sent: Sent[] = [];
  const { query } = pg.Client.prototype;

  beforeAll(async () => {
    company = await openCompany("PostgreSQL");
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(company.db);
    const address = new URL(inject("postgres"));
    address.pathname = `/${rows[0]?.name}`;
    client = new pg.Client(address.href);
    await client.connect();
    await client.query("set session_replication_role = replica");
    for (const statement of FILL) await client.query(statement);
    await client.query(
      `insert into access_tokens (token_hash, person_id, scopes, expires_at, recorded_at, recorded_by)
       values ($1, ${id(1, String(PORTE))}, '["read","declare","expenses"]', now() + interval '1 year', ${BY})`,
      [tokenHash(TOKEN)],
    );
    await client.query("analyze");
    const sizes = await client.query("select relname as name from pg_class where relkind = 'r' and reltuples > $1", [
      BIG_ROWS,
    ]);
    big = new Set(sizes.rows.map(({ name }) => name));
    pg.Client.prototype.query = function (this: pg.Client, ...words: readonly unknown[]) {
      const [asked, values] = words;
      const given = (typeof asked === "string" ? { text: asked } : asked) as Partial<Sent>;
      const { name = null, text = "" } = given;
      if (this !== client) sent.push({ name, text, values: given.values ?? (Array.isArray(values) ? values : []) });
      return (query as (...given: unknown[]) => unknown).apply(this, [...words]);
    } as never;
  });
  afterAll(async () => {
    pg.Client.prototype.query = query;
    await client.end();
    await company.close();
  });

  const planOf = async ({ name, text, values }: Sent): Promise<Plan> => {
    const { rows } = name === null ? await explained(text, values) : await explainedForAll(text, values.length);
    return rows[0]["QUERY PLAN"][0].Plan;
  };
  const explained = (text: string, values: readonly unknown[]) =>
    client.query({ text: `explain (format json) ${text}`, values: [...values] });
  const explainedForAll = async (text: string, count: number) => {
    await client.query(`set plan_cache_mode = force_generic_plan; prepare asked as ${text}`);
    const nulls = Array.from({ length: count }, () => "null").join(", ");
    const answer = await client.query(`explain (format json) execute asked${count === 0 ? "" : ` (${nulls})`}`);
    await client.query("deallocate asked; set plan_cache_mode = auto");
    return answer;
  };
  const faultsOf = async (statement: Sent): Promise<string[]> =>
    growing(await planOf(statement), big).map((fault) => `${fault}: ${statement.text}`);

  const reads = DESCRIBED.filter(({ method }) => method === "GET");
  test.each(reads.map((one): [string, Described] => [one.id, one]))(
    "%s asks nothing that grows with the company",
    async (_id, operation) => {
      sent.length = 0;
      const token = operation.isStaffs ? company.access.operator.token : TOKEN;
      const path = sampleRequest(operation, { key: "k".repeat(16), places: PLACES }).path;
      const answer = await fetch(company.url + path, { headers: { authorization: `Bearer ${token}` } });
      const statements = sent.filter(({ text }) => /^\s*(select|with|update|insert|delete)/i.test(text));

      expect([200, 404, 500]).toContain(answer.status);
      expect(statements).not.toEqual([]);
      const faults: string[] = [];
      for (const statement of statements) faults.push(...(await faultsOf(statement)));
      expect(faults).toEqual([]);
    },
  );

  test.each(OTHERS)("%s reads no table from its beginning to its end", async (_name, text) => {
    const values = Array.from({ length: /\$1/.test(text) ? 1 : 0 });
    expect(await faultsOf({ name: "other", text, values })).toEqual([]);
  });

  test("what keeps an act is planned once a session, and not again for each act", async () => {
    const { rows } = await client.query("select proconfig from pg_proc where proname = 'keep_act'");
    expect(rows).toEqual([{ proconfig: ["plan_cache_mode=force_generic_plan"] }]);
  });

  test("a list of payslips reads no document", async () => {
    sent.length = 0;
    await fetch(`${company.url}/v1/payslips`, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(sent.map(({ text }) => text).join("\n")).toMatch(/standing_payslips/);
    expect(sent.map(({ text }) => text).join("\n")).not.toContain("document");
  });
});
