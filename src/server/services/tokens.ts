import { createHash, randomBytes } from "node:crypto";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";

/** Every token is kept as its SHA-256 only: random and long, it needs no slow hash. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Makes a personal access token; it can be read this once. */
export async function createToken(
  deps: Deps,
  person: { personId: string; scopes: Schemas["Scope"][]; days: number },
  by: string,
): Promise<string> {
  const token = `porte_${randomBytes(24).toString("base64url")}`;
  const now = deps.now();
  await deps.db
    .insertInto("access_tokens")
    .values({
      token_hash: tokenHash(token),
      person_id: person.personId,
      scopes: JSON.stringify(person.scopes),
      expires_at: new Date(now.getTime() + person.days * 86_400_000),
      recorded_at: now,
      recorded_by: by,
    })
    .execute();
  return token;
}

/** Finds who holds a personal access token that has not expired. */
export async function callerOfToken({ db, now }: Deps, token: string): Promise<Caller | null> {
  const row = await db
    .selectFrom("access_tokens")
    .innerJoin("people", "people.id", "access_tokens.person_id")
    .select(["people.id", "people.name", "people.email", "people.role", "people.staff_role", "scopes", "expires_at"])
    .where("token_hash", "=", tokenHash(token))
    .where("access_tokens.ended_at", "is", null)
    .where("people.ended_at", "is", null)
    .where("expires_at", ">", now())
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    personId: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    staffRole: row.staff_role,
    scopes: row.scopes,
    expiresAt: row.expires_at,
  };
}

/** Names a person as the caller of a session with these scopes; null where the person's access has ended, or the password was changed since. */
export async function callerOfPerson(
  db: Db,
  personId: string,
  scopes: Schemas["Scope"][],
  { since, until: expiresAt }: { since: Date; until: Date },
): Promise<Caller | null> {
  const row = await db
    .selectFrom("people")
    .select(["id", "name", "email", "role", "staff_role", "logins_since"])
    .where("id", "=", personId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (row === undefined || (row.logins_since !== null && since < row.logins_since)) return null;
  const { id, name, email, role, staff_role: staffRole } = row;
  return { personId: id, name, email, role, staffRole, scopes, expiresAt };
}
