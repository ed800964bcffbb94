import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import { idOf } from "../api/paging.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { ownerOf } from "../people/queries.ts";
import { tokenHash } from "./hash.ts";
import { COLUMNS, showToken } from "./queries.ts";

const DAY_MS = 86_400_000;

/**
 * Lets a token in, of which the company is told the hash alone: nobody but who made it ever reads it.
 * @throws {PorteError} `company.not_found` for who has no access, `company.taken` for a token that is known, `company.invalid` for a
 * porté who would get the staff's scope.
 */
export async function addToken(
  deps: Deps,
  trx: Db,
  { name: by }: Caller,
  { email, name, tokenHash, scopes, days }: Schemas["TokenSubmission"],
): Promise<Answer<Schemas["Token"]>> {
  const person = await trx
    .selectFrom("people")
    .select(["id", "name", "email", "role"])
    .where("email", "=", email.toLowerCase())
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (person === undefined) throw new PorteError("company.not_found", { kind: "person", what: email });
  if (person.role === "porte" && scopes.includes("operator"))
    throw new PorteError("company.invalid", {
      errors: [{ pointer: "/body/scopes", message: "operator is the staff's" }],
    });
  const now = deps.now();
  const row = await trx
    .insertInto("access_tokens")
    .values({
      id: uuid(),
      name,
      token_hash: tokenHash,
      person_id: person.id,
      scopes: JSON.stringify(scopes),
      expires_at: new Date(now.getTime() + days * DAY_MS),
      recorded_at: now,
      recorded_by: by,
    })
    .onConflict((conflict) => conflict.column("token_hash").doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.taken", { what: name });
  const owner = { id: person.id, name: person.name, email: person.email };
  return { status: 201, body: showToken(row, owner), etag: null };
}

/** Ends a token at once. @throws {PorteError} `company.not_found` for one that has ended too. */
export async function endToken(deps: Deps, trx: Db, tokenId: string): Promise<Answer<Schemas["Token"]>> {
  const row = await trx
    .updateTable("access_tokens")
    .set({ ended_at: deps.now() })
    .where("id", "=", idOf(tokenId, "token"))
    .where("ended_at", "is", null)
    .returning(COLUMNS)
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "token", what: tokenId });
  return { status: 200, body: showToken(row, await ownerOf(trx, row.person_id)), etag: null };
}

/** Makes a personal access token; it can be read this once. */
export async function createToken(
  deps: Pick<Deps, "db" | "now">,
  person: { personId: string; scopes: Schemas["Scope"][]; days: number },
  by: string,
): Promise<string> {
  const token = `porte_${randomBytes(24).toString("base64url")}`;
  await letTokenIn(deps, { ...person, token }, by);
  return token;
}

/** Lets a token in that was made elsewhere. */
export async function letTokenIn(
  deps: Pick<Deps, "db" | "now">,
  { personId, scopes, days, token }: { personId: string; scopes: Schemas["Scope"][]; days: number; token: string },
  by: string,
): Promise<void> {
  const now = deps.now();
  await deps.db
    .insertInto("access_tokens")
    .values({
      token_hash: tokenHash(token),
      person_id: personId,
      scopes: JSON.stringify(scopes),
      expires_at: new Date(now.getTime() + days * 86_400_000),
      recorded_at: now,
      recorded_by: by,
    })
    .execute();
}
