import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `create table receipt_uploads (
    person_id uuid not null references people, sha256 text not null, name text not null, bytes integer not null check (bytes > 0),
    received integer not null default 0 check (received between 0 and bytes), recorded_at timestamptz not null,
    recorded_by text not null, primary key (person_id, sha256))`,
];

/** Receipts that arrive piece by piece. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
