import { type Kysely, sql } from "kysely";

const TOLD = [
  { table: "invoices", name: "invoices_issued", on: "insert", when: "", kind: "invoice-issued", about: "id" },
  {
    ...{ table: "invoices", name: "invoices_cancelled", on: "update of cancelled_at" },
    ...{
      when: "when (old.cancelled_at is null and new.cancelled_at is not null)",
      kind: "invoice-cancelled",
      about: "id",
    },
  },
  {
    ...{ table: "invoice_reminders", name: "invoice_reminders_sent", on: "insert" },
    ...{ when: "", kind: "invoice-reminded", about: "invoice_id" },
  },
];

const STATEMENTS = [
  ...TOLD.map(
    ({ table, name, on, when, kind, about }) =>
      `create constraint trigger ${name}_event after ${on} on ${table} deferrable initially deferred
        for each row ${when} execute function keep_event('${kind}', '${about}', '')`,
  ),
  /* An invoice is paid by the payment that brings what stands of its month to its amount: those before it are told apart by their
     identifiers, which begin with the clock, and whoever records one holds the money of its porté. */
  `create function keep_paid_event() returns trigger language plpgsql as $$
    declare
      billed record;
      paid bigint;
      number bigint;
    begin
      select id, person_id, amount_cents into billed from invoices
        where mission_id = new.mission_id and month = new.month and cancelled_at is null;
      if billed is null then return null; end if;
      select coalesce(sum(amount_cents), 0) into paid from payments
        where person_id = new.person_id and mission_id = new.mission_id and month = new.month and id <= new.id
          and not exists (select 1 from payment_reversals where payment_id = payments.id);
      if paid < billed.amount_cents or paid - new.amount_cents >= billed.amount_cents then return null; end if;
      insert into event_counters as counter (person_id, last) values (billed.person_id, 1)
        on conflict (person_id) do update set last = counter.last + 1 returning last into number;
      insert into events (person_id, id, at, kind, about) values (
        billed.person_id, number, coalesce(nullif(current_setting('porte.now', true), '')::timestamptz, clock_timestamp()),
        'invoice-paid', billed.id::text);
      perform pg_notify('porte_events', billed.person_id::text);
      return null;
    end $$`,
  "alter function keep_paid_event() set plan_cache_mode = 'force_generic_plan'",
  /* Triggers of one row fire by their names: what was received is told before what is paid by it. */
  `create constraint trigger payments_then_paid_event after insert on payments deferrable initially deferred
    for each row execute function keep_paid_event()`,
];

/** What happens to the invoices for a porté's work: issued, reminded, cancelled, paid. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
