import { type Kysely, sql } from "kysely";

const MAX_CENTS = 100_000_000_000;
const isMonth = "month ~ '^20[0-9][0-9]-(0[1-9]|1[0-2])$'";
const isDay = (column: string) => `${column} between '2000-01-01' and '2099-12-31'`;

const STATEMENTS = [
  `create table invoices (
    id uuid primary key, person_id uuid not null references people, mission_id uuid not null references missions,
    month text not null check (${isMonth}), year integer not null check (year between 2000 and 2099),
    serial integer not null check (serial >= 1), number text not null unique check (length(number) between 1 and 32),
    report_id uuid not null, report_version integer not null, day_hundredths integer not null check (day_hundredths between 1 and 3100),
    amount_cents bigint not null check (amount_cents between 1 and ${MAX_CENTS}),
    vat_ppm integer not null check (vat_ppm between 0 and 1000000), vat_cents bigint not null check (vat_cents between 0 and ${MAX_CENTS}),
    issued_on date not null check (${isDay("issued_on")}), due_on date not null check (due_on between issued_on and issued_on + 60),
    late_ppm integer check (late_ppm between 0 and 1000000),
    cancelled_at timestamptz, cancelled_by text, cancel_reason text check (length(btrim(cancel_reason)) between 1 and 500),
    recorded_at timestamptz not null, recorded_by text not null,
    unique (year, serial), foreign key (report_id, report_version) references report_versions (report_id, version),
    constraint invoices_cancelled check ((cancelled_at is null) = (cancel_reason is null) and (cancelled_at is null) = (cancelled_by is null)))`,
  /* One invoice stands for a mission's month. */
  "create unique index invoices_standing on invoices (mission_id, month) where cancelled_at is null",
  "create index invoices_of on invoices (person_id, id)",
  `create table invoice_reminders (
    id uuid primary key, invoice_id uuid not null references invoices, person_id uuid not null references people,
    sent_on date not null check (${isDay("sent_on")}), channel text not null check (channel in ('mail', 'phone', 'letter')),
    next_on date check (${isDay("next_on")} and next_on > sent_on), recorded_at timestamptz not null, recorded_by text not null)`,
  "create index invoice_reminders_of on invoice_reminders (invoice_id, id)",
  `create trigger invoices_final before update on invoices for each row
    when (to_jsonb(old) - '{cancelled_at,cancelled_by,cancel_reason,recorded_by}'::text[]
        is distinct from to_jsonb(new) - '{cancelled_at,cancelled_by,cancel_reason,recorded_by}'::text[]
      or (old.cancelled_at is not null and (old.cancelled_at, old.cancel_reason) is distinct from (new.cancelled_at, new.cancel_reason)))
    execute function refuse_change()`,
  "create trigger invoices_kept before delete on invoices for each row execute function refuse_change()",
  "create trigger invoice_reminders_kept before delete on invoice_reminders for each row execute function refuse_change()",
  ...["invoices", "invoice_reminders"].flatMap((table) => [
    `create trigger ${table}_whole before truncate on ${table} for each statement execute function refuse_change()`,
    `create trigger ${table}_trail after insert or update or delete on ${table} for each row execute function keep_act()`,
  ]),
];

/** What clients are billed for a month of a mission, and when they were reminded of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
