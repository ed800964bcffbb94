import { sql } from "kysely";
import type { Db } from "../deps.ts";

type Result = (error: Error | null, result?: { current: number; ttl: number }) => void;

/** Counts tries in the database, so that the limit holds over every instance of the server. */
export function rateLimitStore(db: Db) {
  return class RateLimitStore {
    private readonly prefix: string;

    constructor(_options: unknown, prefix = "") {
      this.prefix = prefix;
    }

    incr(key: string, done: Result, timeWindow: number): void {
      const resetsAt = new Date(Date.now() + timeWindow);
      db.insertInto("rate_limits")
        .values({ key: `${this.prefix}${key}`, count: 1, resets_at: resetsAt })
        .onConflict((conflict) =>
          conflict.column("key").doUpdateSet({
            count: sql<number>`case when rate_limits.resets_at < now() then 1 else rate_limits.count + 1 end`,
            resets_at: sql<Date>`case when rate_limits.resets_at < now() then ${resetsAt}::timestamptz else rate_limits.resets_at end`,
          }),
        )
        .returning(["count", "resets_at"])
        .executeTakeFirstOrThrow()
        .then(
          ({ count, resets_at }) => done(null, { current: count, ttl: Math.max(0, resets_at.getTime() - Date.now()) }),
          (error: Error) => done(error),
        );
    }

    child({ routeInfo }: { routeInfo: { url?: string } }): RateLimitStore {
      return new RateLimitStore(undefined, `${routeInfo.url ?? ""} `);
    }
  };
}
