import { type Kysely, sql } from "kysely";

/** The first day that the company knows of: what holds from then on holds whatever the day. */
const FIRST_DAY = "'2000-01-01'";

const FROM_DAY = `add column from_day date not null default ${FIRST_DAY} check (from_day between ${FIRST_DAY} and '2099-12-31')`;

/** A table whose rows are added and never changed. */
const final = (table: string) => [
  `create trigger ${table}_final before update or delete on ${table} for each row execute function refuse_change()`,
  `create trigger ${table}_whole before truncate on ${table} for each statement execute function refuse_change()`,
];

const STATEMENTS = [
  `alter table employment_contracts ${FROM_DAY}, add column version integer not null default 1 check (version >= 1),
    drop constraint employment_contracts_person_id_key`,
  "alter table employment_contracts add constraint employment_contracts_version_key unique (person_id, version)",
  "create index employment_contracts_in_force on employment_contracts (person_id, from_day, version)",
  `alter table company_profile ${FROM_DAY}, drop constraint company_profile_id_check, alter column id type integer`,
  "alter table company_profile add constraint company_profile_version check (id >= 1)",
  ...["employment_contracts", "company_profile"].flatMap(final),
  /* Which terms a payslip was computed with; null for one from before they were rows. */
  "alter table payslips add column contract_version integer, add column company_version integer",
  /* A view knows the columns of the day that it was made. */
  `create or replace view standing_payslips as select payslips.* from payslips
    where not exists (select 1 from payslip_reversals where payslip_id = payslips.id)`,
  /* As 0016 made it, and a version of a contract or of the company is told as what it changes of the version before. */
  `create or replace function keep_act() returns trigger language plpgsql set plan_cache_mode = 'force_generic_plan' as $$
    declare
      hidden text[] := coalesce(tg_argv, '{}');
      act text := lower(tg_op);
      old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - hidden end;
      new_row jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - hidden end;
      whole jsonb := coalesce(new_row, old_row);
      acted timestamptz := clock_timestamp();
    begin
      if tg_op = 'INSERT' and tg_table_name = 'employment_contracts' then
        select to_jsonb(past) into old_row from employment_contracts as past where past.person_id = (whole ->> 'person_id')::uuid
          and past.from_day <= (whole ->> 'from_day')::date and past.version < (whole ->> 'version')::integer
          order by past.from_day desc, past.version desc limit 1;
      elsif tg_op = 'INSERT' and tg_table_name = 'company_profile' then
        select to_jsonb(past) into old_row from company_profile as past where past.from_day <= (whole ->> 'from_day')::date
          and past.id < (whole ->> 'id')::integer order by past.from_day desc, past.id desc limit 1;
      end if;
      if tg_op = 'INSERT' and old_row is not null then
        act := 'update';
        old_row := old_row - '{id,version,recorded_at,recorded_by}'::text[];
        new_row := new_row - '{id,version,recorded_at,recorded_by}'::text[];
      end if;
      if act = 'update' then
        select jsonb_object_agg(key, value) into new_row from jsonb_each(new_row) where old_row -> key is distinct from value;
        if new_row is null then return null; end if;
        select jsonb_object_agg(key, old_row -> key) into old_row from jsonb_object_keys(new_row) as key;
      end if;
      insert into audit_trail (id, at, by, act, subject, row_id, person_id, before, after) values (
        time_uuid(acted), coalesce(nullif(current_setting('porte.now', true), '')::timestamptz, acted),
        coalesce(nullif(current_setting('porte.actor', true), ''), 'database role ' || current_user),
        act, tg_table_name, coalesce(whole ->> 'id', whole ->> 'payslip_id', whole ->> 'payment_id', ''), case
          when tg_table_name = 'people' then (whole ->> 'id')::uuid
          when whole ? 'report_id' then (select person_id from activity_reports where id = (whole ->> 'report_id')::uuid)
          when tg_table_name = 'payment_reversals' then (select person_id from payments where id = (whole ->> 'payment_id')::uuid)
          else (whole ->> 'person_id')::uuid end, old_row, new_row);
      return null;
    end $$`,
];

/** A contract and the company's profile are rows that hold from a day on: a change adds a row, and a past month is read as it was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
