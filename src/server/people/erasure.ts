import { sql } from "kysely";
import type { Day } from "../../domain/calendar.ts";
import { stepOn } from "../../domain/dated.ts";
import { dayInParis } from "../../domain/paris.ts";
import { RETENTION, type RetainedKind, retainedUntil } from "../../domain/retention.ts";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import { endLoginsOf } from "../auth/grants.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import { eraseFromTrail } from "../trail/erasure.ts";
import { eraseFromRows } from "./name-erasure.ts";
import { personHeld, showPerson } from "./queries.ts";

/**
 * Erases of a person whose access has ended what no text obliges the company to keep: the address, the secrets, what was on its way, and
 * where nothing is left to keep, the name, also as who recorded or decided what others have.
 * @throws {PorteError} `company.access_open` while the person has an access, `company.not_found`.
 */
export async function erasePerson({ now }: Deps, trx: Db, personId: string): Promise<Answer<Schemas["Erasure"]>> {
  const person = await personHeld(trx, personId);
  if (person.ended_at === null) throw new PorteError("company.access_open", { name: person.name });
  const kept = await retainedOf(trx, person.id, dayInParis(now()));
  await endLoginsOf(trx, person.id);
  for (const table of ["access_tokens", "receipt_uploads", "idempotency_keys", "events"] as const)
    await trx.deleteFrom(table).where("person_id", "=", person.id).execute();
  const address = `${person.id}@erased.invalid`;
  const newName = kept.length === 0 ? "—" : null;
  const row = await trx
    .updateTable("people")
    .set({ email: address, name: newName ?? person.name, password_hash: "", erased_at: now() })
    .where("id", "=", person.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const erasing = { id: person.id, email: person.email, address, name: person.name, newName };
  await sql`select set_config('porte.erasing', ${person.id}, true)`.execute(trx);
  if (newName !== null)
    for (const table of ["contract_signings", "contract_documents", "imported_months"] as const)
      await trx.deleteFrom(table).where("person_id", "=", person.id).execute();
  await eraseFromRows(trx, erasing);
  await eraseFromTrail(trx, erasing);
  await sql`select set_config('porte.erasing', '', true)`.execute(trx);
  const erased = ["email", "password", "tokens", "uploads", "answers", ...(kept.length === 0 ? ["name"] : [])];
  return { status: 200, body: { person: showPerson(row), erased, kept } satisfies Schemas["Erasure"], etag: null };
}

/** What must still be there on a day, until when, and by which text. */
async function retainedOf(trx: Db, personId: string, today: Day): Promise<Schemas["Erasure"]["kept"]> {
  const { rows } = await sql<Record<RetainedKind, Day | null>>`select
    (select max(month) || '-01' from payslips where person_id = ${personId}) as payslips,
    (select max(day)::text from (
      select day from account_entries where person_id = ${personId}
      union all select date from expenses where person_id = ${personId}) as facts) as accounts,
    (select coalesce(end_day, ${today}::date)::text from employment_contracts where person_id = ${personId}
      and from_day <= ${today}::date order by from_day desc, version desc limit 1) as contract`.execute(trx);
  const [last] = rows;
  const kinds = Object.keys(RETENTION) as RetainedKind[];
  return kinds.flatMap((what) => {
    const of = last?.[what] ?? null;
    if (of === null) return [];
    const { value, text } = stepOn(RETENTION[what], of);
    const until = retainedUntil(of, value);
    return until < today ? [] : [{ what, until, text: text.title }];
  });
}
