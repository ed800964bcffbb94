import { type Kysely, sql } from "kysely";

/** The tables whose acts are kept, each with the columns that no trail may hold or that are no act. Account entries and report versions are facts by themselves. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  people: ["password_hash"],
  employment_contracts: [],
  company_profile: [],
  missions: [],
  leave: [],
  activity_reports: [],
  report_decisions: [],
  client_links: ["mailed_at", "tries", "next_try_at"],
  expenses: [],
  receipts: [],
  payments: [],
  payment_reversals: [],
  payslips: ["document"],
  payslip_reversals: [],
  payroll_runs: ["holder", "held_until"],
  access_tokens: ["token_hash"],
};

const STATEMENTS = [
  `alter table people add column staff_role text check (staff_role in ('adviser', 'payroll', 'administrator')),
    add column ended_at timestamptz, add column erased_at timestamptz`,
  `update people set staff_role = 'administrator' where role = 'operator'`,
  `alter table people add constraint people_staff_role check ((role = 'operator') = (staff_role is not null))`,
  `alter table access_tokens add column id uuid not null default gen_random_uuid() unique, add column name text not null default '',
    add column ended_at timestamptz`,
  `create index oidc_records_of on oidc_records (person_id)`,
  `create table audit_trail (
    id uuid primary key, at timestamptz not null, by text not null, act text not null check (act in ('insert', 'update', 'delete')),
    subject text not null, row_id text not null, person_id uuid, before jsonb, after jsonb)`,
  `create index audit_trail_of on audit_trail (person_id, id)`,
  /* The time comes first, as in a UUID of version 7, so that the newest are read by the primary key. */
  `create function time_uuid(at timestamptz) returns uuid language sql as $$
    select encode(set_byte(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send(floor(extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6), 6,
      (get_byte(uuid_send(gen_random_uuid()), 6) & 15) | 112), 'hex')::uuid $$`,
  /* What changed of a row, by whom: a request says its person and its time; what is done by hand is the database's own role's. */
  `create function keep_act() returns trigger language plpgsql as $$
    declare
      hidden text[] := coalesce(tg_argv, '{}');
      old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - hidden end;
      new_row jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - hidden end;
      whole jsonb := coalesce(new_row, old_row);
      acted timestamptz := clock_timestamp();
    begin
      if tg_op = 'UPDATE' then
        select jsonb_object_agg(key, value) into new_row from jsonb_each(new_row) where old_row -> key is distinct from value;
        if new_row is null then return null; end if;
        select jsonb_object_agg(key, old_row -> key) into old_row from jsonb_object_keys(new_row) as key;
      end if;
      insert into audit_trail (id, at, by, act, subject, row_id, person_id, before, after) values (
        time_uuid(acted), coalesce(nullif(current_setting('porte.now', true), '')::timestamptz, acted),
        coalesce(nullif(current_setting('porte.actor', true), ''), 'database role ' || current_user),
        lower(tg_op), tg_table_name, coalesce(whole ->> 'id', whole ->> 'payslip_id', whole ->> 'payment_id', ''), case
          when tg_table_name = 'people' then (whole ->> 'id')::uuid
          when whole ? 'report_id' then (select person_id from activity_reports where id = (whole ->> 'report_id')::uuid)
          when tg_table_name = 'payment_reversals' then (select person_id from payments where id = (whole ->> 'payment_id')::uuid)
          else (whole ->> 'person_id')::uuid end, old_row, new_row);
      return null;
    end $$`,
  ...Object.entries(KEPT).map(
    ([table, hidden]) => `create trigger ${table}_trail after insert or update or delete on ${table}
      for each row execute function keep_act(${hidden.map((column) => `'${column}'`).join(", ")})`,
  ),
  /* The address and name of a person who is erased are taken out of whatever row holds them; nothing else of an act is ever changed. */
  `create function refuse_trail_change() returns trigger language plpgsql as $$ begin
    if tg_op = 'UPDATE' and row(new.id, new.at, new.act, new.subject, new.row_id, new.person_id)
        is not distinct from row(old.id, old.at, old.act, old.subject, old.row_id, old.person_id) and exists (select 1 from people
        where id = nullif(current_setting('porte.erasing', true), '')::uuid and erased_at is not null)
      then return new; end if;
    raise exception 'a recorded act is never changed'; end $$`,
  `create trigger audit_trail_final before update or delete on audit_trail for each row execute function refuse_trail_change()`,
  `create trigger audit_trail_whole before truncate on audit_trail for each statement execute function refuse_trail_change()`,
];

/** What each member of the staff may do, whose access has ended, and a trail of every act. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
