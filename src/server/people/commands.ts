import { v7 as uuid } from "uuid";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import { endLoginsOf } from "../auth/grants.ts";
import { hashPassword } from "../auth/password.ts";
import { contractRowOn } from "../contracts/queries.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import { COLUMNS, type PersonRow, personHeld, showPerson } from "./queries.ts";

/** Adds a porté or a member of the staff. @throws {PorteError} `company.taken` for an address that somebody has. */
export async function addPerson(
  deps: Pick<Deps, "now">,
  trx: Db,
  by: string,
  { name, email, staffRole, password }: Schemas["PersonSubmission"],
): Promise<Answer<Schemas["Person"]>> {
  const row = await trx
    .insertInto("people")
    .values({
      id: uuid(),
      role: staffRole === null ? "porte" : "operator",
      staff_role: staffRole,
      name: name.trim(),
      email: email.toLowerCase(),
      password_hash: await hashPassword(password),
      recorded_at: deps.now(),
      recorded_by: by,
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.taken", { what: email });
  return { status: 201, body: showPerson(row), etag: null };
}

/**
 * Ends a person's access: sign-in, tokens and logins.
 * @throws {PorteError} `company.contract_open` for a porté whose contract goes on, `company.last_administrator`.
 */
export async function endPerson(deps: Deps, trx: Db, personId: string): Promise<Answer<Schemas["Person"]>> {
  const person = await personHeld(trx, personId);
  if (person.ended_at !== null)
    throw new PorteError("company.already", { kind: "access", what: person.email, state: "ended" });
  if (person.role === "porte") await assertContractOver(deps, trx, person);
  if (person.staff_role === "administrator") await assertOtherAdministrator(trx, person.id);
  const now = deps.now();
  await endLoginsOf(trx, person.id);
  await trx
    .updateTable("access_tokens")
    .set({ ended_at: now })
    .where("person_id", "=", person.id)
    .where("ended_at", "is", null)
    .execute();
  return changed(trx, person.id, { ended_at: now });
}

async function assertContractOver({ now }: Deps, trx: Db, { id, name }: PersonRow): Promise<void> {
  const today = dayInParis(now());
  const contract = await contractRowOn(trx, id, today);
  if (contract === undefined) return;
  if (contract.end_day === null || contract.end_day >= today)
    throw new PorteError("company.contract_open", { name, end: contract.end_day });
}

/** Two administrators who end each other at once wait for one another: each holds the rows of all of them. */
async function assertOtherAdministrator(trx: Db, personId: string): Promise<void> {
  const administrators = await trx
    .selectFrom("people")
    .select("id")
    .where("staff_role", "=", "administrator")
    .where("ended_at", "is", null)
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  if (!administrators.some(({ id }) => id !== personId)) throw new PorteError("company.last_administrator", {});
}

/** Gives another password, and ends the logins under the old one. */
export async function setPassword(
  trx: Db,
  personId: string,
  { password }: Schemas["PasswordSubmission"],
): Promise<Answer<Schemas["Person"]>> {
  const person = await personHeld(trx, personId);
  if (person.ended_at !== null)
    throw new PorteError("company.already", { kind: "access", what: person.email, state: "ended" });
  await endLoginsOf(trx, person.id);
  return changed(trx, person.id, { password_hash: await hashPassword(password) });
}

/** Says what a member of the staff may do. @throws {PorteError} `company.not_found` for a porté, `company.last_administrator`. */
export async function setStaffRole(
  trx: Db,
  personId: string,
  { staffRole }: Schemas["StaffRoleSubmission"],
): Promise<Answer<Schemas["Person"]>> {
  const person = await personHeld(trx, personId);
  if (person.role !== "operator") throw new PorteError("company.not_found", { kind: "person", what: personId });
  if (person.staff_role === "administrator" && staffRole !== "administrator")
    await assertOtherAdministrator(trx, person.id);
  return changed(trx, person.id, { staff_role: staffRole });
}

async function changed(
  trx: Db,
  id: string,
  change: {
    ended_at?: Date;
    password_hash?: string;
    staff_role?: Schemas["StaffRole"];
  },
): Promise<Answer<Schemas["Person"]>> {
  const row = await trx
    .updateTable("people")
    .set(change)
    .where("id", "=", id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return { status: 200, body: showPerson(row), etag: null };
}
