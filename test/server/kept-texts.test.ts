import fc from "fast-check";
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerLink, type ClientAnswer } from "../../src/server/approval/commands.ts";
import { linkAddress } from "../../src/server/approval/links.ts";
import { erasePerson } from "../../src/server/people/erasure.ts";
import { type OpenCompany, openCompany } from "../parts/company.ts";
import { fillCompany } from "../parts/filled.ts";
import { describeOnOne } from "../parts/programs.ts";
import { newKey, send } from "../parts/raw.ts";

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What the tables say of each row that keeps its own text, put together from its parts. */
const SAID: Readonly<Record<string, string>> = {
  activity_reports: `select one.id, one.month, one.state, one.version, version.days, version.rest_days_confirmed as "restDaysConfirmed",
      case when version.daily_rest is null then null else json_build_object('dailyRest', version.daily_rest, 'weeklyRest',
        version.weekly_rest, 'restDaysGivenUp', version.rest_half_days_given_up::float8 / 2) end as "restStatement",
      version.turnover_cents as "turnoverCents", decision.recorded_by as "decidedBy",
      ${instant("decision.recorded_at")} as "decidedAt", decision.reason, version.receipt,
      (select coalesce(json_agg(answer), '[]') from (select link.mission, link.client, link.decision, link.reason,
          ${instant("link.decided_at")} as "decidedAt" from client_links link
        where link.report_id = one.id and link.version = one.version order by link.mission) answer) as "clientAnswers"
    from report_versions version left join report_decisions decision using (report_id, version)
    where version.report_id = one.id and version.version = one.version`,
  expenses: `select one.id, one.date, one.category, one.amount_cents as "amountCents", one.vat, one.mission, one.merchant, one.note, one.units,
      one.department, one.trip, one.receipt_id as "receiptId", one.taxable_cents as "taxableCents", one.state, one.question,
      one.answer, ${instant("one.recorded_at")} as "submittedAt", one.decided_by as "decidedBy",
      ${instant("one.decided_at")} as "decidedAt", one.reason, one.payslip_month as "payslipMonth"`,
  account_entries: `select one.id, one.day, one.month, one.kind, one.fund, one.amount_cents as "amountCents", one.label,
      ${instant("one.recorded_at")} as "recordedAt", one.recorded_by as "recordedBy", one.reverses,
      one.cause`,
};

type Act =
  | {
      readonly act: "submit";
      readonly month: string;
      readonly day: number;
      readonly amount: 0.5 | 1;
      readonly rest: boolean;
    }
  | { readonly act: "withdraw"; readonly month: string }
  | { readonly act: "decide" | "client" | "expense"; readonly yes: boolean }
  | { readonly act: "claim"; readonly cents: number; readonly note: string | null }
  | { readonly act: "pay"; readonly cents: number };

/** Letters that JSON writes in another way than they are, and such as are two in UTF-16. */
const words = fc.constantFrom('dit "non"', "l'été\n\\", "🧾 reçu", "a\tb");
const month = fc.constantFrom("2026-08", "2026-09", "2026-10", "2026-11");
const ACTS: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    act: fc.constant("submit" as const),
    month,
    day: fc.integer({ min: 2, max: 6 }),
    amount: fc.constantFrom(0.5 as const, 1 as const),
    rest: fc.boolean(),
  }),
  fc.record({ act: fc.constant("withdraw" as const), month }),
  fc.record({ act: fc.constantFrom("decide" as const, "client" as const, "expense" as const), yes: fc.boolean() }),
  fc.record({
    act: fc.constant("claim" as const),
    cents: fc.integer({ min: 1, max: 99_999 }),
    note: fc.option(words),
  }),
  fc.record({ act: fc.constant("pay" as const), cents: fc.integer({ min: 1, max: 999_999 }) }),
);

