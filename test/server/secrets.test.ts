import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call } from "../parts/contract.ts";
import { newCode, Visitor } from "../parts/oauth.ts";
import { COMPANY, lacks, newHome, run, startCompany, type TestCompany, TIMESHEET } from "../parts/programs.ts";

describe.skipIf(lacks("PostgreSQL"))("what the database holds", () => {
  let company: TestCompany;
  let db: pg.Client;

  beforeAll(async () => {
    company = await startCompany("PostgreSQL");
    db = new pg.Client(company.database ?? "");
    await db.connect();
  });
  afterAll(async () => {
    await db.end();
    await company.stop();
  });

  const everything = async () => {
    const { rows: tables } = await db.query("select tablename from pg_tables where schemaname = 'public'");
    const contents: unknown[] = [];
    for (const { tablename } of tables) contents.push((await db.query(`select * from ${tablename}`)).rows);
    return JSON.stringify(contents);
  };

  test("no token and no password can be read from it", async () => {
    const all = await everything();

    for (const { password, token } of [company.operator, company.claire, company.karim]) {
      expect(all).not.toContain(password);
      expect(all).not.toContain(token);
    }
    expect(all).toContain("scrypt");
  });

  test("a recorded fact cannot be changed, not even by the database's owner", async () => {
    const home = newHome({ url: company.url, token: company.claire.token });
    expect((await home.porte("declare", "2026-11", "--csv", TIMESHEET, "--yes")).code).toBe(0);
    home.remove();
    const paid = ["--porte", company.claire.email, "--mission", "ACME", "--month", "2026-11", "--amount", "1000"];
    expect((await company.staff("payments", "record", ...paid)).code).toBe(0);

    await expect(db.query("update account_entries set amount_cents = 1")).rejects.toThrow("never changed");
    await expect(db.query("delete from account_entries")).rejects.toThrow("never changed");
    await expect(db.query("update report_versions set turnover_cents = 1")).rejects.toThrow("never changed");
  });

  test("every fact says when and by whom", async () => {
    const { rows } = await db.query("select recorded_by, recorded_at from account_entries");

    expect(rows.length).toBeGreaterThan(0);
    for (const { recorded_by, recorded_at } of rows) {
      expect(recorded_by).toBe("Odile Martin");
      expect(recorded_at.toISOString().slice(0, 10)).toBe("2026-11-25");
    }
  });

  test("a second instance on the same database knows the same sessions and keys", async () => {
    const [{ body: before }, second] = await Promise.all([
      call(company.url, "listReceiptKeys"),
      startCompanyOn(company.database ?? "", company.data),
    ]);

    expect((await call(second.url, "listReceiptKeys")).body).toEqual(before);
    expect((await call(second.url, "getMe", { token: company.claire.token })).status).toBe(200);
    second.stop();
  });

  test("seeding a company that is in use adds nothing", async () => {
    const count = async () => (await db.query("select count(*) from people")).rows[0].count;
    const before = await count();

    const place = ["--database", company.database ?? "", "--data", company.data];
    const { stdout, code } = await run("porte-company", ["seed", ...place, "--json"], {});

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ operator: company.operator });
    expect(await count()).toBe(before);
  });
});

async function startCompanyOn(database: string, data: string): Promise<{ url: string; stop(): void }> {
  const { spawn } = await import("node:child_process");
  const { createInterface } = await import("node:readline");
  const words = ["serve", "--database", database, "--data", data, "--port", "0", "--json"];
  const child = spawn(process.execPath, [...COMPANY, ...words], { stdio: ["ignore", "pipe", "ignore"] });
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
  return { url: JSON.parse(line).url, stop: () => child.kill("SIGTERM") };
}

describe("what could be guessed cannot be without end:", () => {
  let company: TestCompany;
  beforeAll(async () => {
    company = await startCompany("PGlite");
  });
  afterAll(() => company.stop());

  test("the password of an account: after five wrong ones, not even the right one is taken at once", async () => {
    const visitor = new Visitor(company.url, "192.0.2.1");
    const { user_code } = JSON.parse((await newCode(company.url)).text);
    const path = await visitor.confirm(user_code);
    const { email, password } = company.karim;
    const statuses: number[] = [];
    for (let tried = 0; tried < 8; tried += 1)
      statuses.push((await visitor.signIn(path, { email, password: `karim-demo-${tried}` })).status);

    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect((await visitor.signIn(path, { email, password })).status).toBe(429);
  });

  test("the code of a login", async () => {
    const tries = await Promise.all(
      Array.from({ length: 40 }, () => fetch(`${company.url}/device`, { method: "GET" }).then(({ status }) => status)),
    );

    expect(tries.filter((status) => status === 429).length).toBeGreaterThan(0);
  });
});
