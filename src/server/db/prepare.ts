import { writeFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { migrate } from "./migrate.ts";
import { kyselyOn } from "./open.ts";

/** The databases from which PostgreSQL makes others: an embedded company has one, and unpacks a third of the files without them. */
const TEMPLATES = ["template0", "template1"] as const;

/** Journal files of 1 MB and not of 16: a new company unpacks fewer bytes, and never writes so much at once. */
const INITDB = ["--wal-segsize=1"];

/** Writes an embedded database at the current schema as one file, so that a new company starts from it. */
export async function prepare(file: string): Promise<void> {
  const lite = await PGlite.create({ initDbStartParams: INITDB });
  const db = kyselyOn(lite);
  await migrate(db);
  for (const name of TEMPLATES) {
    await lite.exec(`update pg_database set datistemplate = false where datname = '${name}'`);
    await lite.exec(`drop database ${name}`);
  }
  await lite.exec("checkpoint");
  const dump = await lite.dumpDataDir("gzip");
  await writeFile(file, new Uint8Array(await dump.arrayBuffer()));
  await db.destroy();
}
