import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate } from "../../src/server/db/migrate.ts";
import * as aMonth from "../../src/server/db/migrations/0001-a-month.ts";
import * as clientApproval from "../../src/server/db/migrations/0002-client-approval.ts";
import * as workingTime from "../../src/server/db/migrations/0003-working-time.ts";
import * as expenseRules from "../../src/server/db/migrations/0004-expense-rules.ts";
import * as receiptUploads from "../../src/server/db/migrations/0005-receipt-uploads.ts";
import * as vatByRate from "../../src/server/db/migrations/0006-vat-by-rate.ts";
import * as restAndTelework from "../../src/server/db/migrations/0007-rest-and-telework.ts";
import * as payslipMentions from "../../src/server/db/migrations/0008-payslip-mentions.ts";
import * as payrollOwed from "../../src/server/db/migrations/0009-payroll-owed.ts";
import * as constraints from "../../src/server/db/migrations/0010-constraints.ts";
import { kyselyOn, openPostgres } from "../../src/server/db/open.ts";
import type { Database } from "../../src/server/db/schema.ts";
import { openEmpty } from "../parts/embedded.ts";
import { newDatabase } from "../parts/postgres.ts";
import { type DatabaseName, describeOnEach } from "../parts/programs.ts";

const OLDER = [
  aMonth,
  clientApproval,
  workingTime,
  expenseRules,
  receiptUploads,
  vatByRate,
  restAndTelework,
  payslipMentions,
  payrollOwed,
];

const ID = "00000000-0000-7000-8000-000000000001";
const HASH = "ab".repeat(32);
const AT = "2026-11-25T10:00:00Z";
const BY = { recorded_at: AT, recorded_by: "test" };
const LONG = "x".repeat(501);

type Row = Readonly<Record<string, unknown>>;

/** A row of each table that is as it should be; in the order in which they name each other. */
const GOOD: Readonly<Record<string, Row>> = {
  people: { id: ID, role: "porte", name: "Claire", email: "c@example.fr", password_hash: "", ...BY },
  employment_contracts: {
    ...{ id: ID, person_id: ID, kind: "cdi", category: "cadre", level: "senior", start_day: "2026-11-01" },
    ...{ end_day: null, alsace_moselle: false, tax_rate_ppm: 0, position: null, ...BY },
  },
  company_profile: { id: 1, profile: "{}", ...BY },
  missions: {
    ...{ id: ID, person_id: ID, reference: "ACME", client: "Acme", title: "Refonte", start_day: "2026-11-01" },
    ...{ end_day: null, daily_rate_cents: 65_000, project_codes: "[]", client_email: "a@acme.example", ...BY },
  },
  leave: { id: ID, person_id: ID, kind: "paid-leave", start_day: "2026-11-02", end_day: "2026-11-03", ...BY },
  activity_reports: { id: ID, person_id: ID, month: "2026-11", state: "submitted", version: 1, revision: 1 },
  report_versions: {
    ...{ report_id: ID, version: 1, days: "[]", rest_days_confirmed: false, turnover_cents: 0, receipt: "{}", ...BY },
  },
  report_decisions: { id: ID, report_id: ID, version: 1, decision: "reject", reason: "no", ...BY },
  client_links: {
    ...{ id: ID, report_id: ID, version: 1, mission: "ACME", client: "Acme", recipient: "a@acme.example" },
    ...{ language: "fr", expires_at: AT, next_try_at: AT, decision: null, reason: null, decided_at: null, ...BY },
  },
  receipts: { id: ID, person_id: ID, sha256: HASH, bytes: 12, media_type: "application/pdf", ...BY },
  receipt_uploads: { person_id: ID, sha256: HASH, name: "a.pdf", bytes: 12, ...BY },
  expenses: {
    ...{ id: ID, person_id: ID, date: "2026-11-02", category: "telecom", amount_cents: 270, receipt_id: ID, vat: "[]" },
    ...{ state: "submitted", revision: 1, note: null, trip: null, ...BY },
  },
  payments: {
    ...{ id: ID, person_id: ID, mission_id: ID, month: "2026-11", amount_cents: 100, fee_cents: 7 },
    ...{ received_on: "2026-11-25", payslip_month: null, ...BY },
  },
  payslips: { id: ID, person_id: ID, month: "2026-11", document: "{}", ...BY },
  account_entries: {
    ...{ id: ID, person_id: ID, day: "2026-11-25", month: "2026-11", kind: "net-pay", fund: "activity" },
    ...{ amount_cents: -100, label: "Bulletin", ...BY },
  },
  access_tokens: { token_hash: HASH, person_id: ID, scopes: "[]", expires_at: AT, ...BY },
  idempotency_keys: { person_id: ID, key: "k".repeat(16), request_hash: HASH, status: 201, created_at: AT },
};

