// slow: 20 s
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ManyPortes, manyPortes, porteId, type Run, read, runPayroll } from "../parts/payroll.ts";
import { describeOnOne, lacks } from "../parts/programs.ts";

const MONTH = "2026-12";
const PORTES = 120;
const KEY = "killed-in-the-middle";
/** Of the seeded portés, this one is taxed by the neutral grid, which nobody has checked for the month of the transfer. */
const UNCOVERED = 7;

/** What must hold whatever happened: who was paid was paid once, of their money, and their account says so. */
async function doubled(company: ManyPortes): Promise<number> {
  const { rows } = await company.inside((db) =>
    sql<{ count: string }>`select count(*) from (
      select person_id from account_entries where kind = 'net-pay' group by person_id, month having count(*) > 1
      union all select person_id from payslips group by person_id, month having count(*) > 1
      union all select id from activity_reports where state = 'locked' and not exists
        (select 1 from payslips where payslips.person_id = activity_reports.person_id and payslips.month = activity_reports.month)
      union all select payslips.id from payslips where not exists
        (select 1 from payroll_results where payslip_id = payslips.id)
    ) as wrong`.execute(db),
  );
  return Number(rows[0]?.count);
}

const byId = (run: Run) => [...run.paid, ...run.leftOut].map(({ owner }) => owner.id).sort();

describeOnOne("a payroll run", {}, (database) => {
  let company: ManyPortes;
  beforeAll(async () => {
    company = await manyPortes(database, { count: PORTES, month: MONTH });
    if (database === "PGlite") await company.stop();
    await company.inside((db) =>
      sql`insert into employment_contracts select (jsonb_populate_record(contract, jsonb_build_object('id', gen_random_uuid(),
        'version', 2, 'tax_rate_ppm', null))).* from employment_contracts as contract where person_id = ${porteId(UNCOVERED)}`.execute(
        db,
      ),
    );
    if (database === "PGlite") await company.start();
  });
  afterAll(() => company.remove());

  let first: Run;
  const somePaid = async () => {
    for (let paid = 0; paid === 0; ) {
      const { body } = await read(company, "/operator/payroll-runs");
      /** A busy machine puts this off. */
      paid = body.items?.[0]?.counts.paid ?? 0;
    }
  };

  test("that the program is stopped in says so at once, and the program ends as one that cut nothing", async () => {
    const answer = runPayroll(company, MONTH, KEY);
    await somePaid();
    await company.stop("SIGTERM");
    const { status, body } = await answer;
    await company.start();

    expect([status, body]).toEqual([503, expect.objectContaining({ code: "company.run_under_way" })]);
  });

  test("that the program is killed in goes on with its key: each porté is paid once, and one that no rule covers ends nobody else's pay", async () => {
    const cut = runPayroll(company, MONTH, KEY).catch(() => "cut");
    await somePaid();
    await company.stop("SIGKILL");
    await cut;
    await company.start();

    const { status, headers, body } = await runPayroll(company, MONTH, KEY);

    expect([status, headers.get("idempotency-replayed")]).toEqual([201, "true"]);
    expect(body.paid).toHaveLength(PORTES - 1);
    expect(body.leftOut.find(({ owner }) => owner.id === porteId(UNCOVERED))).toMatchObject({
      reason: "failed",
      failure: { code: "law.not_covered" },
    });
    expect(byId(body)).toHaveLength(PORTES + 2);
    first = body;
  });

  test("answers the same under its key, and another body under it is refused", async () => {
    const again = await runPayroll(company, MONTH, "killed-in-the-middle");
    expect(again.body).toEqual(first);
    expect((await runPayroll(company, "2026-11", "killed-in-the-middle")).status).toBe(422);
  });

  test("is shown page by page, to the staff alone", async () => {
    const shown: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const after: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const { body } = await read(company, `/operator/payroll-runs/${first.id}?limit=50${after}`);
      expect(body.run).toMatchObject({ state: "done", counts: { waiting: 0, paid: PORTES - 1, leftOut: 3 } });
      expect(body.items.length).toBeLessThanOrEqual(50);
      shown.push(...body.items.map(({ owner }) => owner.id));
      cursor = body.nextCursor;
    }
    expect(shown).toEqual(byId(first));
    expect((await read(company, `/operator/payroll-runs/${porteId(1)}`)).status).toBe(404);
  });

  test("that could pay nobody is refused with what it failed of, and can be resumed", async () => {
    const refused = await runPayroll(company, MONTH, "nobody-to-be-paid");
    expect(refused).toMatchObject({ status: 422, body: { code: "law.not_covered" } });
    const { body } = await read(company, "/operator/payroll-runs?limit=1");
    expect(body.items[0]).toMatchObject({ state: "failed", failure: { code: "law.not_covered" } });
    const resumed = await fetch(`${company.url()}/v1/operator/payroll-runs/${body.items[0]?.id}/resumption`, {
      method: "POST",
      headers: { authorization: `Bearer ${company.operator}`, "idempotency-key": "resume-what-failed" },
    });
    expect(resumed.status).toBe(202);
    expect((await runPayroll(company, MONTH, "nobody-to-be-paid")).status).toBe(422);
  });
});

