import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table oidc_records add column polled_at timestamptz`,
  `create index oidc_records_end on oidc_records (model, expires_at)`,
  `create table sign_in_tries (
    key text primary key, failures integer not null default 1 check (failures > 0), failed_at timestamptz not null,
    next_at timestamptz not null)`,
];

/** When a code was last asked about, and how many wrong passwords an account was tried with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
