import { sql } from "kysely";
import type { Day } from "../../../domain/calendar.ts";
import { stepOn } from "../../../domain/dated.ts";
import { dayInParis } from "../../../domain/paris.ts";
import { type Kept, keptUntil, RETENTION } from "../../../domain/retention.ts";
import { PorteError } from "../../../errors.ts";
import type { Db, Deps, Schemas } from "../../deps.ts";
import type { Answer } from "../idempotency.ts";
import { idOf } from "../paging.ts";
import { personHeld, showPerson } from "./people.ts";

/** Every table that holds something of a person, how its rows lead to the person, and what of them is a secret. */
const HELD: readonly { readonly table: string; readonly by: string; readonly secrets?: readonly string[] }[] = [
  { table: "people", by: "id", secrets: ["password_hash"] },
  ...["employment_contracts", "leave", "missions", "activity_reports", "receipts", "receipt_uploads"].map((table) => ({
    table,
    by: "person_id",
  })),
  ...["expenses", "payments", "payslips", "account_entries", "audit_trail"].map((table) => ({
    table,
    by: "person_id",
  })),
  { table: "access_tokens", by: "person_id", secrets: ["token_hash"] },
  ...["report_versions", "report_decisions", "client_links"].map((table) => ({ table, by: "report_id" })),
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
        .where("id", "=", idOf(personId, personId))
        .executeTakeFirst();
      if (row === undefined) throw new PorteError("company.not_found", { what: personId });
      const tables: Schemas["PersonExport"]["tables"] = {};
      for (const held of HELD) tables[held.table] = await rowsOf(trx, held, row.id);
      return { person: showPerson(row), exportedAt: now().toISOString(), tables };
    });
}

async function rowsOf(
  trx: Db,
  { table, by, secrets = [] }: (typeof HELD)[number],
  personId: string,
): Promise<Record<string, unknown>[]> {
  const isTheirs =
    by === "report_id"
      ? sql`report_id in (select id from activity_reports where person_id = ${personId})`
      : sql`${sql.ref(by)} = ${personId}`;
  const hidden = sql.join(secrets.map((name) => sql`${name}`));
  const shown = secrets.length === 0 ? sql`to_jsonb(held)` : sql`to_jsonb(held) - array[${hidden}]::text[]`;
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select ${shown} as row from ${sql.table(table)} as held where ${isTheirs} order by 1`.execute(trx);
  return rows.map(({ row }) => row);
}

/**
 * Erases of a person whose access has ended what no text obliges the company to keep: the address, the secrets, what was on its way, and
 * where nothing is left to keep, the name.
 * @throws {PorteError} `company.access_open` while the person has an access, `company.not_found`.
 */
export async function erasePerson({ now }: Deps, trx: Db, personId: string): Promise<Answer> {
  const person = await personHeld(trx, personId);
  if (person.ended_at === null) throw new PorteError("company.access_open", { name: person.name });
  const kept = await keptOf(trx, person.id, dayInParis(now()));
  for (const table of ["access_tokens", "receipt_uploads", "idempotency_keys"] as const)
    await trx.deleteFrom(table).where("person_id", "=", person.id).execute();
  const address = `${person.id}@erased.invalid`;
  const name = kept.length === 0 ? "—" : person.name;
  const row = await trx
    .updateTable("people")
    .set({ email: address, name, password_hash: "", erased_at: now() })
    .where("id", "=", person.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await eraseFromTrail(trx, person);
  const erased = ["email", "password", "tokens", "uploads", "answers", ...(kept.length === 0 ? ["name"] : [])];
  return { status: 200, body: { person: showPerson(row), erased, kept } satisfies Schemas["Erasure"], etag: null };
}

/** The trail keeps each act, without the address of who was erased. */
async function eraseFromTrail(trx: Db, { id, email }: { id: string; email: string }): Promise<void> {
  await sql`select set_config('porte.erasing', ${id}, true)`.execute(trx);
  await sql`update audit_trail set before = before - 'email', after = after - 'email',
    by = replace(by, ${` <${email}>`}, '') where person_id = ${id}`.execute(trx);
  await sql`select set_config('porte.erasing', '', true)`.execute(trx);
}

/** What must still be there on a day, until when, and by which text. */
async function keptOf(trx: Db, personId: string, today: Day): Promise<Schemas["Erasure"]["kept"]> {
  const { rows } = await sql<Record<Kept, Day | null>>`select
    (select max(month) || '-01' from payslips where person_id = ${personId}) as payslips,
    (select max(day)::text from (
      select day from account_entries where person_id = ${personId}
      union all select date from expenses where person_id = ${personId}) as facts) as accounts,
    (select coalesce(end_day, ${today}::date)::text from employment_contracts where person_id = ${personId}) as contract`.execute(
    trx,
  );
  const [last] = rows;
  const kinds = Object.keys(RETENTION) as Kept[];
  return kinds.flatMap((what) => {
    const of = last?.[what] ?? null;
    if (of === null) return [];
    const { value, text } = stepOn(RETENTION[what], of);
    const until = keptUntil(of, value);
    return until < today ? [] : [{ what, until, text: text.title }];
  });
}
