import { PorteError } from "../../errors.ts";
import { idOf, newestPage, type PageQuery } from "../api/paging.ts";
import type { Db, Deps, Schemas } from "../deps.ts";

/** Names the porté that a row belongs to. */
export function ownerOf(db: Db, personId: string): Promise<Schemas["Owner"]> {
  return db.selectFrom("people").select(["id", "name", "email"]).where("id", "=", personId).executeTakeFirstOrThrow();
}

/** What of a person the staff sees. */
export const COLUMNS = ["id", "role", "staff_role", "name", "email", "ended_at", "erased_at"] as const;

/** A person as the staff sees them. */
export interface PersonRow {
  readonly id: string;
  readonly role: "porte" | "operator";
  readonly staff_role: Schemas["StaffRole"] | null;
  readonly name: string;
  readonly email: string;
  readonly ended_at: Date | null;
  readonly erased_at: Date | null;
}

/** Shows a person as the staff sees them. */
export function showPerson(row: PersonRow): Schemas["Person"] {
  return {
    id: row.id,
    role: row.role,
    staffRole: row.staff_role,
    name: row.name,
    email: row.email,
    endedAt: row.ended_at?.toISOString() ?? null,
    erasedAt: row.erased_at?.toISOString() ?? null,
  };
}

/** A page of everybody's rows, or of one person's. */
export type OfEmail = PageQuery & { readonly email?: string };

/** Lists everybody, newest first; or the one with an address. */
export async function listPeople({ db }: Deps, { email, ...query }: OfEmail): Promise<Schemas["PersonPage"]> {
  const select = db
    .selectFrom("people")
    .select(COLUMNS)
    .$if(email !== undefined, (people) => people.where("email", "=", (email as string).toLowerCase()));
  return newestPage(select, query, { id: "id", show: showPerson });
}

/** Says whether a person's access has not ended. */
export async function hasAccess(db: Db, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom("people")
    .select("id")
    .where("id", "=", personId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return found !== undefined;
}

/** A person's row, held until the end of the transaction. @throws {PorteError} `company.not_found`. */
export async function personHeld(trx: Db, personId: string): Promise<PersonRow> {
  const row = await trx
    .selectFrom("people")
    .select(COLUMNS)
    .where("id", "=", idOf(personId, "person"))
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "person", what: personId });
  return row;
}

/** Names a person as the owner of something. @throws {PorteError} `company.not_found`. */
export async function ownerByEmail(db: Db, email: string): Promise<Schemas["Owner"]> {
  const owner = await db
    .selectFrom("people")
    .select(["id", "name", "email"])
    .where("email", "=", email.toLowerCase())
    .where("role", "=", "porte")
    .executeTakeFirst();
  if (owner === undefined) throw new PorteError("company.not_found", { kind: "person", what: email });
  return owner;
}

/** Says whether nobody was ever recorded. */
export async function isEmpty(db: Db): Promise<boolean> {
  return (await db.selectFrom("people").select("id").limit(1).executeTakeFirst()) === undefined;
}
