import { createHmac } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "../deps.ts";
import { ACCOUNT_LIMIT } from "./limits.ts";

const { free, firstWaitS, longestWaitS, forgottenS } = ACCOUNT_LIMIT;

/** Whether a password may be tried, and if not, when. */
export type Turn = { readonly isFree: true } | { readonly isFree: false; readonly waitS: number };

/**
 * Takes a turn to try a password, and counts it as a wrong one until it is found right: tries that come at once are
 * counted before any of them is answered. One that waited for another began before it: what it compares is the clock, not its start.
 */
export async function takeTurn(db: Db, key: string): Promise<Turn> {
  const isForgotten = sql`sign_in_tries.failed_at < now() - ${forgottenS} * interval '1 second'`;
  const doublings = sql`least(sign_in_tries.failures - ${free - 2}::integer, 20)`;
  const wait = sql`least(${longestWaitS}::integer, ${firstWaitS} * 2 ^ (${doublings} - 1)) * interval '1 second'`;
  const taken = await db
    .insertInto("sign_in_tries")
    .values({ key, failures: 1, failed_at: sql<Date>`now()`, next_at: sql<Date>`now()` })
    .onConflict((conflict) =>
      conflict
        .column("key")
        .doUpdateSet({
          failures: sql<number>`case when ${isForgotten} then 1 else sign_in_tries.failures + 1 end`,
          failed_at: sql<Date>`now()`,
          next_at: sql<Date>`case when ${isForgotten} or ${doublings} < 1 then now() else now() + ${wait} end`,
        })
        .where(sql<boolean>`sign_in_tries.next_at <= clock_timestamp()`),
    )
    .returning("key")
    .executeTakeFirst();
  if (taken !== undefined) return { isFree: true };
  const row = await db
    .selectFrom("sign_in_tries")
    .select(sql<number>`ceil(extract(epoch from next_at - now()))::integer`.as("wait"))
    .where("key", "=", key)
    .executeTakeFirst();
  return { isFree: false, waitS: Math.max(1, row?.wait ?? 1) };
}

/** Forgets the wrong passwords once the right one has come. */
export async function forgetTries(db: Db, key: string): Promise<void> {
  await db.deleteFrom("sign_in_tries").where("key", "=", key).execute();
}

/** What an account's tries are counted under; it tells no address, and is the same for an address that nobody has. */
export function accountKey(secret: string, email: string): string {
  return createHmac("sha256", secret).update(`account ${email.trim().toLowerCase()}`).digest("base64url");
}

/** What a browser keeps once it has signed in to an account; nothing can be read from it. */
export function browserProof(secret: string, email: string): string {
  return createHmac("sha256", secret).update(`browser ${email.trim().toLowerCase()}`).digest("base64url");
}