const DAYS = ["0001-01-01", "1999-12-31", "2100-01-01", "9999-12-31"];
const MONTHS = ["zzz", "2026-13", "2026-00", "2026-1", "1999-12", "2026-11\n", ""];
const EMAILS = ["a@b\nBcc: c@d", "a b@c", "@b", "a@", "a", `${"x".repeat(250)}@b.fr`];
const NOT_ENUM = ["maybe", "", "APPROVE"];

/** What each column must not take. */
const NONSENSE: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  people: { role: NOT_ENUM, email: EMAILS, name: ["", LONG] },
  employment_contracts: {
    ...{ kind: NOT_ENUM, category: NOT_ENUM, level: NOT_ENUM, start_day: DAYS, tax_rate_ppm: [-1, 1_000_001] },
    ...{ end_day: ["2026-10-31", ...DAYS], position: ["", LONG], job: ["", LONG] },
  },
  company_profile: { profile: ["[]", "1", JSON.stringify({ name: "x".repeat(300_000) })] },
  missions: {
    ...{ reference: ["", "acme", "A B", "A".repeat(33)], client: ["", LONG], start_day: DAYS, end_day: DAYS },
    ...{ daily_rate_cents: [0, -1, 100_000_000_001], project_codes: ["{}"], client_email: EMAILS },
  },
  leave: { kind: NOT_ENUM, start_day: ["0001-01-01"], end_day: ["9999-12-31", "2026-11-01"] },
  activity_reports: { month: MONTHS, state: NOT_ENUM, version: [0, -1], revision: [0] },
  report_versions: {
    ...{ version: [0], days: ["{}", JSON.stringify(Array(32).fill({}))], receipt: ["[]"] },
    ...{ turnover_cents: [-1, "9007199254740993"] },
  },
  report_decisions: { decision: NOT_ENUM, reason: [LONG, null] },
  client_links: {
    ...{ recipient: EMAILS, language: NOT_ENUM, tries: [-1], decision: [...NOT_ENUM, "approve"] },
    ...{ reason: [LONG], decided_at: [AT] },
  },
  receipts: { sha256: ["", "AB".repeat(32), "../x"], bytes: [0, -1, 10_485_761], media_type: ["text/html", ""] },
  receipt_uploads: { sha256: ["", "../x"], bytes: [0, 99_999_999], name: ["x".repeat(201)] },
  expenses: {
    ...{ date: DAYS, category: NOT_ENUM, amount_cents: [0, -1, 10_000_001], vat: ["{}", '"x"'], mission: [LONG] },
    ...{ note: [LONG], units: [0, 32], department: ["1", "2C", "00\n"], trip: ["[]"], taxable_cents: [-1, 271] },
    ...{ question: ["", LONG], answer: ["", LONG], reason: [LONG], state: NOT_ENUM, payslip_month: MONTHS },
    ...{ revision: [0], receipt_id: [null] },
  },
  payments: {
    ...{ month: MONTHS, amount_cents: [0, -1, "1000000000000"], fee_cents: [-1, 101, 69_937], received_on: DAYS },
    ...{ payslip_month: MONTHS },
  },
  payslips: { month: MONTHS, document: ["[]"] },
  account_entries: {
    ...{ day: DAYS, month: MONTHS, kind: NOT_ENUM, fund: NOT_ENUM, label: ["", LONG] },
    ...{ amount_cents: [0, "9007199254740993", "-9007199254740993"] },
  },
  access_tokens: { token_hash: ["", "x"], scopes: ["{}"] },
  idempotency_keys: { key: ["short", "k".repeat(65), "k k".repeat(8)], request_hash: [""], status: [0, 700] },
};

/** Facts, and what may still be said of them. */
const MAY_CHANGE: Readonly<Record<string, readonly Row[]>> = {
  account_entries: [],
  payslips: [],
  report_versions: [],
  report_decisions: [],
  receipts: [],
  payments: [{ payslip_month: "2026-11" }, { payslip_month: null }],
  client_links: [
    { mailed_at: AT, tries: 1 },
    { decision: "reject", reason: "no", decided_at: AT },
  ],
};

