import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  /* Of a recorded fact, the name of who recorded it and the address on a payslip are taken out while their person is erased, and nothing else ever. */
  `create or replace function refuse_change() returns trigger language plpgsql as $$
    declare
      /* What the database makes of other columns is not made yet. */
      left_out text[] := '{recorded_by,decided_by}'::text[]
        || array(select attname::text from pg_attribute where attrelid = tg_relid and attgenerated <> '');
    begin
    if tg_op = 'UPDATE' then
      if (to_jsonb(new) - left_out) #- '{document,owner,email}' is not distinct from (to_jsonb(old) - left_out) #- '{document,owner,email}'
          and exists (select 1 from people
          where id = nullif(current_setting('porte.erasing', true), '')::uuid and erased_at is not null)
        then return new; end if;
    end if;
    raise exception 'a recorded fact is never changed: %', tg_table_name; end $$`,
];

/** The name of who is erased can be taken out of what that person recorded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
