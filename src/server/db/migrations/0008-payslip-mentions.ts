import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table employment_contracts
    add column job text not null default 'Consultant en portage salarial',
    add column position text,
    add column weekly_hours double precision not null default 35 check (weekly_hours between 1 and 48),
    add column forfait_days integer check (forfait_days between 1 and 229)`,
  /* The first establishment of a SIREN is 00010 to 00019: the last figure makes the sum of Luhn whole. */
  `update company_profile set profile = jsonb_build_object('apeCode', '78.30Z', 'establishment', null, 'siret',
    (select base || '0001' || (10 - mod((
      select sum(case when mod(place, 2) = 0 then figure else figure * 2 - (case when figure > 4 then 9 else 0 end) end)
      from (select place, substr(base || '0001', place, 1)::int as figure from generate_series(1, 13) as place) as figures
    ), 10))::int % 10 from (select profile->>'siren' as base) as known)) || profile`,
];

/** What a payslip must name (C. trav., art. R3243-1): SIRET and activity code, job, position, hours or forfait. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
