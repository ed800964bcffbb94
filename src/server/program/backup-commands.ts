import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { PorteError } from "../../errors.ts";
import { readPlain } from "../../files/plain.ts";
import type { Manifest } from "../backup/archive.ts";
import type { Source } from "../backup/backup.ts";
import type { Target } from "../backup/restore.ts";
import type { Compared } from "../backup/verify.ts";
import type { ReceiptStore } from "../receipts/store.ts";
import type { ServerContext } from "./context.ts";
import { secretsOf, withSettings } from "./settings.ts";

interface Place {
  readonly data: string;
  readonly database?: string;
  readonly pooler?: boolean;
  readonly receipts?: string;
  readonly keyFile?: string;
  readonly config?: string;
}

/** A key is a line: more is another file. */
const MAX_KEY_BYTES = 1_000;

/** Adds what keeps a company safe: its backup, the way back, and the proof that a backup is whole. */
export function backupCommands(company: Command, context: ServerContext, { prepared }: { prepared: string }): void {
  const { env, say } = context;
  const { summaries, options, backup: words } = say.company;
  const command = (name: "backup" | "restore" | "verify") =>
    withSettings(company.command(name).description(summaries[name]), env, options.config)
      .argument("<folder>", words.folder)
      .option("--pooler", options.pooler, false)
      .option("--receipts <place>", options.receipts)
      .option("--key-file <file>", words.keyFile)
      .option("--json", options.json);
  for (const name of ["backup", "restore"] as const)
    command(name)
      .option("--data <folder>", options.data, ".porte-company")
      .option("--database <url>", options.database)
      .action((folder: string, place: Place) =>
        name === "backup" ? make(context, folder, place) : bringBack(context, folder, place, prepared),
      );
  command("verify")
    .option("--compare", words.compare, false)
    .option("--data <folder>", words.comparedData, ".porte-company")
    .option("--database <url>", words.compared)
    .action((folder: string, place: Place & { compare: boolean }, typed: Command) => {
      const isNamed = ["data", "database"].some((name) => typed.getOptionValueSource(name) === "cli");
      return verify(context, folder, { ...place, compare: place.compare || isNamed });
    });
}

async function make(context: ServerContext, folder: string, place: Place): Promise<void> {
  const { backUp } = await import("../backup/backup.ts");
  const key = await keyOf(context, place);
  const { now } = context;
  const manifest = await withSource(context, place, (source) => backUp(source, folder, { key, now }));
  const { made, lost } = context.say.company.backup;
  const { receipts } = manifest;
  const lines = [made(rowsIn(manifest), receipts.count, folder), ...manifest.lost.map(lost)];
  context.show({ folder, ...factsOf(manifest) }, lines);
  if (manifest.lost.length > 0) throw new PorteError("check.found", { count: manifest.lost.length });
}

/** A new embedded database starts as it was prepared, which a tenth of its migrations cost, where the archive has the same schema. */
async function bringBack(context: ServerContext, folder: string, place: Place, prepared: string): Promise<void> {
  const [{ restore }, { Archive }, { isLatest }] = await Promise.all([
    import("../backup/restore.ts"),
    import("../backup/archive.ts"),
    import("../db/migrate.ts"),
  ]);
  const key = await keyOf(context, place);
  const { schema } = await (await Archive.open(folder, key)).manifest();
  const startsFrom = isLatest(schema) ? prepared : "";
  const manifest = await withCompany(context, place, (target) => restore(target, folder, key), startsFrom);
  const { restored, lost } = context.say.company.backup;
  const lines = [restored(rowsIn(manifest), manifest.receipts.count), ...manifest.lost.map(lost)];
  context.show({ folder, ...factsOf(manifest) }, lines);
}

async function verify(context: ServerContext, folder: string, place: Place & { compare: boolean }): Promise<void> {
  const { verifyArchive } = await import("../backup/verify.ts");
  const key = await keyOf(context, place);
  const verified = place.compare
    ? await withSource(context, place, (source) => verifyArchive(folder, key, source))
    : await verifyArchive(folder, key, null);
  const { manifest, rows, receipts, differences } = verified;
  const { whole, lost, differs } = context.say.company.backup;
  const lines = [whole(rows, receipts), ...manifest.lost.map(lost), ...differences.map(differs)];
  context.show({ folder, ...factsOf(manifest), differences }, lines);
  const count = differences.length + manifest.lost.length;
  if (count > 0) throw new PorteError("check.found", { count });
}

