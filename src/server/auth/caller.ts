import { ask, type Prepared } from "../db/prepared.ts";
import type { Caller, Deps } from "../deps.ts";
import { tokenHash } from "../tokens/hash.ts";

/** Who holds the token of this hash: a personal one by the company's clock, one of a login by the database's. */
const CALLER = `select person.id, person.name, person.email, person.role, person.staff_role as "staffRole", held.scopes,
    extract(epoch from held.expires_at) * 1000 as expires_ms
  from (select person_id, scopes, expires_at from access_tokens
      where token_hash = $1 and expires_at > $2 and ended_at is null
    union all select person_id, scopes, date_trunc('second', expires_at) from oidc_records
    where model = 'AccessToken' and id_hash = $1 and expires_at > now()) held
  join people person on person.id = held.person_id and person.ended_at is null`;

/** SQL of the civil day of a question that is asked with who asks it. */
export const TODAY = "($2::timestamptz at time zone 'Europe/Paris')::date";

/**
 * Makes one question of who asks and of what they read: columns over `caller` and what stands beside it, whose own values start at
 * `$3`. Who asks is one column, because each column costs the driver more than what it holds.
 */
export function askedBy(name: string, columns: string, beside = ""): Prepared {
  return {
    name,
    text: `with caller as materialized (${CALLER}) select row_to_json(caller) as caller, ${columns} from caller ${beside}`,
  };
}

const CALLER_ALONE = askedBy("caller", "null as read");

/** A row that says who asks. */
interface CallerRow extends Pick<Caller, "name" | "email" | "role" | "staffRole" | "scopes"> {
  readonly id: string;
  readonly expires_ms: number;
}

/** Who asks, and the row of what they read. */
export interface Asked {
  readonly caller: Caller;
  readonly row: object;
}

/** Finds who holds a token, and in the same statement what they read; null for a token of nobody. */
export async function callerOfToken(
  { db, now }: Deps,
  token: string,
  prepared: Prepared = CALLER_ALONE,
  values: readonly unknown[] = [],
): Promise<Asked | null> {
  const [row] = await ask<{ caller: CallerRow }>(db, prepared, [tokenHash(token), now().toISOString(), ...values]);
  if (row === undefined) return null;
  const { id: personId, name, email, role, staffRole, scopes, expires_ms: expiresMs } = row.caller;
  return { caller: { personId, name, email, role, staffRole, scopes, expiresAt: new Date(expiresMs) }, row };
}
