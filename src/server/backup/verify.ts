import { createHash } from "node:crypto";
import { isFailure, PorteError } from "../../errors.ts";
import type { Db } from "../deps.ts";
import type { ReceiptStore } from "../receipts/store.ts";
import { Archive, type Manifest, type TableFacts } from "./archive.ts";
import { inUtc, linesOf, type Table, tablesOf } from "./tables.ts";

/** What an archive was found to be; with a company beside it, where the two are not the same. */
export interface Verified {
  readonly manifest: Manifest;
  readonly rows: number;
  readonly receipts: number;
  /** Tables and receipts that the company does not have as the archive has them. */
  readonly differences: readonly string[];
}

/** A company with which an archive is compared. */
export interface Compared {
  readonly receipts: ReceiptStore;
  factsOfTables(): Promise<readonly TableFacts[]>;
}

/**
 * Reads an archive to its end: every row, every receipt, every hash; and compares it with a company.
 * @throws {PorteError} `backup.damaged`, `backup.format`.
 */
export async function verifyArchive(folder: string, key: Buffer | null, company: Compared | null): Promise<Verified> {
  const archive = await Archive.open(folder, key);
  const manifest = await archive.manifest();
  let rows = 0;
  const names = new Set<string>();
  for (const facts of manifest.tables)
    for await (const line of archive.readTable(facts)) {
      rows += 1;
      if (facts.name === "receipts") names.add(JSON.parse(line).sha256);
    }
  const kept = [...names].filter((name) => !manifest.lost.includes(name));
  for (const name of kept)
    if (!(await hasWhole(archive, name))) throw new PorteError("backup.damaged", { part: `receipts/${name}` });
  const differences = company === null ? [] : await differencesOf(manifest, kept, company);
  return { manifest, rows, receipts: kept.length, differences };
}

async function hasWhole({ receipts }: Pick<Compared, "receipts">, name: string): Promise<boolean> {
  return receipts.get(name).then(
    () => true,
    (failure: unknown) => {
      if (isFailure(failure, "receipt.altered")) return false;
      throw failure;
    },
  );
}

async function differencesOf(manifest: Manifest, names: readonly string[], company: Compared): Promise<string[]> {
  const found = await company.factsOfTables();
  const all = new Set([...found, ...manifest.tables].map(({ name }) => name));
  const hashIn = (facts: readonly TableFacts[], name: string) => facts.find((one) => one.name === name)?.sha256;
  const tables = [...all].filter((name) => hashIn(found, name) !== hashIn(manifest.tables, name));
  const receipts: string[] = [];
  for (const name of names) if (!(await hasWhole(company, name))) receipts.push(`receipts/${name}`);
  return [...tables.sort().map((name) => `tables/${name}`), ...receipts];
}

/** Counts and hashes the rows of every table of a database, as they all were at one instant. */
export function factsOfAll(db: Db): Promise<TableFacts[]> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      await inUtc(trx);
      const facts: TableFacts[] = [];
      for (const table of await tablesOf(trx)) facts.push(await factsOf(trx, table));
      return facts;
    });
}

/** Counts and hashes the rows of a table, as an archive does. */
export async function factsOf(trx: Db, table: Table): Promise<TableFacts> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const line of linesOf(trx, table)) {
    hash.update(line);
    rows += 1;
  }
  return { name: table.name, rows, sha256: hash.digest("hex") };
}
