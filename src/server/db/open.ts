import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from "kysely";
import { PorteError } from "../../errors.ts";
import { listenAt, listenIn, noteListen } from "./notices.ts";
import { type Limits, SERVING, type Sessions, unset, watchedPool } from "./pool.ts";
import { PooledDialect } from "./pooled.ts";
import { askDirectly } from "./prepared.ts";
import type { Database } from "./schema.ts";
import { failedOn, takeFolder, writableFolder } from "./take-folder.ts";
import { unpack } from "./unpack.ts";

/** PostgreSQL's own numbers for the types that are read as plain values: bigint, date. */
const BIGINT = 20;
const DATE = 1082;

/** PostgreSQL's usual 128 MB are a third of a first start, which touches them all, and more than one session ever needs. */
const SHARED_BUFFERS = "shared_buffers=16MB";

const sessionsOfEach = new WeakMap<object, () => Sessions>();

/** Gives what counts the sessions of a database; null for the embedded one, which has no more than one. */
export function sessionsOf(db: Kysely<Database>): (() => Sessions) | null {
  return sessionsOfEach.get(db) ?? null;
}

/**
 * Opens a PostgreSQL database by its address, and asks it something.
 * @param limits How long its sessions may take: those of a server that answers people, where nothing else is said.
 * @param isPooled Whether a pooler is between: it gives each transaction another session, so that none has settings or names.
 * @throws {PorteError} `start.database_address`, or `start.database` where it does not answer.
 */
export async function openPostgres(
  address: string,
  limits: Limits = SERVING,
  isPooled = false,
): Promise<Kysely<Database>> {
  const shown = withoutPassword(address);
  const { default: pg } = await import("pg");
  const types = {
    getTypeParser: (oid: number, format: "text" | "binary") => {
      if (oid === BIGINT) return Number;
      return oid === DATE ? (text: string) => text : pg.types.getTypeParser(oid, format as "text");
    },
  };
  const pool = await watchedPool(
    { connectionString: address, types: types as never },
    isPooled ? unset(limits) : limits,
  );
  const db = new Kysely<Database>({ dialect: isPooled ? new PooledDialect({ pool }) : new PostgresDialect({ pool }) });
  sessionsOfEach.set(db, pool.sessions);
  askDirectly(db, pool, !isPooled);
  if (!isPooled) noteListen(db, listenAt(address));
  await sql`select 1`.execute(db).catch(async (cause: Error) => {
    await db.destroy();
    throw new PorteError("start.database", { address: shown, reason: cause.message }, { cause });
  });
  return db;
}

/** The address as it may be shown. @throws {PorteError} `start.database_address` for what is no PostgreSQL's. */
function withoutPassword(address: string): string {
  if (!/^postgres(ql)?:\/\//.test(address) || !URL.canParse(address))
    throw new PorteError("start.database_address", { address: address.replace(/:[^:/@]*@/, "@") });
  const url = new URL(address);
  url.password = "";
  url.search = "";
  return url.href;
}

/**
 * Opens the embedded PostgreSQL on a folder. A new folder starts from the prepared data directory, when the package
 * has one: a tenth of the time that a first start takes. It is unpacked in one go, because nothing else can run before.
 * @throws {PorteError} as `takeFolder`.
 */
export async function openEmbedded(folder: string, preparedFile: string): Promise<Kysely<Database>> {
  const giveBack = await takeFolder(folder);
  try {
    return kyselyOn(await openIn(folder, preparedFile), giveBack);
  } catch (failure) {
    await giveBack();
    /** The embedded database ends without a reason where the disk is full: the disk says it. */
    await writableFolder(folder);
    throw failedOn(folder, failure);
  }
}

/** Opens what lies in a folder that was taken; what a process that was killed had only begun is begun again. */
async function openIn(folder: string, preparedFile: string): Promise<PGlite> {
  const { PGlite } = await import("@electric-sql/pglite");
  const begun = `${folder}.begun`;
  if (existsSync(begun)) for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  const isNew = !existsSync(join(folder, "PG_VERSION"));
  if (isNew) writeFileSync(begun, "");
  if (isNew && existsSync(preparedFile)) unpack(preparedFile, folder);
  const lite = await PGlite.create({
    dataDir: folder,
    startParams: [...PGlite.defaultStartParams, "-c", SHARED_BUFFERS],
    parsers: { [BIGINT]: Number, [DATE]: (text) => text },
  });
  if (isNew) rmSync(begun);
  return lite;
}

/** Speaks to an embedded database as to any PostgreSQL. */
export function kyselyOn(lite: PGlite, afterwards = async () => {}): Kysely<Database> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: poolOf(lite, afterwards) }) });
  noteListen(db, listenIn(lite));
  return db;
}

/** Shows the one session of an embedded database as a pool: whoever has it keeps it until it is given back. */
function poolOf(lite: PGlite, afterwards: () => Promise<void>): PostgresPool {
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
    end: async () => {
      await lite.close();
      await afterwards();
    },
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
