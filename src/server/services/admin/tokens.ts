import { v7 as uuid } from "uuid";
import { PorteError } from "../../../errors.ts";
import type { Caller, Db, Deps, Schemas } from "../../deps.ts";
import { ownerOf } from "../decision.ts";
import type { Answer } from "../idempotency.ts";
import { idOf, newestPage } from "../paging.ts";
import type { OfEmail } from "./people.ts";

const DAY_MS = 86_400_000;
const COLUMNS = ["id", "person_id", "name", "scopes", "expires_at"] as const;

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: Schemas["Scope"][];
  readonly expires_at: Date;
}

function showToken({ id, name, scopes, expires_at }: TokenRow, owner: Schemas["Owner"]): Schemas["Token"] {
  return { id, owner, name, scopes, expiresAt: expires_at.toISOString() };
}

/** Lists the tokens that still open something, newest first. */
export async function listTokens({ db, now }: Deps, { email, ...query }: OfEmail): Promise<Schemas["TokenPage"]> {
  const select = db
    .selectFrom("access_tokens as token")
    .innerJoin("people", "people.id", "token.person_id")
    .select(["token.id", "token.name", "token.scopes", "token.expires_at", "token.person_id"])
    .select(["people.name as person", "people.email"])
    .where("token.ended_at", "is", null)
    .where("token.expires_at", ">", now())
    .$if(email !== undefined, (rows) => rows.where("people.email", "=", (email as string).toLowerCase()));
  return newestPage(select, query, {
    id: "token.id",
    show: (row) => showToken(row, { id: row.person_id, name: row.person, email: row.email }),
  });
}

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
): Promise<Answer> {
  const person = await trx
    .selectFrom("people")
    .select(["id", "name", "email", "role"])
    .where("email", "=", email.toLowerCase())
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (person === undefined) throw new PorteError("company.not_found", { what: email });
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
export async function endToken(deps: Deps, trx: Db, tokenId: string): Promise<Answer> {
  const row = await trx
    .updateTable("access_tokens")
    .set({ ended_at: deps.now() })
    .where("id", "=", idOf(tokenId, tokenId))
    .where("ended_at", "is", null)
    .returning(COLUMNS)
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { what: tokenId });
  return { status: 200, body: showToken(row, await ownerOf(trx, row.person_id)), etag: null };
}
