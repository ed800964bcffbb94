import { type Kysely, sql } from "kysely";

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/* Payments and their entries are booked together, in the same order: of several that are alike, the first belongs to the first. */
const paired = (kind: string, cents: string) => `update account_entries entry set cause = paid.cause from (
    select id, row_number() over (partition by person_id, month, day, amount_cents order by id) as place, person_id, month, day, amount_cents
    from account_entries where kind = '${kind}' and reverses is null) mine
  join (select ${CAUSE} as cause, person_id, month, received_on, cents,
      row_number() over (partition by person_id, month, received_on, cents order by id) as place
    from (select payments.*, ${cents} as cents, missions.reference from payments join missions on missions.id = payments.mission_id) payments
    where cents <> 0) paid
  on paid.person_id = mine.person_id and paid.month = mine.month and paid.received_on = mine.day and paid.cents = mine.amount_cents
    and paid.place = mine.place
  where entry.id = mine.id`;
const CAUSE = `json_build_object('kind', 'payment', 'id', id, 'reference', reference)::jsonb`;

const STATEMENTS = [
  "alter table account_entries add column cause jsonb",
  "alter table account_entries disable trigger account_entries_final",
  paired("client-payment", "amount_cents"),
  paired("management-fee", "-fee_cents"),
  /* A payslip is written just before its entries. */
  `update account_entries entry set cause = (select json_build_object('kind', 'payslip', 'id', slip.id, 'reference', slip.month)::jsonb
      from payslips slip where slip.person_id = entry.person_id and slip.month = entry.month and slip.recorded_at <= entry.recorded_at
      order by slip.recorded_at desc limit 1)
    where kind not in ('client-payment', 'management-fee') and reverses is null`,
  `update account_entries entry set cause = coalesce(
      (select json_build_object('kind', 'payslip', 'id', slip.id, 'reference', slip.month)::jsonb from payslips slip where slip.id = reverses),
      (select json_build_object('kind', 'payment', 'id', payment.id, 'reference', mission.reference)::jsonb
        from payments payment join missions mission on mission.id = payment.mission_id where payment.id = reverses))
    where reverses is not null`,
  "alter table account_entries enable trigger account_entries_final",
  "alter table account_entries drop column shown",
  "drop function entry_shown",
  `create function entry_shown(id uuid, day date, month text, kind text, fund text, amount_cents bigint, label text,
      recorded_at timestamptz, recorded_by text, reverses uuid, cause jsonb) returns text language sql immutable as $$
    select left(row_to_json(shown)::text, -1) || coalesce(',"reverses":' || to_json(reverses)::text, '')
      || coalesce(',"cause":' || cause::text, '') || '}'
    from (select id, day, month, kind, fund, amount_cents as "amountCents", label,
      to_char(recorded_at at time zone 'UTC', ${INSTANT}) as "recordedAt", recorded_by as "recordedBy") shown $$`,
  `alter table account_entries add column shown text not null generated always as
    (entry_shown(id, day, month, kind, fund, amount_cents, label, recorded_at, recorded_by, reverses, cause)) stored`,
];

/** Each entry of an account names what it was booked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
