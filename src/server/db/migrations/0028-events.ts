import { type Kysely, sql } from "kysely";

/** What a porté may want to know of a table: when a row is written, as what, and what of it the event is about. */
interface Told {
  readonly table: string;
  /** What writes an event: an insert, an update of some columns. */
  readonly on: string;
  /** The event's kind, or its first word where a state is the second. */
  readonly kind: string;
  /** The column whose words end the kind; an update that leaves it as it is tells nothing. */
  readonly state?: string;
  /** The column that says what the event is about. */
  readonly about: string;
}

const TOLD: readonly Told[] = [
  {
    table: "activity_reports",
    on: "insert or update of state, version",
    kind: "report",
    state: "state",
    about: "month",
  },
  { table: "client_links", on: "update of decision", kind: "client", state: "decision", about: "mission" },
  { table: "expenses", on: "insert or update of state", kind: "expense", state: "state", about: "id" },
  { table: "payments", on: "insert", kind: "payment-received", about: "month" },
  { table: "payment_reversals", on: "insert", kind: "payment-reversed", about: "payment_id" },
  { table: "payslips", on: "insert", kind: "payslip-ready", about: "month" },
  { table: "payslip_reversals", on: "insert", kind: "payslip-reversed", about: "month" },
  { table: "employment_contracts", on: "insert or update", kind: "terms-changed", about: "from_day" },
  { table: "missions", on: "insert or update", kind: "mission-changed", about: "reference" },
  { table: "contract_documents", on: "insert", kind: "contract-drawn", about: "id" },
  { table: "contract_signings", on: "insert", kind: "contract-sent", about: "document_id" },
  { table: "contract_signings", on: "update of signed_at", kind: "contract-signed", about: "document_id" },
  { table: "mission_proposals", on: "insert or update of state", kind: "proposal", state: "state", about: "reference" },
  { table: "leave", on: "insert", kind: "leave-recorded", about: "start_day" },
];

const STATEMENTS = [
  "create table event_counters (person_id uuid primary key references people, last bigint not null check (last > 0))",
  `create table events (
    person_id uuid not null references people, id bigint not null check (id > 0), at timestamptz not null,
    kind text not null check (length(kind) between 1 and 60), about text not null check (length(about) <= 100),
    primary key (person_id, id))`,
  "create index events_at on events (at)",
  /* The person's counter is taken last, when the transaction ends, and held until it has: the events of one person are numbered in the
     order in which they can be read, without a hole, and no lock that a transaction still asks for comes after it. */
  `create function keep_event() returns trigger language plpgsql as $$
    declare
      new_row jsonb := to_jsonb(new);
      state text := new_row ->> tg_argv[2];
      person uuid := case
        when tg_table_name = 'client_links' then (select person_id from activity_reports where id = (new_row ->> 'report_id')::uuid)
        when tg_table_name = 'payment_reversals' then (select person_id from payments where id = (new_row ->> 'payment_id')::uuid)
        else (new_row ->> 'person_id')::uuid end;
      number bigint;
    begin
      if tg_argv[2] <> '' and (state is null or (tg_op = 'UPDATE' and to_jsonb(old) ->> tg_argv[2] = state
        and to_jsonb(old) -> 'version' is not distinct from new_row -> 'version')) then return null; end if;
      insert into event_counters as counter (person_id, last) values (person, 1)
        on conflict (person_id) do update set last = counter.last + 1 returning last into number;
      insert into events (person_id, id, at, kind, about) values (
        person, number, coalesce(nullif(current_setting('porte.now', true), '')::timestamptz, clock_timestamp()),
        tg_argv[0] || case when tg_argv[2] = '' then '' else '-' || state end, coalesce(new_row ->> tg_argv[1], ''));
      perform pg_notify('porte_events', person::text);
      return null;
    end $$`,
  "alter function keep_event() set plan_cache_mode = 'force_generic_plan'",
  ...TOLD.map(
    ({ table, on, kind, about, state = "" }) =>
      `create constraint trigger ${table}_${kind.replaceAll("-", "_")}_event after ${on} on ${table} deferrable initially deferred
        for each row execute function keep_event('${kind}', '${about}', '${state}')`,
  ),
];

/** What happens to each porté, in the order in which it became so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
