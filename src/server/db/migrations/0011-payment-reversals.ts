import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `create table payment_reversals (
    payment_id uuid primary key references payments, reason text not null check (length(btrim(reason)) between 1 and 500),
    recorded_at timestamptz not null, recorded_by text not null)`,
  /* Under a monthly limit of the fee, what the month's other payments owe once one of them is taken back. */
  `create table payment_fee_corrections (
    reversed_id uuid not null references payment_reversals, payment_id uuid not null references payments,
    amount_cents bigint not null check (amount_cents <> 0), primary key (reversed_id, payment_id))`,
  `create index payment_fee_corrections_of on payment_fee_corrections (payment_id)`,
  `create trigger payment_reversals_final before update or delete on payment_reversals
    for each row execute function refuse_change()`,
  `create trigger payment_fee_corrections_final before update or delete on payment_fee_corrections
    for each row execute function refuse_change()`,
  `alter table account_entries add column reverses uuid`,
];

/** Payments are taken back by entries that say so, and are never edited. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