const rowsIn = ({ tables }: Manifest) => tables.reduce((sum, { rows }) => sum + rows, 0);

function factsOf({ createdAt, schema, isSealed, tables, receipts, lost }: Manifest): object {
  return { createdAt, schema: schema.at(-1), isSealed, tables, receipts, lost };
}

/** The key that seals: of a file that was named, or the company's own. @throws {PorteError} `company.key`, `file.unreadable`. */
async function keyOf({ env }: ServerContext, place: Place): Promise<Buffer | null> {
  const { receiptKey } = await import("../receipts/store.ts");
  const { keyFile } = place;
  if (keyFile === undefined) return receiptKey(secretsOf(place, env).receiptKey);
  const key = receiptKey(readPlain(keyFile, MAX_KEY_BYTES).toString("utf8").trim());
  if (key === null) throw new PorteError("company.key", {});
  return key;
}

/**
 * Reads a company that is there. One that runs on an embedded database is asked for a copy of its tables, because that database is its own.
 * @throws {PorteError} `start.folder` where there is none, `backup.copy`.
 */
async function withSource<Value>(
  context: ServerContext,
  given: Place,
  work: (source: Source & Compared) => Promise<Value>,
): Promise<Value> {
  const { data, database } = given;
  const folder = join(data, "database");
  if (database === undefined && !existsSync(join(folder, "PG_VERSION")))
    throw new PorteError("start.folder", { folder, reason: "ENOENT" });
  const { askCopy } = await import("../backup/ask-copy.ts");
  const copy = database === undefined ? await askCopy(data) : null;
  if (copy === null) return withDatabase(context, given, work);
  try {
    const { copyTables, tables } = copy;
    return await work({ receipts: await receiptsOf(context, given), copyTables, factsOfTables: async () => tables });
  } finally {
    await copy.leave();
  }
}

async function withDatabase<Value>(
  context: ServerContext,
  given: Place,
  work: (source: Source & Compared) => Promise<Value>,
): Promise<Value> {
  const [{ copyTablesOf }, { factsOfAll }] = await Promise.all([
    import("../backup/backup.ts"),
    import("../backup/verify.ts"),
  ]);
  return withCompany(context, given, ({ db, receipts }) =>
    work({ receipts, copyTables: (archive) => copyTablesOf(db, archive), factsOfTables: () => factsOfAll(db) }),
  );
}

/** Opens a company's database and its receipts while something is done with them. @param prepared what a new embedded one starts from. */
async function withCompany<Value>(
  context: ServerContext,
  given: Place,
  work: (target: Target) => Promise<Value>,
  prepared = "",
): Promise<Value> {
  const [{ openEmbedded, openPostgres }, { PATIENT }] = await Promise.all([
    import("../db/open.ts"),
    import("../db/pool.ts"),
  ]);
  const { data, database, pooler } = given;
  const db =
    database === undefined
      ? await openEmbedded(join(data, "database"), prepared)
      : await openPostgres(database, PATIENT, pooler);
  try {
    return await work({ db, receipts: await receiptsOf(context, given) });
  } finally {
    await db.destroy();
  }
}

async function receiptsOf({ env }: ServerContext, given: Place): Promise<ReceiptStore> {
  const [{ bucketDisk, folderDisk }, { receiptKey, receiptStore }] = await Promise.all([
    import("../receipts/disk.ts"),
    import("../receipts/store.ts"),
  ]);
  const { data, receipts: place } = given;
  const { receiptKey: key, bucketKeyId, bucketSecret } = secretsOf(given, env);
  const bucketKeys = { AWS_ACCESS_KEY_ID: bucketKeyId, AWS_SECRET_ACCESS_KEY: bucketSecret };
  const disk = await (place === undefined ? folderDisk(data) : bucketDisk(place, bucketKeys));
  return receiptStore(disk, receiptKey(key));
}
