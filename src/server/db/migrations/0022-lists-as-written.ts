import { type Kysely, sql } from "kysely";

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/*
 * Nothing of what these write depends on a session: JSON has one way to write a day, a number and a text, and the instants are
 * those of UTC in figures.
 */
const STATEMENTS = [
  `create function entry_shown(id uuid, day date, month text, kind text, fund text, amount_cents bigint, label text,
      recorded_at timestamptz, recorded_by text, reverses uuid) returns text language sql immutable as $$
    select left(row_to_json(shown)::text, -1) || coalesce(',"reverses":' || to_json(reverses)::text, '') || '}'
    from (select id, day, month, kind, fund, amount_cents as "amountCents", label,
      to_char(recorded_at at time zone 'UTC', ${INSTANT}) as "recordedAt", recorded_by as "recordedBy") shown $$`,
  `alter table account_entries add column shown text not null generated always as
    (entry_shown(id, day, month, kind, fund, amount_cents, label, recorded_at, recorded_by, reverses)) stored`,
  `create function expense_shown(id uuid, date date, category text, amount_cents bigint, vat jsonb, mission text, note text,
      units integer, department text, trip jsonb, receipt_id uuid, taxable_cents bigint, state text, question text, answer text,
      recorded_at timestamptz, decided_by text, decided_at timestamptz, reason text, payslip_month text)
    returns text language sql immutable as $$
    select row_to_json(shown)::text from (select id, date, category, amount_cents as "amountCents", vat, mission, note, units,
      department, trip, receipt_id as "receiptId", taxable_cents as "taxableCents", state, question, answer,
      to_char(recorded_at at time zone 'UTC', ${INSTANT}) as "submittedAt", decided_by as "decidedBy",
      to_char(decided_at at time zone 'UTC', ${INSTANT}) as "decidedAt", reason, payslip_month as "payslipMonth") shown $$`,
  `alter table expenses add column shown text not null generated always as
    (expense_shown(id, date, category, amount_cents, vat, mission, note, units, department, trip, receipt_id, taxable_cents,
      state, question, answer, recorded_at, decided_by, decided_at, reason, payslip_month)) stored`,
  /* What a column says a second time is no act. */
  "drop trigger expenses_trail on expenses",
  `create trigger expenses_trail after insert or update or delete on expenses for each row execute function keep_act('shown')`,
];

/** What a list shows of an expense or an entry is kept as it is shown: making it took most of the time of a list. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
