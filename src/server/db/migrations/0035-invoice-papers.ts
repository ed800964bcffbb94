import { type Kysely, sql } from "kysely";

const MAIL = "recipient is not null and language is not null";

const STATEMENTS = [
  "alter table invoices add column printed jsonb check (jsonb_typeof(printed) = 'object')",
  `alter table invoice_reminders
    add column recipient text check (recipient ~ '^[^@[:space:]<>,;]+@[^@[:space:]<>,;]+$' and length(recipient) <= 254),
    add column language text check (language in ('fr', 'en')), add column mailed_at timestamptz,
    add column tries integer not null default 0, add column next_try_at timestamptz check (next_try_at is null or (${MAIL}))`,
  "create index invoice_reminders_to_mail on invoice_reminders (next_try_at) where mailed_at is null and next_try_at is not null",
  "drop trigger invoice_reminders_trail on invoice_reminders",
  `create trigger invoice_reminders_trail after insert or update or delete on invoice_reminders for each row
    execute function keep_act('recipient', 'mailed_at', 'tries', 'next_try_at')`,
  `create trigger invoice_reminders_final before update on invoice_reminders for each row
    when (to_jsonb(old) - '{mailed_at,tries,next_try_at,recorded_by}'::text[]
      is distinct from to_jsonb(new) - '{mailed_at,tries,next_try_at,recorded_by}'::text[])
    execute function refuse_change()`,
];

/** What an invoice names, as it was when it was issued; reminders that the company mails itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
