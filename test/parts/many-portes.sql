-- Fills a company with portés who can be paid a month: contract, mission, approved report, client's payment and its entries, and
-- for every third of them an expense. `:count` and `:month` are put in by whoever reads this.
insert into people (id, role, name, email, password_hash, recorded_at, recorded_by)
select ('10000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'porte', 'Porté ' || n, 'porte' || n || '@many.example', '', now(), 'test'
from generate_series(1, :count) as n;

insert into employment_contracts (id, person_id, kind, category, level, start_day, alsace_moselle, tax_rate_ppm, recorded_at, recorded_by)
select ('20000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ('10000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'cdi',
  case when n % 2 = 0 then 'cadre' else 'non-cadre' end, 'senior', '2026-01-01', false, 50000, now(), 'test'
from generate_series(1, :count) as n;

insert into missions (id, person_id, reference, client, title, start_day, daily_rate_cents, project_codes, recorded_at, recorded_by)
select ('30000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ('10000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'M1',
  'Client ' || n, 'Mission', '2026-01-01', 40000 + n % 200 * 100, '[]', now(), 'test'
from generate_series(1, :count) as n;

insert into activity_reports (id, person_id, month, state, version, revision)
select ('40000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ('10000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ':month',
  'approved', 1, 2
from generate_series(1, :count) as n;

insert into report_versions (report_id, version, days, rest_days_confirmed, turnover_cents, receipt, recorded_at, recorded_by)
select ('40000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, days.list, false, (40000 + n % 200 * 100) * 18, '{}', now(), 'test'
from generate_series(1, :count) as n, (
  select jsonb_agg(jsonb_build_object('date', to_char(day, 'YYYY-MM-DD'), 'entries',
    jsonb_build_array(jsonb_build_object('kind', 'mission', 'mission', 'M1', 'projectCode', null, 'amount', 1)))) as list
  from (select day from generate_series(':month-01'::date, ':month-28'::date, '1 day') as day
    where extract(isodow from day) < 6 limit 18) as worked
) as days;

insert into payments (id, person_id, mission_id, month, amount_cents, fee_cents, received_on, recorded_at, recorded_by)
select ('50000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ('10000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
  ('30000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ':month', (40000 + n % 200 * 100) * 18,
  (40000 + n % 200 * 100) * 18 * 7 / 100, ':month-25', now(), 'test'
from generate_series(1, :count) as n;

insert into account_entries (id, person_id, day, month, kind, fund, amount_cents, label, recorded_at, recorded_by)
select ('60000000-0000-7000-8000-' || lpad((n * 2 + sign.index)::text, 12, '0'))::uuid, ('10000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
  ':month-25', ':month', sign.kind, 'activity', (40000 + n % 200 * 100) * 18 * sign.percent / 100, 'Client', now(), 'test'
from generate_series(1, :count) as n, (values (0, 'client-payment', 100), (1, 'management-fee', -7)) as sign (index, kind, percent);

insert into expenses (id, person_id, date, category, amount_cents, state, revision, recorded_at, recorded_by)
select ('70000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ('10000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ':month-02',
  'telework', 270, 'approved', 2, now(), 'test'
from generate_series(1, :count) as n where n % 3 = 0;
