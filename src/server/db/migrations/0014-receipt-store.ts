import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `create table receipt_store (
    id smallint primary key check (id = 1), identity text not null, recorded_at timestamptz not null,
    cleared_until timestamptz)`,
  `create index expenses_receipt on expenses (receipt_id) where receipt_id is not null`,
  `create index receipts_age on receipts (recorded_at)`,
  `create index receipts_content on receipts (sha256)`,
  `create index receipt_uploads_age on receipt_uploads (recorded_at)`,
];

/** A database knows the store of its receipts; a receipt that nothing names, and an upload that was left, are found by their age. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
