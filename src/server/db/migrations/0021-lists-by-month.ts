import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  "create index expenses_by_day on expenses (person_id, date)",
  "create index payments_by_month on payments (month, id)",
];

/** An index for what is asked for by its month, and has none yet. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
