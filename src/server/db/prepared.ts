import { CompiledQuery, type Kysely, type PostgresPool, type PostgresPoolClient } from "kysely";
import type { Database } from "./schema.ts";

/** A question that is asked often: PostgreSQL reads and plans it once a session, under its name. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

type Asker = (prepared: Prepared, values: readonly unknown[]) => Promise<unknown[]>;

const askers = new WeakMap<object, Asker>();

/**
 * Has the prepared questions of a database go to its sessions as they are.
 * @param areNamed Whether a session is this program's own. A pooler that gives each transaction another session loses names.
 */
export function askDirectly(db: Kysely<Database>, pool: PostgresPool, areNamed: boolean): void {
  askers.set(db, async ({ name, text }, values) => {
    const client = (await pool.connect()) as PostgresPoolClient & { query: (question: object) => Promise<Answer> };
    try {
      return (await client.query(areNamed ? { name, text, values } : { text, values })).rows;
    } finally {
      client.release();
    }
  });
}

interface Answer {
  readonly rows: unknown[];
}

/** Asks a prepared question; in a transaction, or of the embedded database, as any other. */
export async function ask<Row>(db: Kysely<Database>, prepared: Prepared, values: readonly unknown[]): Promise<Row[]> {
  const asker = askers.get(db);
  if (asker !== undefined) return (await asker(prepared, values)) as Row[];
  return (await db.executeQuery(CompiledQuery.raw(prepared.text, [...values]))).rows as Row[];
}
