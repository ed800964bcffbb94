import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  /* Two programs that come here at once go one after the other. */
  "lock table audit_trail in share row exclusive mode",
  /* Otherwise what writes an act is planned again for each: it looks cheaper to PostgreSQL once a table's name is known, and takes
     longer to plan than to do. */
  "alter function keep_act() set plan_cache_mode = 'force_generic_plan'",
];

/** What keeps an act is planned once a session: a third of the time that a pay's booking took was planning. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
