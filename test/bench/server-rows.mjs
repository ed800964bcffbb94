// Fills a company's database as years of work would: the porté that is measured, and very many others.

const BY = "'2026-11-01T09:00:00Z', 'bench'";
/** Identifiers rise with time, as those of the server do. */
const uuid = (table, number) => `(lpad(to_hex(${number}), 12, '0') || '70008000${table.padStart(12, "0")}')::uuid`;

/** A year of a porté: what its lists show. */
export async function fillPorte(client, email) {
  const { rows } = await client.query("select id from people where email = $1", [email]);
  const person = `'${rows[0].id}'::uuid`;
  const days = JSON.stringify(
    Array.from({ length: 19 }, (_, index) => ({
      date: `2026-10-${String(index + 1).padStart(2, "0")}`,
      entries: [{ kind: "mission", mission: "ACME", projectCode: null, amount: 1 }],
    })),
  );
  const receipt = JSON.stringify({ signed: "x".repeat(300), signature: "y".repeat(86), keyId: "k" });
  const month = "to_char(date '2026-11-01' - n * interval '1 month', 'YYYY-MM')";
  await client.query(`insert into activity_reports (id, person_id, month, state, version, revision)
    select ${uuid("aa", "n")}, ${person}, ${month}, 'approved', 1, 2 from generate_series(1, 12) n on conflict do nothing`);
  await client.query(`insert into report_versions (report_id, version, days, rest_days_confirmed, turnover_cents, receipt, recorded_at, recorded_by)
    select id, 1, '${days}', false, 1235000, '${receipt}', ${BY} from activity_reports where person_id = ${person} and state = 'approved'`);
  await client.query(`insert into report_decisions (id, report_id, version, decision, reason, recorded_at, recorded_by)
    select ${uuid("ab", "row_number() over ()")}, id, 1, 'approve', null, ${BY} from activity_reports where person_id = ${person} and state = 'approved'`);
  await client.query(`insert into receipts (id, person_id, sha256, bytes, media_type, recorded_at, recorded_by)
    values (${uuid("ac", 1)}, ${person}, '${"a".repeat(64)}', 1000, 'application/pdf', ${BY})`);
  await client.query(`insert into expenses (id, person_id, date, category, amount_cents, receipt_id, state, revision, recorded_at, recorded_by, payslip_month, note)
    select ${uuid("ad", "n")}, ${person}, '2026-10-05', 'telecom', 2999, ${uuid("ac", 1)}, 'reimbursed', 2, ${BY}, '2026-10', 'forfait mobile'
    from generate_series(1, 20) n`);
  await client.query(`insert into account_entries (id, person_id, day, month, kind, fund, amount_cents, label, recorded_at, recorded_by)
    select ${uuid("ae", "n")}, ${person}, '2026-10-05', to_char(date '2026-11-01' - (1 + n % 12) * interval '1 month', 'YYYY-MM'),
      'management-fee', 'activity', -86450, 'Frais de gestion', ${BY} from generate_series(1, 48) n`);
  await client.query(`insert into payslips (id, person_id, month, document, recorded_at, recorded_by)
    select ${uuid("af", "n")}, ${person}, ${month}, jsonb_build_object('id', ${uuid("af", "n")}, 'month', ${month},
      'grossCents', 500000, 'netPaidCents', 390000, 'transferCents', 395000, 'transferDate', '2026-11-05', 'remainderCents', 0,
      'parts', jsonb_build_object('businessContributionCents', 0),
      'lines', (select jsonb_agg(jsonb_build_object('code', 'line-' || k, 'baseCents', 500000 + k, 'employeeCents', 1000 + k,
        'employerCents', 2000 + k, 'label', md5(k::text || n::text))) from generate_series(1, 60) k)), ${BY}
    from generate_series(1, 12) n on conflict do nothing`);
}

/** Who has so many rows more in each, and what is found in them by index. */
const OF_OTHERS = ["people", "activity_reports", "report_versions", "account_entries"];

/**
 * Everybody else: so many reports, and so many entries, fifty reports a porté. The rows are written without their plain indexes, which are
 * made again of what stands there.
 */
export async function fillOthers(client, reports, entries) {
  const portes = Math.max(1, Math.round(reports / 50));
  const each = Math.max(1, Math.round(entries / portes));
  /** What refers to what is right by its making: it is not checked six million times. */
  await client.query("set session_replication_role = replica");
  await client.query("set maintenance_work_mem = '512MB'");
  const makeAgain = await dropIndexes(client);
  await client.query(`insert into people (id, role, name, email, password_hash, recorded_at, recorded_by)
    select ${uuid("b0", "n")}, 'porte', 'Porté ' || n, 'porte' || n || '@bench.example', '', ${BY} from generate_series(1, ${portes}) n`);
  await client.query(`insert into activity_reports (id, person_id, month, state, version, revision)
    select ${uuid("b1", "n * 50 + k")}, ${uuid("b0", "n")}, to_char(date '2026-11-01' - k * interval '1 month', 'YYYY-MM'),
      case when k = 1 and n % 20 = 0 then 'submitted' else 'approved' end, 1, 1
    from generate_series(1, ${portes}) n, generate_series(0, 49) k`);
  await client.query(`insert into report_versions (report_id, version, days, rest_days_confirmed, turnover_cents, receipt, recorded_at, recorded_by)
    select ${uuid("b1", "n * 50 + k")}, 1, '[]', false, 1235000, '{}', ${BY} from generate_series(1, ${portes}) n, generate_series(0, 49) k`);
  await client.query(`insert into account_entries (id, person_id, day, month, kind, fund, amount_cents, label, recorded_at, recorded_by)
    select ${uuid("b2", `n * ${each}::bigint + k`)}, ${uuid("b0", "n")}, '2026-10-05', to_char(date '2026-11-01' - (k % 50) * interval '1 month', 'YYYY-MM'),
      'management-fee', 'activity', -100, 'x', ${BY} from generate_series(1, ${portes}) n, generate_series(0, ${each - 1}) k`);
  for (const statement of makeAgain) await client.query(statement);
  await client.query("set session_replication_role = origin");
  await client.query("vacuum analyze");
}

/** Takes the plain indexes of the large tables away, and gives the statements that make them again. Those of keys stay. */
async function dropIndexes(client) {
  const { rows } = await client.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
     where indrelid = any($1::regclass[]) and not exists (select 1 from pg_constraint where conindid = indexrelid)`,
    [OF_OTHERS],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ made }) => made);
}
