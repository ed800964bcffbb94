import { PostgresAdapter, PostgresDialect } from "kysely";

/** A pooler gives the next question another session: a lock of a session would stay with nobody to give it back. */
class WithoutSessionLock extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

/**
 * PostgreSQL behind a pooler in transaction mode. A migration is one transaction: of two at once, the second waits at the first
 * table that both make, is told that it is there, and looks again.
 */
export class PooledDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new WithoutSessionLock();
  }
}
