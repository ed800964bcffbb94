import { type Kysely, sql } from "kysely";

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const STATEMENTS = [
  "alter table expenses drop column shown",
  `drop function expense_shown(uuid, date, text, bigint, jsonb, text, text, integer, text, jsonb, uuid, bigint, text, text, text,
    timestamptz, text, timestamptz, text, text)`,
  "alter table expenses add column merchant text check (char_length(merchant) <= 120)",
  `create function expense_shown(id uuid, date date, category text, amount_cents bigint, vat jsonb, mission text, merchant text,
      note text, units integer, department text, trip jsonb, receipt_id uuid, taxable_cents bigint, state text, question text,
      answer text, recorded_at timestamptz, decided_by text, decided_at timestamptz, reason text, payslip_month text)
    returns text language sql immutable as $$
    select row_to_json(shown)::text from (select id, date, category, amount_cents as "amountCents", vat, mission, merchant, note,
      units, department, trip, receipt_id as "receiptId", taxable_cents as "taxableCents", state, question, answer,
      to_char(recorded_at at time zone 'UTC', ${INSTANT}) as "submittedAt", decided_by as "decidedBy",
      to_char(decided_at at time zone 'UTC', ${INSTANT}) as "decidedAt", reason, payslip_month as "payslipMonth") shown $$`,
  `alter table expenses add column shown text not null generated always as
    (expense_shown(id, date, category, amount_cents, vat, mission, merchant, note, units, department, trip, receipt_id,
      taxable_cents, state, question, answer, recorded_at, decided_by, decided_at, reason, payslip_month)) stored`,
];

/** Who was paid is a fact of an expense of its own, beside the note. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
