import { type Kysely, sql } from "kysely";

const REASONS = [
  "no-report",
  "report-not-approved",
  "client-not-paid",
  "not-enough",
  "nothing-due",
  "already-paid",
  "failed",
];

const STATEMENTS = [
  `create table payroll_runs (
    id uuid primary key, person_id uuid not null references people,
    month text not null check (month ~ '^20[0-9][0-9]-(0[1-9]|1[0-2])$'),
    state text not null check (state in ('running', 'done', 'failed')), failure jsonb, holder uuid, held_until timestamptz,
    ended_at timestamptz, recorded_at timestamptz not null, recorded_by text not null,
    constraint payroll_runs_end check ((state = 'running') = (ended_at is null)),
    constraint payroll_runs_failure check ((state = 'failed') = (failure is not null)))`,
  `alter table payslips add constraint payslips_of unique (id, person_id, month)`,
  `create table payslip_reversals (
    payslip_id uuid primary key, person_id uuid not null, month text not null,
    reason text not null check (length(reason) between 1 and 500), recorded_at timestamptz not null, recorded_by text not null,
    constraint payslip_reversals_one unique (payslip_id, person_id, month),
    foreign key (payslip_id, person_id, month) references payslips (id, person_id, month))`,
  `create index payslip_reversals_of on payslip_reversals (person_id, month)`,
  `create trigger payslip_reversals_final before update or delete on payslip_reversals
    for each row execute function refuse_change()`,
  /* A month's first payslip replaces none, each other one replaces one that was reversed, and nobody else may: at most one stands. */
  `alter table payslips drop constraint payslips_person_id_month_key,
    add column replaces uuid constraint payslips_replaces unique,
    add constraint payslips_replaced foreign key (replaces, person_id, month)
      references payslip_reversals (payslip_id, person_id, month)`,
  `create unique index payslips_first on payslips (person_id, month) where replaces is null`,
  `create index payslips_month on payslips (person_id, month)`,
  `create view standing_payslips as select payslips.* from payslips
    where not exists (select 1 from payslip_reversals where payslip_id = payslips.id)`,
  `create table payroll_results (
    run_id uuid not null references payroll_runs, person_id uuid not null references people,
    outcome text not null check (outcome in ('waiting', 'paid', 'left-out')), payslip_id uuid references payslips,
    reason text check (reason in (${REASONS.map((reason) => `'${reason}'`).join(", ")})), failure jsonb,
    primary key (run_id, person_id),
    constraint payroll_results_paid check ((outcome = 'paid') = (payslip_id is not null)),
    constraint payroll_results_left_out check ((outcome = 'left-out') = (reason is not null)))`,
  `create index payroll_results_waiting on payroll_results (run_id, person_id) where outcome = 'waiting'`,
];

/** Payroll runs that are records, and payslips that are reversed and never edited. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
