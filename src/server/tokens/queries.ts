import { newestPage } from "../api/paging.ts";
import type { Deps, Schemas } from "../deps.ts";
import type { OfEmail } from "../people/queries.ts";

/** What of a token its list shows. */
export const COLUMNS = ["id", "person_id", "name", "scopes", "expires_at"] as const;

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: Schemas["Scope"][];
  readonly expires_at: Date;
}

/** Shows a token; what it opens with was never kept. */
export function showToken({ id, name, scopes, expires_at }: TokenRow, owner: Schemas["Owner"]): Schemas["Token"] {
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
