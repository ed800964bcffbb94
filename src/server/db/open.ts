import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import type { Database } from "./schema.ts";

/** PostgreSQL's own numbers for the types that are read as plain values: bigint, date. */
const BIGINT = 20;
const DATE = 1082;

/** PostgreSQL's usual 128 MB are a third of a first start, which touches them all, and more than one session ever needs. */
const SHARED_BUFFERS = "shared_buffers=16MB";

/** Opens a PostgreSQL database by its address. */
export async function openPostgres(address: string): Promise<Kysely<Database>> {
  const { default: pg } = await import("pg");
  const types = {
    getTypeParser: (oid: number, format: "text" | "binary") => {
      if (oid === BIGINT) return Number;
      return oid === DATE ? (text: string) => text : pg.types.getTypeParser(oid, format as "text");
    },
  };
  const pool = new pg.Pool({ connectionString: address, types: types as never, max: 10 });
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Opens the embedded PostgreSQL on a folder. A new folder starts from the prepared data directory, when the package
 * has one: a tenth of the time that a first start takes. It is unpacked in one go, because nothing else can run before,
 * and without its times, which PostgreSQL never reads and take half as long again.
 */
export async function openEmbedded(folder: string, preparedFile: string): Promise<Kysely<Database>> {
  const { PGlite } = await import("@electric-sql/pglite");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const isNew = !existsSync(join(folder, "PG_VERSION"));
  if (isNew && existsSync(preparedFile)) {
    const { x: unpack } = await import("tar");
    unpack({ file: preparedFile, cwd: folder, sync: true, noMtime: true });
  }
  const lite = await PGlite.create({
    dataDir: folder,
    startParams: [...PGlite.defaultStartParams, "-c", SHARED_BUFFERS],
    parsers: { [BIGINT]: Number, [DATE]: (text) => text },
  });
  return kyselyOn(lite);
}

/** Speaks to an embedded database as to any PostgreSQL. */
export function kyselyOn(lite: PGlite): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: poolOf(lite) }) });
}

/** Shows the one session of an embedded database as a pool: whoever has it keeps it until it is given back. */
function poolOf(lite: PGlite): PostgresPool {
  let last: Promise<void> = Promise.resolve();
  return {
    connect: async () => {
      const before = last;
      let release = () => {};
      last = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return clientOf(lite, release);
    },
    end: () => lite.close(),
  };
}

function clientOf(lite: PGlite, release: () => void): PostgresPoolClient {
  const query = async (text: string, parameters: readonly unknown[]) => {
    const { rows, affectedRows } = await lite.query(text, [...parameters]);
    const command = (/^\s*(\w+)/.exec(text)?.[1] ?? "").toUpperCase();
    return { command, rowCount: affectedRows ?? rows.length, rows };
  };
  return { query: query as never, release };
}
