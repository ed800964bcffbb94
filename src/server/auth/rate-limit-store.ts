import { sql } from "kysely";
import type { Db } from "../deps.ts";

type Result = (error: Error | null, result?: { current: number; ttl: number }) => void;

/** An address as a proxy tells it may be any text. */
const KEY_MAX = 100;

/** Counts tries in the database and by its clock, so that a limit holds over every instance of the server, whatever their clocks say. */
export function rateLimitStore(db: Db) {
  return class RateLimitStore {
    incr(key: string, done: Result, timeWindow: number): void {
      const resetsAt = sql<Date>`now() + ${timeWindow} * interval '1 millisecond'`;
      db.insertInto("rate_limits")
        .values({ key: key.slice(-KEY_MAX), count: 1, resets_at: resetsAt })
        .onConflict((conflict) =>
          conflict.column("key").doUpdateSet({
            count: sql<number>`case when rate_limits.resets_at < now() then 1 else rate_limits.count + 1 end`,
            resets_at: sql<Date>`case when rate_limits.resets_at < now() then ${resetsAt} else rate_limits.resets_at end`,
          }),
        )
        .returning(["count", sql<number>`ceil(extract(epoch from resets_at - now()) * 1000)::integer`.as("ttl")])
        .executeTakeFirstOrThrow()
        .then(
          ({ count, ttl }) => done(null, { current: count, ttl: Math.max(0, ttl) }),
          (error: Error) => done(error),
        );
    }

    /** Every limit has a name in its keys: one store serves them all. */
    child(): RateLimitStore {
      return this;
    }
  };
}
