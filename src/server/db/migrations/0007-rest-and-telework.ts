import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table report_versions
    add column daily_rest boolean, add column weekly_rest boolean, add column rest_half_days_given_up smallint,
    add constraint report_versions_rest check (
      num_nulls(daily_rest, weekly_rest, rest_half_days_given_up) in (0, 3)
      and (rest_half_days_given_up is null or rest_half_days_given_up between 0 and 62))`,
  `do $$ declare found text; begin
    for found in select conname from pg_constraint
      where conrelid = 'expenses'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%receipt_id IS NOT NULL%'
    loop execute format('alter table expenses drop constraint %I', found); end loop; end $$`,
  `alter table expenses add constraint expenses_receipt
    check (receipt_id is not null or trip is not null or category = 'telework')`,
];

/** What a porté states of a month's rest; telework, which has no receipt. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