describeOnOne("payroll runs of one month at once", {}, (database) => {
  let company: ManyPortes;
  beforeAll(async () => {
    company = await manyPortes(database, { count: 40, month: "2026-11" });
  });
  afterAll(() => company.remove());

  test("pay each porté once between them, and none says of who was just paid that nothing was approved", async () => {
    const keys = Array.from({ length: 6 }, (_, index) => `run-number-${index}-of-six`);
    const answers = await Promise.all(keys.map((key) => runPayroll(company, "2026-11", key)));

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(keys.map(() => [201, undefined]));
    const paid = answers.flatMap(({ body }) => body.paid.map(({ owner }) => owner.id));
    expect(paid.sort()).toEqual(Array.from({ length: 40 }, (_, index) => porteId(index + 1)));
    const reasons = answers.flatMap(({ body }) =>
      body.leftOut.filter(({ owner }) => paid.includes(owner.id)).map(({ reason }) => reason),
    );
    expect(reasons.filter((reason) => reason !== "already-paid")).toEqual([]);
    if (database === "PGlite") await company.stop();
    expect(await doubled(company)).toBe(0);
    if (database === "PGlite") await company.start();
  });

  test("may be asked for without waiting: the run is followed by its identifier", async () => {
    const { status, body } = await runPayroll(company, "2026-11", "without-waiting-1", { prefer: "respond-async" });
    expect([status, body.month]).toEqual([202, "2026-11"]);
    let run = body as unknown as { state: string };
    while (run.state === "running") {
      await new Promise((resolve) => setTimeout(resolve, 200));
      run = (await read(company, `/operator/payroll-runs/${body.id}`)).body.run;
    }
    expect(run).toMatchObject({ state: "done", counts: { waiting: 0, paid: 0 } });
  });
});

/** An embedded database has one session, so that nobody can hold a row in it. */
describe.skipIf(lacks("PostgreSQL"))("a payroll run on PostgreSQL", () => {
  let company: ManyPortes;
  beforeAll(async () => {
    company = await manyPortes("PostgreSQL", { count: 12, month: "2026-11" });
  });
  afterAll(() => company.remove());

  test("never makes a porté's write wait: while one porté's report is held, the others are paid and everybody files", async () => {
    await company.inside(async (db) => {
      await sql`insert into access_tokens (token_hash, person_id, scopes, expires_at, recorded_at, recorded_by)
          select encode(sha256(('token-of-' || id)::bytea), 'hex'), id, '["read","expenses"]', now() + interval '1 year', now(), 'test'
          from people where role = 'porte'`.execute(db);
    });
    const other = new pg.Client({ connectionString: company.database ?? "" });
    await other.connect();
    await other.query("begin");
    await other.query("select 1 from activity_reports where person_id = $1 for update", [porteId(1)]);

    const run = runPayroll(company, "2026-11", "while-a-row-is-held");
    for (let paid = 0; paid < 11; )
      paid = (await read(company, "/operator/payroll-runs")).body.items[0]?.counts.paid ?? 0;
    const filed = await Promise.all(
      [1, 2, 12].map((n) =>
        fetch(`${company.url()}/v1/receipt-uploads/${"ab".repeat(32)}`, {
          method: "PUT",
          headers: {
            authorization: `Bearer token-of-${porteId(n)}`,
            "content-type": "application/json",
            "idempotency-key": `receipt-of-porte-${n}`,
          },
          body: JSON.stringify({ name: "recu.pdf", bytes: 1 }),
        }).then(({ status }) => status),
      ),
    );
    await other.query("rollback");
    await other.end();

    expect(filed).toEqual([200, 200, 200]);
    expect((await run).body.paid).toHaveLength(12);
  });
});
