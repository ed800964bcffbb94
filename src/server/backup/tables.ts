import { type RawBuilder, sql } from "kysely";
import type { Db } from "../deps.ts";

/** What an archive leaves out: it lasts for minutes, or is what only one store of receipts knows of itself. */
const LEFT_OUT = ["kysely_migration", "kysely_migration_lock", "rate_limits", "receipt_store", "receipt_uploads"];
const ROWS_AT_ONCE = 500;

/** A table as the database's own catalogue describes it. */
export interface Table {
  readonly name: string;
  /** The columns that are written; those that the database makes from others are not. */
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** Lists the tables of a company. */
export async function tablesOf(db: Db): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select t.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indrelid = t.oid and i.indisprimary order by array_position(i.indkey::smallint[], a.attnum)) as key
    from pg_class t where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace order by t.relname`.execute(db);
  return rows.filter(({ name }) => !LEFT_OUT.includes(name));
}

interface Reference {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Has rows written as they were, in any order. What a row names is checked for all of them at the end, because tables name one another in
 * circles; and what a database notes by itself of each row is in the archive already.
 */
export async function whileUnwatched(trx: Db, tables: readonly Table[], work: () => Promise<void>): Promise<void> {
  const { rows } = await sql<Reference>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(trx);
  for (const { table, name } of rows)
    await sql`alter table ${sql.raw(table)} drop constraint ${sql.ref(name)}`.execute(trx);
  for (const { name } of tables) await sql`alter table ${sql.table(name)} disable trigger user`.execute(trx);
  await work();
  for (const { name } of tables) await sql`alter table ${sql.table(name)} enable trigger user`.execute(trx);
  for (const { table, name, definition } of rows)
    await sql`alter table ${sql.raw(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(trx);
}

/**
 * Reads the rows of a table, each as a line of JSON that any database writes alike, in an order that any database keeps; no more than a
 * few hundred are in memory at once.
 */
export async function* linesOf(trx: Db, { name, key }: Table): AsyncGenerator<string> {
  const order = key.length === 0 ? [sql`to_jsonb(t)::text collate "C"`] : key.map(byText);
  const select = sql`select to_jsonb(t)::text as line from ${sql.table(name)} as t order by ${sql.join(order)}`;
  await sql`declare lines no scroll cursor for ${select}`.execute(trx);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(ROWS_AT_ONCE)} from lines`.execute(trx);
    if (rows.length === 0) break;
    for (const { line } of rows) yield `${line}\n`;
  }
  await sql`close lines`.execute(trx);
}

const byText = (column: string): RawBuilder<unknown> => sql`t.${sql.ref(column)}::text collate "C"`;

/** Writes rows into a table as they were read. */
export async function insertLines(trx: Db, { name, columns }: Table, lines: readonly string[]): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(name)} (${names}) overriding system value
    select ${names} from jsonb_populate_recordset(null::${sql.table(name)}, ${`[${lines.join(",")}]`}::jsonb)`.execute(
    trx,
  );
}

/** Has the numbers that a database counts itself go on after those that were written. */
export async function goOnCounting(trx: Db, { name, columns }: Table): Promise<void> {
  for (const column of columns) {
    const { rows } = await sql<{ sequence: string | null }>`
      select pg_get_serial_sequence(${name}, ${column}) as sequence`.execute(trx);
    const sequence = rows[0]?.sequence ?? null;
    if (sequence !== null)
      await sql`select setval(${sequence}, max(${sql.ref(column)})) from ${sql.table(name)}`.execute(trx);
  }
}

/** Has every database write instants alike. */
export async function inUtc(trx: Db): Promise<void> {
  await sql`set local timezone = 'UTC'`.execute(trx);
}

/** The migrations that a database has had. */
export async function schemaOf(db: Db): Promise<string[]> {
  const query = sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return (await query).rows.map(({ name }) => name);
}
