import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `create table people (
    id uuid primary key, role text not null check (role in ('porte', 'operator')), name text not null,
    email text not null unique check (email = lower(email)), password_hash text not null,
    recorded_at timestamptz not null, recorded_by text not null)`,
  `create table employment_contracts (
    id uuid primary key, person_id uuid not null unique references people, kind text not null, category text not null,
    level text not null, start_day date not null, end_day date, alsace_moselle boolean not null, tax_rate_ppm integer,
    recorded_at timestamptz not null, recorded_by text not null)`,
  `create table company_profile (
    id smallint primary key check (id = 1), profile jsonb not null, recorded_at timestamptz not null, recorded_by text not null)`,
  `create table missions (
    id uuid primary key, person_id uuid not null references people, reference text not null, client text not null,
    title text not null, start_day date not null, end_day date, daily_rate_cents bigint not null check (daily_rate_cents > 0),
    project_codes jsonb not null, recorded_at timestamptz not null, recorded_by text not null, unique (person_id, reference))`,
  `create table activity_reports (
    id uuid primary key, person_id uuid not null references people, month text not null, state text not null,
    version integer not null, revision integer not null, unique (person_id, month))`,
  `create index activity_reports_waiting on activity_reports (id) where state = 'submitted'`,
  `create table report_versions (
    report_id uuid not null references activity_reports, version integer not null, days jsonb not null,
    rest_days_confirmed boolean not null, turnover_cents bigint not null, receipt jsonb not null,
    recorded_at timestamptz not null, recorded_by text not null, primary key (report_id, version))`,
  `create table report_decisions (
    id uuid primary key, report_id uuid not null, version integer not null, decision text not null, reason text,
    recorded_at timestamptz not null, recorded_by text not null, foreign key (report_id, version) references report_versions)`,
  `create index report_decisions_of on report_decisions (report_id, version)`,
  `create table receipts (
    id uuid primary key, person_id uuid not null references people, sha256 text not null, bytes integer not null,
    media_type text not null, recorded_at timestamptz not null, recorded_by text not null, unique (person_id, sha256))`,
  `create table expenses (
    id uuid primary key, person_id uuid not null references people, date date not null, category text not null,
    amount_cents bigint not null check (amount_cents > 0), vat_cents bigint not null check (vat_cents >= 0), mission text,
    note text, receipt_id uuid not null references receipts, state text not null, reason text, decided_at timestamptz,
    decided_by text, payslip_month text, revision integer not null, recorded_at timestamptz not null, recorded_by text not null)`,
  `create index expenses_of on expenses (person_id, id)`,
  `create index expenses_waiting on expenses (id) where state = 'submitted'`,
  `create table payments (
    id uuid primary key, person_id uuid not null references people, mission_id uuid not null references missions,
    month text not null, amount_cents bigint not null check (amount_cents > 0), fee_cents bigint not null,
    received_on date not null, recorded_at timestamptz not null, recorded_by text not null)`,
  `create index payments_of on payments (person_id, month)`,
  `create table payslips (
    id uuid primary key, person_id uuid not null references people, month text not null, document jsonb not null,
    recorded_at timestamptz not null, recorded_by text not null, unique (person_id, month))`,
  `create table account_entries (
    id uuid primary key, person_id uuid not null references people, day date not null, month text not null, kind text not null,
    fund text not null check (fund in ('activity', 'reserve')), amount_cents bigint not null check (amount_cents <> 0),
    label text not null, recorded_at timestamptz not null, recorded_by text not null)`,
  `create index account_entries_of on account_entries (person_id, id)`,
  `create index account_entries_month on account_entries (person_id, month)`,
  `create function refuse_change() returns trigger language plpgsql as
    'begin raise exception ''a recorded fact is never changed: %'', tg_table_name; end'`,
  `create trigger account_entries_final before update or delete on account_entries for each row execute function refuse_change()`,
  `create trigger payslips_final before update or delete on payslips for each row execute function refuse_change()`,
  `create trigger report_versions_final before update or delete on report_versions for each row execute function refuse_change()`,
  `create table access_tokens (
    token_hash text primary key, person_id uuid not null references people, scopes jsonb not null,
    expires_at timestamptz not null, recorded_at timestamptz not null, recorded_by text not null)`,
  `create table idempotency_keys (
    person_id uuid not null references people, key text not null, request_hash text not null, status integer, etag text,
    body jsonb, created_at timestamptz not null, primary key (person_id, key))`,
  `create index idempotency_keys_age on idempotency_keys (created_at)`,
  `create table oidc_records (
    model text not null, id_hash text not null, payload text not null, grant_id text, other_hash text, sealed_id text,
    consumed_at timestamptz, expires_at timestamptz, primary key (model, id_hash))`,
  `create index oidc_records_grant on oidc_records (grant_id)`,
  `create index oidc_records_other on oidc_records (other_hash)`,
  `create table server_keys (name text primary key, value jsonb not null, created_at timestamptz not null)`,
  `create table rate_limits (key text primary key, count integer not null default 1, resets_at timestamptz not null)`,
];

/** The tables of one month's work, from days to money. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
