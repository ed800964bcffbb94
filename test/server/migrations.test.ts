import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "../../src/server/db/migrate.ts";
import { kyselyOn } from "../../src/server/db/open.ts";
import type { Database } from "../../src/server/db/schema.ts";
import { openEmpty } from "../parts/embedded.ts";
import { type TypedColumn, typedSchema } from "../parts/schema-types.ts";

const ID = "00000000-0000-7000-8000-000000000001";

let db: Kysely<Database>;

beforeAll(async () => {
  db = kyselyOn(await openEmpty());
  await migrate(db);
  await sql`insert into people (id, role, name, email, password_hash, recorded_at, recorded_by)
    values (${ID}, 'porte', 'Claire', 'c@example.fr', '', now(), 'test')`.execute(db);
  await sql`insert into activity_reports (id, person_id, month, state, version, revision)
    values (${ID}, ${ID}, '2026-11', 'submitted', 1, 1)`.execute(db);
});
afterAll(() => db.destroy());

describe("whatever a program says, the database", () => {
  let versions = 0;
  const version = (daily: boolean | null, weekly: boolean | null, halves: number | null) => {
    versions += 1;
    return sql`insert into report_versions (report_id, version, days, rest_days_confirmed, turnover_cents, receipt,
      recorded_at, recorded_by, daily_rest, weekly_rest, rest_half_days_given_up)
      values (${ID}, ${versions}, '[]', false, 0, '{}', now(), 'test', ${daily}, ${weekly}, ${halves})`.execute(db);
  };
  let expenses = 0;
  const expense = (category: string, trip: string | null) => {
    expenses += 1;
    const id = `00000000-0000-7000-8000-${String(expenses).padStart(12, "0")}`;
    return sql`insert into expenses (id, person_id, date, category, amount_cents, trip, state, revision, recorded_at, recorded_by)
      values (${id}, ${ID}, '2026-11-02', ${category}, 270, ${trip}, 'submitted', 1, now(), 'test')`.execute(db);
  };

  test("takes what is stated of rest whole or not at all, within a month", async () => {
    await version(null, null, null);
    await version(true, false, 0);
    await version(true, false, 62);
    for (const [daily, weekly, halves] of [
      [true, null, null],
      [null, false, 0],
      [true, true, null],
      [true, true, -1],
      [true, true, 63],
    ] as const)
      await expect(version(daily, weekly, halves)).rejects.toThrow("report_versions_rest");
  });

  test("takes no expense without a receipt but a trip and telework", async () => {
    await expense("telework", null);
    await expense("mileage", "{}");
    for (const category of ["telecom", "mileage", "other"])
      await expect(expense(category, null)).rejects.toThrow("expenses_receipt");
  });
});

/** What a row holds by the type of its column, as this program's parsers read it. */
const READ_AS: Readonly<Record<string, string>> = {
  uuid: "string",
  text: "string",
  date: "string",
  integer: "number",
  smallint: "number",
  bigint: "number",
  "double precision": "number",
  boolean: "boolean",
  bytea: "bytes",
  json: "json",
  jsonb: "json",
  "timestamp with time zone": "Date",
};

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  readonly isGenerated: boolean;
}

/** Says what of a column's type is not so in the database; empty where all is. */
function faultOf({ table, column, ...real }: Column, typed: TypedColumn | undefined): string[] {
  if (typed === undefined) return [`${table}.${column} has no type`];
  const type = READ_AS[real.type] ?? real.type;
  const isDatabases = real.hasDefault || real.nullable;
  const faults: [boolean, string][] = [
    [typed.type !== type, `is ${type}, and typed ${typed.type}`],
    [typed.nullable !== real.nullable, `may${real.nullable ? "" : " not"} be null`],
    [typed.written !== "required" && !isDatabases, "must be written"],
    [typed.written !== "never" && real.isGenerated, "is written by the database"],
  ];
  return faults.flatMap(([isFault, words]) => (isFault ? [`${table}.${column} ${words}`] : []));
}

test("every table and column has the type that its rows have, once every migration is made", async () => {
  const typed = typedSchema();
  const { rows } =
    await sql<Column>`select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
      not a.attnotnull as nullable, a.atthasdef as "hasDefault", a.attgenerated <> '' as "isGenerated"
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
      and c.relname not like 'kysely%'`.execute(db);

  const known = new Set(rows.map(({ table, column }) => `${table}.${column}`));
  const tables = [...typed].filter(([table]) => table !== "standing_payslips");
  const unknown = tables.flatMap(([table, columns]) =>
    [...columns.keys()].map((column) => `${table}.${column}`).filter((name) => !known.has(name)),
  );
  expect(rows.length).toBeGreaterThan(150);
  expect(unknown).toEqual([]);
  expect(rows.flatMap((row) => faultOf(row, typed.get(row.table)?.get(row.column)))).toEqual([]);
});

test("the view of the payslips that stand has the columns of payslips", async () => {
  const { rows } = await sql<{ missing: string }>`select column_name as missing from information_schema.columns
    where table_name = 'payslips' and column_name not in
      (select column_name from information_schema.columns where table_name = 'standing_payslips')`.execute(db);
  expect(rows).toEqual([]);
});
