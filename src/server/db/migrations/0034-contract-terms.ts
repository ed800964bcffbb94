import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  "alter table contract_documents add column terms jsonb check (jsonb_typeof(terms) = 'object')",
  /* They name their person: the trail has neither their words nor them. */
  "drop trigger contract_documents_trail on contract_documents",
  `create trigger contract_documents_trail after insert or update or delete on contract_documents for each row
    execute function keep_act('pdf', 'facts', 'terms')`,
];

/** What each contract says, before it is put into words: drawn again in other words, it is still the same. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
