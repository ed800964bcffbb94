import { writeFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { migrate } from "./migrate.ts";
import { kyselyOn } from "./open.ts";

/** Writes an embedded database at the current schema as one file, so that a new company starts from it. */
export async function prepare(file: string): Promise<void> {
  const lite = await PGlite.create();
  const db = kyselyOn(lite);
  await migrate(db);
  const dump = await lite.dumpDataDir("gzip");
  await writeFile(file, new Uint8Array(await dump.arrayBuffer()));
  await db.destroy();
}
