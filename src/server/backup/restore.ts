import { sql } from "kysely";
import { PorteError } from "../../errors.ts";
import { migrate, migrateLike } from "../db/migrate.ts";
import type { Db } from "../deps.ts";
import type { ReceiptStore } from "../receipts/store.ts";
import { Archive, type Manifest, type TableFacts } from "./archive.ts";
import { copyReceipts, receiptsOf } from "./backup.ts";
import { goOnCounting, insertLines, inUtc, type Table, tablesOf, whileUnwatched } from "./tables.ts";
import { factsOf } from "./verify.ts";

const ROWS_AT_ONCE = 500;

/** A company into which one is restored. */
export interface Target {
  readonly db: Db;
  readonly receipts: ReceiptStore;
}

/**
 * Brings back a company from its archive into a database that holds none, whole or not at all, and then to the current schema. The
 * archive is read to its end before anything is kept of it, and what was written is compared with it.
 * @throws {PorteError} `backup.damaged`, `backup.format`, `backup.schema`, `backup.not_empty`.
 */
export async function restore({ db, receipts }: Target, folder: string, key: Buffer | null): Promise<Manifest> {
  const archive = await Archive.open(folder, key);
  const manifest = await archive.manifest();
  await migrateLike(db, manifest.schema);
  await db.transaction().execute(async (trx) => {
    await inUtc(trx);
    const tables = await tablesOf(trx);
    await assertEmpty(trx, tables);
    await whileUnwatched(trx, tables, async () => {
      for (const facts of manifest.tables) await fill(trx, tableNamed(tables, facts), archive, facts);
    });
    const names = (await receiptsOf(trx)).filter((name) => !manifest.lost.includes(name));
    const { lost } = await copyReceipts(names, archive.receipts, receipts);
    if (lost[0] !== undefined) throw new PorteError("backup.damaged", { part: `receipts/${lost[0]}` });
  });
  await migrate(db);
  return manifest;
}

async function assertEmpty(trx: Db, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(trx);
    if (rows.length > 0) throw new PorteError("backup.not_empty", { place: name });
  }
}

function tableNamed(tables: readonly Table[], { name }: TableFacts): Table {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) throw new PorteError("backup.damaged", { part: `tables/${name}` });
  return table;
}

async function fill(trx: Db, table: Table, archive: Archive, facts: TableFacts): Promise<void> {
  let lines: string[] = [];
  for await (const line of archive.readTable(facts)) {
    lines.push(line);
    if (lines.length < ROWS_AT_ONCE) continue;
    await insertLines(trx, table, lines);
    lines = [];
  }
  if (lines.length > 0) await insertLines(trx, table, lines);
  await goOnCounting(trx, table);
  const written = await factsOf(trx, table);
  if (written.sha256 !== facts.sha256) throw new PorteError("backup.damaged", { part: `tables/${table.name}` });
}
