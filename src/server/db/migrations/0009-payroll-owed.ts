import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table account_entries drop constraint account_entries_fund_check,
    add constraint account_entries_fund_check check (fund in ('activity', 'reserve', 'provision'))`,
  `alter table employment_contracts add column tax_zone text
    check (tax_zone in ('metropole', 'guadeloupe-reunion-martinique', 'guyane-mayotte')),
    add column work_time_ppm integer check (work_time_ppm between 10000 and 1000000)`,
  `alter table payments add column payslip_month text`,
  `update payments set payslip_month = month
    where exists (select 1 from payslips where payslips.person_id = payments.person_id and payslips.month = payments.month)`,
];

/** Each payment names the payslip that it was paid with, so that money which comes late is in the next one; an account has a third fund. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
