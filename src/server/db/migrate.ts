import { type Kysely, Migrator } from "kysely";
import * as aMonth from "./migrations/0001-a-month.ts";
import type { Database } from "./schema.ts";

/** Every migration, in order; a name is never changed once it has been released. */
const MIGRATIONS = { "0001-a-month": aMonth };

/** Brings a database to the current schema, and names the migrations that this took. */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return results.map(({ migrationName }) => migrationName);
}
