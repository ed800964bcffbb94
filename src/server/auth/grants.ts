import type { Db } from "../deps.ts";
import { tokenHash } from "../tokens/hash.ts";

/** Says whether a grant goes on, and holds it until what is written for it is there: whoever ends it ends that too. */
export async function holdsGrant(trx: Db, grantId: string): Promise<boolean> {
  const grant = await trx
    .selectFrom("oidc_records")
    .select("id_hash")
    .where("model", "=", "Grant")
    .where("id_hash", "=", tokenHash(grantId))
    .forShare()
    .executeTakeFirst();
  return grant !== undefined;
}

/** Ends a grant first, so that nothing more is written for it, then everything that it gave. */
export async function endGrant(db: Db, grantId: string): Promise<void> {
  await db.deleteFrom("oidc_records").where("model", "=", "Grant").where("id_hash", "=", tokenHash(grantId)).execute();
  await db.deleteFrom("oidc_records").where("grant_id", "=", grantId).execute();
}

/**
 * Ends every login of a person: their grants first, which waits for what is being written for one of them and lets nothing more be
 * written, then everything that they gave.
 */
export async function endLoginsOf(trx: Db, personId: string): Promise<void> {
  await trx.deleteFrom("oidc_records").where("model", "=", "Grant").where("person_id", "=", personId).execute();
  const theirs = await trx.deleteFrom("oidc_records").where("person_id", "=", personId).returning("grant_id").execute();
  for (const grantId of new Set(theirs.map(({ grant_id }) => grant_id)))
    if (grantId !== null) await endGrant(trx, grantId);
}
