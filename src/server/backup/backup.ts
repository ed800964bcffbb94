import { sql } from "kysely";
import { isFailure } from "../../errors.ts";
import type { Db } from "../deps.ts";
import type { ReceiptStore } from "../receipts/store.ts";
import { Archive, type Manifest, type TableFacts } from "./archive.ts";
import { inUtc, linesOf, schemaOf, tablesOf } from "./tables.ts";

/** Tables as they were at one instant, and the receipts that they name. */
export interface Copied {
  readonly tables: readonly TableFacts[];
  /** The migrations of the database. */
  readonly schema: readonly string[];
  readonly names: readonly string[];
}

/** A company that is backed up: what copies its tables into an archive, and its receipts. */
export interface Source {
  readonly receipts: ReceiptStore;
  copyTables(archive: Archive): Promise<Copied>;
}

/**
 * Writes a company into a folder while it goes on working: every table as it was at one instant, and the receipts that they name then.
 * @throws {PorteError} `backup.not_empty`.
 */
export async function backUp(
  { copyTables, receipts }: Source,
  folder: string,
  { key, now }: { key: Buffer | null; now: () => Date },
): Promise<Manifest> {
  const archive = await Archive.make(folder, key);
  const createdAt = now().toISOString();
  const { tables, schema, names } = await copyTables(archive);
  const copied = await copyReceipts(names, receipts, archive.receipts);
  const { lost, bytes } = copied;
  const count = names.length - lost.length;
  const manifest: Manifest = {
    format: 1,
    createdAt,
    schema,
    isSealed: key !== null,
    tables,
    receipts: { count, bytes },
    lost,
  };
  await archive.seal(manifest);
  return manifest;
}

/** Writes every table of a database into an archive, as they all were at one instant. */
export function copyTablesOf(db: Db, archive: Archive): Promise<Copied> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      await sql`set transaction read only`.execute(trx);
      await inUtc(trx);
      const tables: TableFacts[] = [];
      for (const table of await tablesOf(trx)) tables.push(await archive.writeTable(table.name, linesOf(trx, table)));
      return { tables, schema: await schemaOf(trx), names: await receiptsOf(trx) };
    });
}

/** The receipts that a company's tables name, each once. */
export async function receiptsOf(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("receipts").select("sha256").distinct().orderBy("sha256").execute();
  return rows.map(({ sha256 }) => sha256);
}

/** Copies receipts, each checked by its hash; names those that are not there as they were received. */
export async function copyReceipts(
  names: readonly string[],
  from: ReceiptStore,
  to: ReceiptStore,
): Promise<{ lost: string[]; bytes: number }> {
  const lost: string[] = [];
  let bytes = 0;
  for (const name of names) {
    const content = await from.get(name).catch((failure: unknown) => {
      if (isFailure(failure, "receipt.altered")) return null;
      throw failure;
    });
    if (content === null) lost.push(name);
    else {
      await to.put(name, content);
      bytes += content.length;
    }
  }
  return { lost, bytes };
}
