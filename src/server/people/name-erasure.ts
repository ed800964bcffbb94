import { type RawBuilder, sql } from "kysely";
import type { Db } from "../deps.ts";
import type { Erased } from "../trail/erasure.ts";

/** Where a table says who recorded or decided a row. */
interface Signed {
  readonly table: string;
  readonly column: string;
  readonly hasPerson: boolean;
}

/**
 * Takes the address out of a person's payslips, and where the name need not be kept, puts the pseudonym in its place wherever a row says that it
 * recorded or decided it. Rows keep a name and no person: where somebody else has the same name, only the person's own rows are sure to be meant.
 */
export async function eraseFromRows(trx: Db, { id, email, address, name, newName }: Erased): Promise<void> {
  await sql`update payslips set document = jsonb_set(document, '{owner,email}', to_jsonb(${address}::text))
    where person_id = ${id} and lower(document #>> '{owner,email}') = lower(${email})`.execute(trx);
  if (newName === null) return;
  const namesake = await trx
    .selectFrom("people")
    .select("id")
    .where("name", "=", name)
    .where("id", "!=", id)
    .executeTakeFirst();
  for (const { table, column, hasPerson } of await signedColumns(trx)) {
    if (namesake !== undefined && !hasPerson) continue;
    const own = namesake === undefined ? sql`true` : ownRows(table, id);
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${address}
      where ${sql.ref(column)} = ${name} and ${own}`.execute(trx);
  }
}

function ownRows(table: string, id: string): RawBuilder<unknown> {
  return sql`${sql.ref(table === "people" ? "id" : "person_id")} = ${id}`;
}

async function signedColumns(trx: Db): Promise<readonly Signed[]> {
  const { rows } = await sql<Signed>`
    select named.table_name as table, named.column_name as column,
      named.table_name = 'people' or exists (select 1 from information_schema.columns owned where owned.table_schema = 'public'
        and owned.table_name = named.table_name and owned.column_name = 'person_id') as "hasPerson"
    from information_schema.columns named join information_schema.tables t using (table_schema, table_name)
    where named.table_schema = 'public' and t.table_type = 'BASE TABLE' and named.column_name in ('recorded_by', 'decided_by')
    order by 1, 2`.execute(trx);
  return rows;
}
