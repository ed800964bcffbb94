import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table employment_contracts add column working_time text not null default 'days'
    check (working_time in ('days', 'forfait-days', 'hours'))`,
  `create table leave (
    id uuid primary key, person_id uuid not null references people, kind text not null check (kind in ('paid-leave', 'unpaid-leave')),
    start_day date not null, end_day date not null check (end_day >= start_day),
    recorded_at timestamptz not null, recorded_by text not null)`,
  `create index leave_of on leave (person_id, id)`,
];

/** How each contract counts time, and the leave that was granted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