async function openFresh(database: DatabaseName): Promise<Kysely<Database>> {
  return database === "PGlite" ? kyselyOn(await openEmpty()) : openPostgres(await newDatabase(inject("postgres")));
}

const insertInto = (db: Kysely<Database>) => (table: string, row: Row) => {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
  return sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(db);
};

/** What a company took before it had rules. */
const TAKEN_BEFORE: Readonly<Record<string, Row>> = {
  payments: { fee_cents: 69_937, month: "zzz" },
  account_entries: { month: "zzz", label: LONG },
  report_decisions: { decision: "maybe", reason: LONG },
  missions: { client_email: "a@b\nBcc: c@d" },
  leave: { start_day: "0001-01-01", end_day: "9999-12-31" },
  receipt_uploads: { bytes: 99_999_999, sha256: "../x" },
  expenses: { answer: LONG, question: LONG, vat: '"x"' },
};

describeOnEach("whatever a program says, the tables,", {}, (database) => {
  let db: Kysely<Database>;

  const update = (table: string, row: Row) => {
    const changes = Object.entries(row).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
    return sql`update ${sql.table(table)} set ${sql.join(changes)}`.execute(db);
  };

  beforeAll(async () => {
    db = await openFresh(database);
  });
  afterAll(() => db.destroy());

  test("of an older company keep its facts, let it pay what it has to pay, and take no more nonsense", async () => {
    const insert = insertInto(db);
    for (const migration of OLDER) await migration.up(db as never);
    for (const [table, row] of Object.entries(GOOD)) await insert(table, { ...row, ...TAKEN_BEFORE[table] });

    await constraints.up(db as never);

    const one = async (table: string) => (await sql<Row>`select * from ${sql.table(table)}`.execute(db)).rows[0];
    expect(await one("payments")).toMatchObject({ fee_cents: 69_937, month: "zzz" });
    expect(await one("report_decisions")).toMatchObject({ decision: "reject", reason: LONG.slice(0, 500) });
    expect(await one("missions")).toMatchObject({ client_email: null });
    expect(await one("expenses")).toMatchObject({ answer: LONG.slice(0, 500) });
    expect(await one("receipt_uploads")).toBeUndefined();
    await sql`update payments set payslip_month = '2026-11'`.execute(db);
    const later = { id: ID.replace(/1$/, "2"), recorded_at: "2026-11-26T10:00:00Z" };
    for (const table of ["payments", "account_entries", "leave"])
      await expect(insert(table, { ...GOOD[table], ...TAKEN_BEFORE[table], ...later })).rejects.toThrow("violates");
    await insert("payments", { ...GOOD.payments, ...later });
  });

  test("take nothing that is nonsense, and what is not", async () => {
    await sql`drop schema public cascade`.execute(db);
    await sql`create schema public`.execute(db);
    await migrate(db);
    for (const [table, row] of Object.entries(GOOD)) {
      for (const [column, values] of Object.entries(NONSENSE[table] ?? {})) {
        for (const value of values) {
          const taken = await insertInto(db)(table, { ...row, [column]: value }).then(
            () => "taken",
            (refusal: Error) => refusal.message,
          );
          expect([table, column, value, taken]).toEqual([table, column, value, expect.stringMatching(/violates/)]);
        }
      }
      await insertInto(db)(table, row);
    }
    expect(Object.keys(NONSENSE)).toEqual(Object.keys(GOOD));
  });

  test("never change a fact, but for what is said of it later", async () => {
    for (const [table, changes] of Object.entries(MAY_CHANGE)) {
      for (const change of changes) await update(table, change);
      await expect(update(table, { recorded_by: "other" })).rejects.toThrow("never changed");
      await expect(sql`truncate ${sql.table(table)} cascade`.execute(db)).rejects.toThrow("never changed");
      const removed = sql`delete from ${sql.table(table)}`.execute(db);
      await expect(removed).rejects.toThrow(/never changed|violates foreign key/);
    }
    await expect(update("payments", { fee_cents: 1 })).rejects.toThrow("never changed");
    await expect(update("client_links", { decision: "approve" })).rejects.toThrow("never changed");
    await expect(update("client_links", { decision: null, reason: null, decided_at: null })).rejects.toThrow(
      "never changed",
    );
    await expect(sql`truncate people cascade`.execute(db)).rejects.toThrow("never changed");
  });
});
