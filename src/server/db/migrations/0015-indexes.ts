import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  /* Whose an access token is, so that one statement finds who asks; a record of before is completed when it is used. */
  `alter table oidc_records add column person_id uuid, add column scopes jsonb`,
  `create index oidc_records_expires on oidc_records (expires_at)`,
  `create index rate_limits_resets on rate_limits (resets_at)`,
  `create index access_tokens_of on access_tokens (person_id)`,
  /* What a list shows of a payslip stands beside its document, which is too long to be kept in the row. */
  `alter table payslips
    add column gross_cents bigint generated always as ((document->>'grossCents')::bigint) stored,
    add column net_paid_cents bigint generated always as ((document->>'netPaidCents')::bigint) stored,
    add column transfer_cents bigint generated always as ((document->>'transferCents')::bigint) stored,
    add column transfer_day text generated always as (document->>'transferDate') stored,
    add column share jsonb generated always as (document->'share') stored,
    add column remainder_cents bigint generated always as ((document->>'remainderCents')::bigint) stored,
    add column business_contribution_cents bigint
      generated always as ((document->'parts'->>'businessContributionCents')::bigint) stored`,
  /* A view knows the columns of the day that it was made. */
  `create or replace view standing_payslips as select payslips.* from payslips
    where not exists (select 1 from payslip_reversals where payslip_id = payslips.id)`,
  `create index payslips_by_month on payslips (month)`,
  `create index expenses_open on expenses (person_id, id) where state in ('submitted', 'questioned', 'refused')`,
  `drop index activity_reports_waiting`,
  `create index activity_reports_waiting on activity_reports (id) where state in ('submitted', 'awaiting-client')`,
  /* An account is summed from the index alone. */
  `drop index account_entries_month`,
  `create index account_entries_month on account_entries (person_id, month, id) include (kind, fund, amount_cents)`,
];

/** An index for each list, and no document read to list it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
