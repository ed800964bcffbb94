// slow: 25 s
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { newDatabase } from "../parts/postgres.ts";
import {
  answerOf,
  type DatabaseName,
  describeOnOne,
  lacks,
  NOW,
  newHome,
  RECEIPT,
  ROOT,
  run,
  serve,
  startCompany,
  type TestCompany,
} from "../parts/programs.ts";
import { runHere } from "../parts/run-here.ts";

const folder = mkdtempSync(join(tmpdir(), "porte-admin-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MODEL = join(ROOT, "templates", "company.json");

/** Where a company of one's own is kept. */
async function placeOn(database: DatabaseName, name: string): Promise<string[]> {
  const data = ["--data", join(folder, `${name}-${database}`)];
  return database === "PostgreSQL" ? [...data, "--database", await newDatabase(inject("postgres"))] : data;
}

function csv(name: string, ...lines: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

describeOnOne("an empty company", {}, (database) => {
  test("is opened once, lets people in, and a porté who was imported declares a month there", async () => {
    const place = await placeOn(database, "opened");
    const init = (...words: string[]) =>
      run(
        "porte-company",
        ["init", ...place, "--company", MODEL, "--admin", "Ana@portage.example", "--json", ...words],
        {
          env: { PORTE_NOW: NOW },
        },
      );
    const wrong = await init("--admin-name", " ");
    expect({ code: wrong.code, error: JSON.parse(wrong.stderr).error.code }).toEqual({
      code: 5,
      error: "company.invalid",
    });
    const { company: name, admin } = await answerOf(init("--admin-name", "Ana Costa"));
    expect(name).toBe("Exemple Portage");
    expect(admin.password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    const again = await init("--admin-name", "Ana Costa");
    expect({ code: again.code, error: JSON.parse(again.stderr).error.code }).toEqual({
      code: 5,
      error: "company.taken",
    });

    const company = await serve(place, NOW);
    try {
      const { url } = JSON.parse(company.line);
      const env = { PORTE_COMPANY_URL: url, PORTE_COMPANY_TOKEN: admin.token, PORTE_NOW: NOW, HOME: folder };
      const staff = (...words: string[]) => runHere("porte-company", [...words, "--json"], { env });
      const people = csv(
        "people.csv",
        "email;name;role",
        "lea@porte.example;Léa Petit;",
        "bob@portage.example;Bob;payroll",
      );
      const contracts = csv(
        "contracts.csv",
        "porte,kind,category,level,from",
        "lea@porte.example,cdi,cadre,senior,2026-11-01",
      );
      const missions = csv(
        "missions.csv",
        "porte,mission,client,title,rate,from",
        'lea@porte.example,ZEN,Zénith,Audit,"612,50",2026-11-01',
        'lea@porte.example,ZEN,Zénith,Audit,"612,50",2026-11-01',
      );
      expect((await answerOf(staff("people", "import", people))).added).toHaveLength(2);
      await answerOf(staff("contracts", "import", contracts));
      const twice = await staff("missions", "import", missions);
      expect(twice.code).toBe(5);
      expect(JSON.parse(twice.stdout)).toMatchObject({
        added: [{ mission: { reference: "ZEN" } }],
        refused: [{ line: 3 }],
      });
      const bad = csv(
        "bad.csv",
        "porte,mission,client,title,rate,from",
        "lea@porte.example,A,B,C,12,2026-11-01",
        "x,,B,C,12,2026-11-01",
      );
      const refused = await staff("missions", "import", bad);
      expect({
        code: refused.code,
        said: refused.stderr.includes("line 3") || refused.stderr.includes("ligne 3"),
      }).toEqual({
        code: 2,
        said: true,
      });
      expect((await answerOf(staff("missions", "list"))).items).toHaveLength(1);
      const { token } = await answerOf(
        staff("tokens", "add", "--email", "lea@porte.example", "--name", "script", "--scopes", "read,declare,expenses"),
      );

      const home = newHome({ url, token });
      const declared = await answerOf(home.porte("declare", "2026-11", "--all", "mission=ZEN", "--yes", "--json"));
      expect(declared).toMatchObject({ state: "submitted", totals: { mission: 20 } });
      home.remove();
    } finally {
      await company.stop();
    }
  });
});

describeOnOne("the company's staff", {}, (database) => {
  let company: TestCompany;
  const as = (token: string, ...words: string[]) =>
    runHere("porte-company", [...words, "--json"], {
      env: { PORTE_COMPANY_URL: company.url, PORTE_COMPANY_TOKEN: token, PORTE_NOW: NOW, HOME: folder },
    });
  const admin = (...words: string[]) => as(company.operator.token, ...words);
  const errorOf = ({ stderr }: { stderr: string }) => JSON.parse(stderr).error;
  const meOf = (token: string) => fetch(`${company.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });

  beforeAll(async () => {
    company = await startCompany(database);
  });
  afterAll(() => company.stop());

  test("each does what the contract opens to the role, and is told which role it takes", async () => {
    const { adviser, payroll } = company;
    await answerOf(as(adviser.token, "reports", "list"));
    const paying = await as(adviser.token, "payroll", "run", "2026-11");
    expect({ code: paying.code, code_: errorOf(paying).details.problem?.code }).toEqual({
      code: 5,
      code_: "auth.staff_role",
    });
    const deciding = await as(payroll.token, "reports", "approve", "00000000-0000-7000-8000-000000000000");
    expect(deciding.code).toBe(5);
    for (const { token } of [adviser, payroll])
      for (const words of [["people", "end", "karim@porte.example"], ["tokens", "list"], ["trail"]])
        expect((await as(token, ...words)).code, words.join(" ")).toBe(5);
    const me = await (await meOf(adviser.token)).json();
    expect(me).toMatchObject({ role: "operator", staffRole: "adviser" });
  });

  test("a token ends at once, and with its person", async () => {
    const made = await answerOf(
      admin("tokens", "add", "--email", "karim@porte.example", "--name", "cron", "--scopes", "read", "--days", "3"),
    );
    expect((await meOf(made.token)).status).toBe(200);
    const listed = await answerOf(admin("tokens", "list", "--email", "karim@porte.example"));
    expect(JSON.stringify(listed)).not.toContain(made.token);
    await answerOf(admin("tokens", "end", made.id));
    expect((await meOf(made.token)).status).toBe(401);
    expect((await admin("people", "end", "karim@porte.example")).code).toBe(5);
    await answerOf(admin("contracts", "end", "--porte", "karim@porte.example", "--on", "2026-11-20"));
    await answerOf(admin("people", "end", "karim@porte.example"));
    expect((await meOf(company.karim.token)).status).toBe(401);
  });

  test("the trail says who changed what, with what was before, and nobody can change it", async () => {
    await answerOf(admin("contracts", "set", "--porte", "claire@porte.example", "--working-time", "hours"));
    await answerOf(
      admin("contacts", "record", "--porte", "claire@porte.example", "--mission", "ACME", "--email", "c@acme.example"),
    );
    const { items } = await answerOf(admin("trail", "--porte", "claire@porte.example"));
    expect(items.slice(0, 2)).toMatchObject([
      {
        by: "Odile Martin <odile@portage.example>",
        act: "update",
        table: "missions",
        before: { client_email: null },
        after: { client_email: "c@acme.example" },
      },
      {
        act: "update",
        table: "employment_contracts",
        before: { working_time: "days" },
        after: { working_time: "hours" },
      },
    ]);
    const all = JSON.stringify((await answerOf(admin("trail"))).items);
    expect(all).not.toMatch(/scrypt|password_hash|token_hash/);
    if (company.database === null) return;
    const client = new pg.Client(company.database);
    await client.connect();
    for (const change of ["update audit_trail set by = 'x'", "delete from audit_trail", "truncate audit_trail"])
      await expect(client.query(change), change).rejects.toThrow("never changed");
    await client.query("update missions set title = 'x' where reference = 'SUD'");
    const { rows } = await client.query("select by from audit_trail order by id desc limit 1");
    expect(rows).toEqual([{ by: "database role porte" }]);
    await client.query(`do $$ begin
      for i in 1..120 loop update missions set title = 'x' || i where reference = 'SUD'; end loop; end $$`);
    await client.end();
    for (const [words, count] of [
      [["--limit", "3"], 3],
      [["--limit", "115"], 115],
      [[], 100],
    ] as const)
      expect((await answerOf(admin("trail", ...words))).items).toHaveLength(count);
  });

  test("the trail has what is taken back and what is run, each under who asked for it", async () => {
    const by = "Odile Martin <odile@portage.example>";
    const payment = await answerOf(
      admin("payments", "record", "--porte", "claire@porte.example", "--mission", "ACME", "--amount", "100"),
    );
    await answerOf(admin("payments", "reverse", payment.id, "--reason", "twice"));
    await answerOf(admin("payroll", "run", "2026-11"));
    const { items } = await answerOf(admin("trail", "--limit", "1000"));
    const of = (table: string, act: string) =>
      items.filter((one: { table: string; act: string }) => one.table === table && one.act === act);
    expect(of("payment_reversals", "insert")).toMatchObject([{ by, row: payment.id, after: { reason: "twice" } }]);
    expect(of("payment_reversals", "insert")[0].person).not.toBeNull();
    expect(of("payroll_runs", "insert")).toMatchObject([{ by, after: { month: "2026-11" } }]);
    expect(of("payroll_runs", "update")).toMatchObject([{ by, before: { state: "running" } }]);
  });

  test("what is kept of a request under its key is nothing of a password", async () => {
    const { items } = await answerOf(admin("people", "list", "--email", company.payroll.email));
    const key = randomUUID();
    const set = (password: string) =>
      fetch(`${company.url}/v1/operator/people/${items[0].id}/password`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${company.operator.token}`,
          "content-type": "application/json",
          "idempotency-key": key,
        },
        body: JSON.stringify({ password }),
      });
    expect((await set("a first long password")).status).toBe(200);
    const again = await set("another long password");
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([200, "true"]);
  });

  test.skipIf(database === "PGlite")("another password ends a token that is being given too", async () => {
    const client = new pg.Client(company.database ?? "");
    await client.connect();
    const { items } = await answerOf(admin("people", "list", "--email", company.adviser.email));
    const record = (model: string, hash: string, grant: string | null) =>
      client.query(
        "insert into oidc_records (model, id_hash, payload, grant_id, person_id) values ($1, $2, '', $3, $4)",
        [model, hash, grant, items[0].id],
      );
    await record("Grant", "hash", null);
    await client.query("begin");
    await client.query("select from oidc_records where id_hash = 'hash' for share");
    await record("AccessToken", "token", "grant");
    const ended = answerOf(admin("people", "password", company.adviser.email));
    const isWaiting = async () =>
      (
        await client.query(
          "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        )
      ).rowCount ?? 0;
    await expect.poll(isWaiting, { timeout: 20_000 }).toBe(1);
    await client.query("commit");
    await ended;
    const { rows } = await client.query("select model from oidc_records where person_id = $1", [items[0].id]);
    await client.end();
    expect(rows).toEqual([]);
  });

  test("a person is given everything that is held, and erased as far as the texts let", async () => {
    const home = newHome({ url: company.url, token: company.claire.token });
    await answerOf(
      home.porte("expenses", "add", RECEIPT, "--amount", "12", "--category", "other", "--date", "2026-11-20", "--json"),
    );
    await answerOf(home.porte("expenses", "submit", "--yes", "--json"));
    home.remove();
    const out = join(folder, `claire-${database}`);
    const { tables } = await answerOf(admin("people", "export", "claire@porte.example", out));
    expect(tables).toMatchObject({ people: 1, employment_contracts: 2, missions: 1, receipts: 1, expenses: 1 });
    expect(tables).toMatchObject({ payment_reversals: 1, payroll_results: 1 });
    for (const table of await tablesOfPeople(company.database)) expect(Object.keys(tables)).toContain(table);
    const files = readdirSync(out).sort();
    expect(files).toHaveLength(2);
    expect(readFileSync(join(out, files[0] ?? ""))).toEqual(readFileSync(RECEIPT));
    expect(statSync(join(out, "data.json")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(out, "data.json"), "utf8")).not.toMatch(/scrypt|token_hash/);

    expect(errorOf(await admin("people", "erase", "claire@porte.example")).details.problem.code).toBe(
      "company.access_open",
    );
    await answerOf(admin("contracts", "end", "--porte", "claire@porte.example", "--on", "2026-11-24"));
    await answerOf(admin("people", "end", "claire@porte.example"));
    const erasure = await answerOf(admin("people", "erase", "claire@porte.example"));
    expect(erasure.kept).toMatchObject([
      { what: "accounts", until: "2036-12-31" },
      { what: "contract", until: "2031-12-31" },
    ]);
    const trail = JSON.stringify((await answerOf(admin("trail", "--limit", "10000"))).items);
    expect(trail).not.toContain("claire@porte.example");
    expect(trail).toMatch(/"by":"Claire Morel <[0-9a-f-]{36}@erased.invalid>"/);
  });

  test("the last administrator stays, and two who end each other at once leave one", async () => {
    expect(errorOf(await admin("people", "role", "odile@portage.example", "adviser")).details.problem.code).toBe(
      "company.last_administrator",
    );
    await answerOf(
      admin("people", "add", "--email", "eve@portage.example", "--name", "Eve", "--role", "administrator"),
    );
    const eve = await answerOf(
      admin("tokens", "add", "--email", "eve@portage.example", "--name", "t", "--scopes", "read,operator"),
    );
    const ends = await Promise.all([
      admin("people", "end", "eve@portage.example"),
      as(eve.token, "people", "end", "odile@portage.example"),
    ]);
    expect(ends.map(({ code }) => code).filter((code) => code === 0)).toHaveLength(1);
    const { items } = await answerOf(as(ends[0].code === 0 ? company.operator.token : eve.token, "people", "list"));
    const left = items.filter(
      (one: { staffRole: string; endedAt: string | null }) => one.staffRole === "administrator" && one.endedAt === null,
    );
    expect(left).toHaveLength(1);

    const [last] = left;
    const gone = items.find(
      (one: { email: string; endedAt: string | null }) => one.endedAt !== null && /^(eve|odile)/.test(one.email),
    );
    const signedBefore = await signedBy(company, gone.name);
    const remaining = last.email.startsWith("eve") ? eve.token : company.operator.token;
    expect((await answerOf(as(remaining, "people", "erase", gone.email))).erased).toContain("name");
    const trail = JSON.stringify((await answerOf(as(remaining, "trail", "--limit", "10000"))).items);
    expect(trail).not.toContain(gone.email);
    expect(trail).not.toContain(`"${gone.name}`);
    expect(trail).toContain(last.email);
    if (gone.email.startsWith("odile") && database === "PostgreSQL") expect(signedBefore).toBeGreaterThan(3);
    expect(await signedBy(company, gone.name)).toBe(0);
  });
});

/** In how many columns of tables a name says who recorded or decided. */
async function signedBy({ database: address }: TestCompany, name: string): Promise<number> {
  if (address === null) return 0;
  const client = new pg.Client(address);
  await client.connect();
  const { rows } =
    await client.query(`select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema = 'public' and c.column_name in ('recorded_by', 'decided_by')`);
  let count = 0;
  for (const { table, column } of rows)
    count += (await client.query(`select 1 from ${table} where ${column} = $1 limit 1`, [name])).rows.length;
  await client.end();
  return count;
}

/** The tables of which a row leads to a person, by the database's own catalogue. */
async function tablesOfPeople(address: string | null): Promise<string[]> {
  if (address === null) return [];
  const client = new pg.Client(address);
  await client.connect();
  const { rows } = await client.query(`select c.table_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema = 'public' and c.column_name = 'person_id'`);
  await client.end();
  return rows.map(({ name }) => name);
}

test("an export writes nothing under a name that a company makes up", async () => {
  const person = { id: "00000000-0000-7000-8000-000000000001", role: "porte", staffRole: null, name: "Léa" };
  const lea = { ...person, email: "lea@porte.example", endedAt: null, erasedAt: null };
  const receipt = { id: person.id, sha256: "../stolen", media_type: "application/pdf" };
  const server = createServer(({ url = "" }, response) => {
    const answer = url.endsWith("/export")
      ? { person: lea, exportedAt: NOW, tables: { receipts: [receipt] } }
      : { items: [lea], nextCursor: null };
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const out = join(folder, "made-up");
  const env = { PORTE_COMPANY_URL: `http://127.0.0.1:${port}`, PORTE_COMPANY_TOKEN: "t", HOME: folder };
  const { code, stderr } = await runHere("porte-company", ["people", "export", lea.email, out, "--json"], { env });
  server.close();
  expect({ code, error: JSON.parse(stderr).error.code }).toEqual({ code: 4, error: "server.answer" });
  expect([existsSync(out), existsSync(join(folder, "stolen.pdf"))]).toEqual([false, false]);
});

test.skipIf(lacks("PostgreSQL"))("a demonstration that starts again gives the same accesses", async () => {
  const place = await placeOn("PostgreSQL", "again");
  const first = await serve(["--demo", ...place], NOW);
  await first.stop();
  const second = await serve(["--demo", ...place], NOW);
  await second.stop();
  const accessOf = (line: string) => ({ ...JSON.parse(line), url: "" });
  expect(accessOf(second.line)).toEqual(accessOf(first.line));
  expect(accessOf(first.line).staff.map(({ role }: { role: string }) => role)).toEqual(["adviser", "payroll"]);
});
