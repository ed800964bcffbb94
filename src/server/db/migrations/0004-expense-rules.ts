import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table expenses
    add column units integer not null default 1 check (units > 0), add column department text, add column trip jsonb,
    add column taxable_cents bigint not null default 0 check (taxable_cents >= 0), add column question text, add column answer text,
    alter column receipt_id drop not null, add check (receipt_id is not null or trip is not null)`,
  `update company_profile set profile = profile || '{"operatingCap": null}' where not profile ? 'operatingCap'`,
];

/** What an expense is for beside its amount, what of it is taxable, and what is asked of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
