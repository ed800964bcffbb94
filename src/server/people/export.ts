import { type RawBuilder, sql } from "kysely";
import { PorteError } from "../../errors.ts";
import { idOf } from "../api/paging.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import { holdsAddress } from "../trail/erasure.ts";
import { showPerson } from "./queries.ts";

/** A table that holds something of a person: how its rows lead to the person, and what of them is a secret or others'. */
interface PersonalData {
  readonly table: string;
  readonly by: keyof typeof LEADS_TO;
  readonly hidden?: readonly string[];
}

/** How a row leads to a person. */
const LEADS_TO = {
  id: (person: Named) => sql`id = ${person.id}`,
  person_id: (person: Named) => sql`person_id = ${person.id}`,
  report_id: (person: Named) => sql`report_id in (select id from activity_reports where person_id = ${person.id})`,
  payment_id: (person: Named) => sql`payment_id in (select id from payments where person_id = ${person.id})`,
  address: (person: Named) => sql`(person_id = ${person.id} or ${holdsAddress(person.email)})`,
};

interface Named {
  readonly id: string;
  readonly email: string;
}

/** What opens an account, what a row says a second time, and the answers to what a person of the staff did for others; an answer to a porté repeats the other tables. */
const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  access_tokens: ["token_hash"],
  idempotency_keys: ["request_hash", "body"],
  activity_reports: ["shown"],
  expenses: ["shown"],
  contract_documents: ["pdf"],
  account_entries: ["shown"],
  oidc_records: ["id_hash", "payload", "grant_id", "other_hash", "sealed_id"],
};

/** Every table that holds something of a person. */
const HELD: readonly PersonalData[] = [
  { table: "people", by: "id", hidden: ["password_hash"] },
  ...[
    ...["employment_contracts", "leave", "missions", "mission_proposals", "contract_documents", "contract_signings"],
    ...["activity_reports", "imported_months", "receipts", "receipt_uploads", "expenses"],
    ...["payments", "payslips", "payslip_reversals", "payroll_results", "payroll_runs", "account_entries"],
    ...["invoices", "invoice_reminders"],
    ...["access_tokens", "idempotency_keys", "oidc_records", "event_counters", "events"],
  ].map((table) => ({ table, by: "person_id" as const, hidden: HIDDEN[table] ?? [] })),
  ...["payment_reversals", "payment_fee_corrections"].map((table) => ({ table, by: "payment_id" as const })),
  ...["report_versions", "report_decisions", "client_links"].map((table) => ({ table, by: "report_id" as const })),
  { table: "audit_trail", by: "address" },
];

/** Gives everything that is held about a person, table by table, as it is held. @throws {PorteError} `company.not_found`. */
export async function exportPerson({ db, now }: Deps, personId: string): Promise<Schemas["PersonExport"]> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => {
      const row = await trx
        .selectFrom("people")
        .selectAll()
        .where("id", "=", idOf(personId, "person"))
        .executeTakeFirst();
      if (row === undefined) throw new PorteError("company.not_found", { kind: "person", what: personId });
      const tables: Schemas["PersonExport"]["tables"] = {};
      for (const held of HELD) tables[held.table] = await rowsOf(trx, held, row);
      return { person: showPerson(row), exportedAt: now().toISOString(), tables };
    });
}

async function rowsOf(
  trx: Db,
  { table, by, hidden = [] }: PersonalData,
  person: Named,
): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(held) - ${hidden}::text[] ${by === "address" ? withoutOthers(person) : sql``} as row
    from ${sql.table(table)} as held where ${LEADS_TO[by](person)} order by 1`.execute(trx);
  return rows.map(({ row }) => row);
}

/** What a person of the staff did to another's rows is told without what is in them. */
function withoutOthers({ id }: Named): RawBuilder<unknown> {
  return sql`- case when person_id is distinct from ${id} then array['before', 'after'] else array[]::text[] end`;
}