describeOnOne("what a row keeps as it is shown", {}, (database) => {
  let company: OpenCompany;
  let receiptId: string;
  /** How many acts of each kind were done, and not refused. */
  const done = new Map<string, number>();

  const request = async (token: string | undefined, method: string, path: string, body?: object, more: object = {}) => {
    const headers = { authorization: `Bearer ${token}`, "idempotency-key": newKey(), ...more };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { "content-type": "application/json" };
    return send(company.url, { method, path, headers: { ...headers, ...type }, ...sent });
  };
  const porte = (...words: [string, string, object?, object?]) => request(company.access.portes[0]?.token, ...words);
  const staff = (...words: [string, string, object?, object?]) => request(company.access.operator.token, ...words);

  beforeAll(async () => {
    company = await openCompany(database);
    ({ receiptId = "" } = await fillCompany(company));
    Object.assign(company.deps, { asksClients: true });
    await sql`update missions set client_email = 'c@example.fr', client_language = 'fr' where reference = 'ACME'`.execute(
      company.db,
    );
  });
  afterAll(() => company.close());

  /** What was last made of such as there are, and its version, to say that it was seen. */
  const seen = async (table: "activity_reports" | "expenses", which: RawBuilder<unknown>) => {
    const { rows } = await sql<{ id: string; etag: string }>`select id, '"' || id || '.' || revision || '"' as etag
      from ${sql.table(table)} where ${which} order by id desc limit 1`.execute(company.db);
    return rows[0];
  };

  async function answered(answer: ClientAnswer): Promise<boolean> {
    const { rows } = await sql<{ id: string; expires_at: Date }>`select link.id, link.expires_at from client_links link
      join activity_reports report on report.id = link.report_id and report.version = link.version
      where decision is null and state = 'awaiting-client' limit 1`.execute(company.db);
    const [link] = rows;
    if (link === undefined) return false;
    const token = (await linkAddress(company.deps, link)).replace(/^.*\//, "");
    return answerLink(company.deps, token, answer);
  }

  async function decided(act: { readonly act: "decide" | "client" | "expense"; readonly yes: boolean }) {
    const decision = act.yes ? "approve" : "reject";
    const answer = { decision, ...(act.yes ? {} : { reason: 'l\'été "non"\n' }) } as const;
    if (act.act === "client") return answered({ reason: null, ...answer });
    const [table, path] =
      act.act === "decide" ? (["activity_reports", "activity-reports"] as const) : (["expenses", "expenses"] as const);
    const found = await seen(table, sql`state = 'submitted'`);
    if (found === undefined) return false;
    const place = `/v1/operator/${path}/${found.id}/decision`;
    return (await staff("POST", place, answer, { "if-match": found.etag })).status < 300;
  }

  async function run(act: Act): Promise<boolean> {
    switch (act.act) {
      case "submit": {
        const found = await seen("activity_reports", sql`month = ${act.month}`);
        const entries = [{ kind: "mission", mission: "ACME", projectCode: null, amount: act.amount }];
        const days = [{ date: `${act.month}-0${act.day}`, entries }];
        const rest = act.rest ? { restStatement: { dailyRest: true, weeklyRest: true, restDaysGivenUp: 0.5 } } : {};
        const body = { days, restDaysConfirmed: true, ...rest };
        const asSeen = found === undefined ? { "if-none-match": "*" } : { "if-match": found.etag };
        return (await porte("PUT", `/v1/activity-reports/${act.month}`, body, asSeen)).status < 300;
      }
      case "withdraw": {
        const found = await seen("activity_reports", sql`month = ${act.month}`);
        const path = `/v1/activity-reports/${act.month}/withdrawal`;
        return (await porte("POST", path, undefined, { "if-match": found?.etag ?? '"none"' })).status < 300;
      }
      case "claim": {
        const facts = { date: "2026-11-02", category: "telecom", amountCents: act.cents, vat: [], mission: null };
        const rest = { note: act.note, units: 1, department: null, trip: null, receiptId };
        return (await porte("POST", "/v1/expenses", { ...facts, ...rest })).status < 300;
      }
      case "pay": {
        const payment = {
          mission: "ACME",
          month: "2026-11",
          amountCents: act.cents,
          receivedOn: "2026-11-25",
          forceReason: "one of many",
        };
        const porteEmail = company.access.portes[0]?.email;
        return (await staff("POST", "/v1/operator/payments", { porteEmail, ...payment })).status < 300;
      }
      default:
        return decided(act);
    }
  }

  /** What a list answers, asked twice: the page that was sent last is sent again, but where something was written since. */
  async function listed(table: string) {
    const path = `/v1/${table.replace("_", "-").replace("account-", "account/")}?limit=100`;
    const { rows } = await sql<{ shown: object }>`select shown::json from ${sql.table(table)} one
      join people on people.id = one.person_id and email = ${company.access.portes[0]?.email} order by one.id`.execute(
      company.db,
    );
    const shown = rows.map((row) => row.shown);
    for (let time = 0; time < 2; time += 1) {
      const { text, headers } = await porte("GET", path);
      const { items } = JSON.parse(text) as { items: { id: string }[] };
      expect(items.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(shown);
      const again = await porte("GET", path, undefined, { "if-none-match": `${headers.etag}` });
      expect(again).toMatchObject({ status: 304, text: "" });
    }
  }

  async function compare() {
    for (const [table, said] of Object.entries(SAID)) {
      const { rows } = await sql
        .raw<{ shown: string; said: string }>(
          `select one.shown, (select row_to_json(whole)::text from (${said}) whole) as said from ${table} one order by id`,
        )
        .execute(company.db);
      /** An entry that takes nothing back says nothing of it. */
      const bare = table === "account_entries" ? (text: string) => text.replace(',"reverses":null', "") : String;
      expect(rows.map(({ shown }) => shown)).toEqual(rows.map((row) => bare(row.said)));
      await listed(table);
    }
  }

  test("is what the tables say, letter for letter, after each act", async () => {
    await compare();
    await fc.assert(
      fc.asyncProperty(fc.array(ACTS, { minLength: 10, maxLength: 20 }), async (acts) => {
        for (const act of acts) {
          if (await run(act)) done.set(act.act, (done.get(act.act) ?? 0) + 1);
          await compare();
        }
      }),
      { numRuns: 10, seed: 7 },
    );
    expect([...done.keys()].sort()).toEqual(["claim", "client", "decide", "expense", "pay", "submit", "withdraw"]);
  });

  test("loses the name of who is erased with the tables, and is no act of its own", async () => {
    const { db, deps, access } = company;
    const { id } = await db
      .selectFrom("people")
      .select("id")
      .where("email", "=", access.operator.email)
      .executeTakeFirstOrThrow();
    await db.updateTable("people").set({ ended_at: new Date() }).where("id", "=", id).execute();
    const named = () =>
      sql<{ count: number }>`select count(*)::int as count from expenses where shown like '%@erased.invalid%'`.execute(
        db,
      );
    expect((await named()).rows).toEqual([{ count: 0 }]);
    await db.transaction().execute((trx) => erasePerson(deps, trx, id));
    await compare();
    expect((await named()).rows[0]?.count).toBeGreaterThan(0);
    const { rows } = await sql`select id from audit_trail where before ? 'shown' or after ? 'shown'`.execute(db);
    expect(rows).toEqual([]);
  });
});
