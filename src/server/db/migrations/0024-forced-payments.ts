import { type Kysely, sql } from "kysely";

/** Why a payment was recorded in spite of what spoke against it; the trail keeps it with the payment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table payments add column force_reason text check (btrim(force_reason) <> '')`.execute(db);
}
