import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { create } from "tar";
import { migrate } from "./migrate.ts";
import { kyselyOn } from "./open.ts";

/** The databases from which PostgreSQL makes others: an embedded company has one, and unpacks a third of the files without them. */
const TEMPLATES = ["template0", "template1"] as const;

/** Journal files of 1 MB and not of 16: a new company unpacks fewer bytes, and never writes so much at once. */
const INITDB = ["--wal-segsize=1"];

/**
 * Writes an embedded database at the current schema as one file, so that a new company starts from it. It is packed once it is shut
 * down: one that is packed as it runs is taken for one that crashed, and each first start recovers it.
 */
export async function prepare(file: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "porte-prepare-"));
  const lite = await PGlite.create({ dataDir: folder, initDbStartParams: INITDB });
  const db = kyselyOn(lite);
  await migrate(db);
  for (const name of TEMPLATES) {
    await lite.exec(`update pg_database set datistemplate = false where datname = '${name}'`);
    await lite.exec(`drop database ${name}`);
  }
  await lite.exec("checkpoint");
  await db.destroy();
  const unneeded = await unneededIn(folder);
  await create({ file, cwd: folder, gzip: true, portable: true, filter: (path) => !unneeded(path) }, ["."]);
  await rm(folder, { recursive: true });
}

/**
 * Says which files of a database that was shut down PostgreSQL makes again when it wants them: the maps of free and of visible
 * pages, and the journal files after the one in use. Every file that is not unpacked is time at a first start.
 */
async function unneededIn(folder: string): Promise<(path: string) => boolean> {
  const journal = (await readdir(join(folder, "pg_wal"))).filter((name) => /^[0-9A-F]{24}$/.test(name)).sort();
  const [, ...spare] = journal.map((name) => `/pg_wal/${name}`);
  const left = ["postmaster.pid", "_fsm", "_vm", ...spare];
  return (path) => left.some((end) => path.endsWith(end));
}
