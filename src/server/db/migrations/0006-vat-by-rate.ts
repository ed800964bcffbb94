import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table expenses add column vat jsonb not null default '[]'`,
  `update expenses set vat = jsonb_build_array(jsonb_build_object('ratePpm', null, 'vatCents', vat_cents)) where vat_cents > 0`,
  `alter table expenses drop column vat_cents`,
];

/** The tax of an expense by rate; what was said before is a tax whose split is not known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
