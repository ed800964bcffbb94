import { type Kysely, sql } from "kysely";

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const STATEMENTS = [
  `create table imported_months (
    id uuid primary key, person_id uuid not null references people, month text not null check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    facts jsonb not null check (jsonb_typeof(facts) = 'object'), recorded_at timestamptz not null, recorded_by text not null)`,
  "create unique index imported_months_of on imported_months (person_id, month)",
  "create index imported_months_listed on imported_months (person_id, id)",
  `create trigger imported_months_final before update on imported_months for each row execute function refuse_change()`,
  `create trigger imported_months_kept before delete on imported_months for each row execute function refuse_unless_erasing()`,
  `create trigger imported_months_whole before truncate on imported_months for each statement execute function refuse_change()`,
  `create trigger imported_months_trail after insert or delete on imported_months for each row execute function keep_act('facts')`,
  "alter table activity_reports add column imported_at timestamptz",
  /* What is said of a report of before stands at the end of what is shown: the rows of others need not be written again. */
  `create function add_imported() returns trigger language plpgsql as $$ begin
    if new.imported_at is not null then
      new.shown := left(new.shown, -1) || ',"importedAt":"' || to_char(new.imported_at at time zone 'UTC', ${INSTANT}) || '"}';
    end if;
    return new; end $$`,
  /* Triggers of one time run in the order of their names: this one after what makes the text. */
  `create trigger activity_reports_shown_imported before insert or update on activity_reports
    for each row execute function add_imported()`,
];

/** Months that a porté lived before the company served the contract: taken over as they were recorded, locked, and said to be imported. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
