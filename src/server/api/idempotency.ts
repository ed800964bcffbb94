import { createHash } from "node:crypto";
import { sql } from "kysely";
import { PorteError } from "../../errors.ts";
import type { Caller, Db, Deps } from "../deps.ts";
import { actorOf, actorSetting } from "../trail/actor.ts";

/** What a write answers: its status, its body, and the version of what it changed. */
export interface Answer<Body extends object = object> {
  readonly status: number;
  readonly body: Body;
  readonly etag: string | null;
}

/** A write, as its key and what was asked under it. */
export interface Write {
  readonly key: string;
  /** Method, path and body: the same key with another of these is refused. */
  readonly request: readonly string[];
}

/** How long an answer can be had again: 30 days. */
const KEPT_MS = 30 * 86_400_000;

/**
 * Does a write at most once for each caller and key. The effect and its stored answer are one transaction; a second
 * request with the key waits for the first and gets its answer. A failure stores nothing, so that it can be tried again.
 * @throws {PorteError} `company.idempotency` where the key came before with another request.
 */
export async function once(
  deps: Deps,
  caller: Caller,
  write: Write,
  effect: (trx: Db) => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const { key } = write;
  const hash = createHash("sha256").update(JSON.stringify(write.request)).digest("hex");
  return deps.db.transaction().execute(async (trx) => {
    const inserted = await trx
      .insertInto("idempotency_keys")
      .values({
        person_id: caller.personId,
        key,
        request_hash: hash,
        status: null,
        etag: null,
        body: null,
        created_at: deps.now(),
      })
      .onConflict((conflict) => conflict.columns(["person_id", "key"]).doNothing())
      .returning(["key", actorSetting(actorOf(caller), deps.now()).as("actor")])
      .executeTakeFirst();
    if (inserted === undefined) {
      const stored = await trx
        .selectFrom("idempotency_keys")
        .selectAll()
        .where("person_id", "=", caller.personId)
        .where("key", "=", key)
        .executeTakeFirstOrThrow();
      if (stored.request_hash !== hash) throw new PorteError("company.idempotency", { key });
      return { status: stored.status ?? 200, body: stored.body ?? {}, etag: stored.etag, replayed: true };
    }
    const answer = await effect(trx);
    await trx
      .updateTable("idempotency_keys")
      .set({ status: answer.status, etag: answer.etag, body: JSON.stringify(answer.body) })
      .where("person_id", "=", caller.personId)
      .where("key", "=", key)
      .execute();
    return { ...answer, replayed: false };
  });
}

/** Forgets the answers that are older than 30 days, and the tokens and records that have expired. */
export async function forgetOld({ db, now }: Deps): Promise<void> {
  await db
    .deleteFrom("idempotency_keys")
    .where("created_at", "<", new Date(now().getTime() - KEPT_MS))
    .execute();
  await db.deleteFrom("oidc_records").where(sql<boolean>`expires_at < now()`).execute();
  await db.deleteFrom("rate_limits").where(sql<boolean>`resets_at < now()`).execute();
  await db.deleteFrom("sign_in_tries").where(sql<boolean>`failed_at < now() - interval '1 day'`).execute();
}
