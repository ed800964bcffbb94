import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { PorteError } from "../../errors.ts";
import { folderDisk } from "../receipts/disk.ts";
import { type ReceiptStore, receiptStore } from "../receipts/store.ts";

/** What an archive says of one table. */
export interface TableFacts {
  readonly name: string;
  readonly rows: number;
  /** Of its lines, before they are compressed and sealed. */
  readonly sha256: string;
}

/** What an archive says of itself; docs/backup.md describes it. */
export interface Manifest {
  readonly format: 1;
  readonly createdAt: string;
  /** The migrations of the database that it was made from. */
  readonly schema: readonly string[];
  readonly isSealed: boolean;
  readonly tables: readonly TableFacts[];
  readonly receipts: { readonly count: number; readonly bytes: number };
  /** Receipts that the store no longer had, or had altered. */
  readonly lost: readonly string[];
}

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A folder that holds a company: its manifest, a file for each table, and its receipts. */
export class Archive {
  readonly folder: string;
  readonly receipts: ReceiptStore;
  private readonly key: Buffer | null;

  private constructor(folder: string, receipts: ReceiptStore, key: Buffer | null) {
    this.folder = folder;
    this.receipts = receipts;
    this.key = key;
  }

  /** Opens a folder. @param key what tables and receipts are sealed with; null to keep them as they are. */
  static async open(folder: string, key: Buffer | null): Promise<Archive> {
    return new Archive(folder, receiptStore(await folderDisk(folder), key), key);
  }

  /** Makes a folder for an archive. @throws {PorteError} `backup.not_empty` for one that holds anything. */
  static async make(folder: string, key: Buffer | null): Promise<Archive> {
    await mkdir(join(folder, "tables"), { recursive: true, mode: 0o700 });
    const names = [...(await readdir(folder)), ...(await readdir(join(folder, "tables")))];
    if (names.some((name) => name !== "tables")) throw new PorteError("backup.not_empty", { place: folder });
    return Archive.open(folder, key);
  }

  private fileOf(table: string): string {
    return join(this.folder, "tables", `${table}.jsonl.gz`);
  }

  /** Writes the lines of a table as they come. */
  async writeTable(name: string, lines: AsyncIterable<string>): Promise<TableFacts> {
    const hash = createHash("sha256");
    let rows = 0;
    const counted = async function* () {
      for await (const line of lines) {
        hash.update(line);
        rows += 1;
        yield line;
      }
    };
    const file = createWriteStream(this.fileOf(name), { mode: 0o600, flags: "wx", flush: true });
    const steps = this.key === null ? [] : [sealing(this.key)];
    await pipeline([Readable.from(counted()), createGzip(), ...steps, file]);
    return { name, rows, sha256: hash.digest("hex") };
  }

  /** Reads the lines of a table, and checks them once all are read. @throws {PorteError} `backup.damaged`, `backup.key`. */
  async *readTable({ name, rows, sha256 }: TableFacts): AsyncGenerator<string> {
    const hash = createHash("sha256");
    let count = 0;
    try {
      const text = await this.opened(this.fileOf(name));
      for await (const line of linesIn(text)) {
        hash.update(`${line}\n`);
        count += 1;
        yield line;
      }
    } catch (cause) {
      throw cause instanceof PorteError ? cause : damaged(`tables/${name}`, cause);
    }
    if (count !== rows || hash.digest("hex") !== sha256) throw damaged(`tables/${name}`);
  }

  private async opened(file: string): Promise<Readable> {
    const steps = this.key === null ? { from: createReadStream(file), by: [] } : await unsealing(file, this.key);
    const text = createGunzip();
    pipeline([steps.from, ...steps.by, text]).catch((failure: Error) => text.destroy(failure));
    return text;
  }

  /** Writes the manifest, last of all: an archive without it is none. */
  async seal(manifest: Manifest): Promise<void> {
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    const options = { mode: 0o600, flag: "wx", flush: true };
    await writeFile(join(this.folder, "manifest.sha256"), `${hashOf(text)}  manifest.json\n`, options);
    await writeFile(join(this.folder, "manifest.json"), text, options);
  }

  /** Reads the manifest. @throws {PorteError} `backup.damaged`, `backup.key` where it is sealed and there is no key. */
  async manifest(): Promise<Manifest> {
    const read = (name: string) =>
      readFile(join(this.folder, name), "utf8").catch((cause: unknown) => {
        throw damaged(name, cause);
      });
    const text = await read("manifest.json");
    if (!(await read("manifest.sha256")).startsWith(hashOf(text))) throw damaged("manifest.json");
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.format !== 1) throw new PorteError("backup.format", { format: String(manifest.format) });
    if (manifest.isSealed && this.key === null) throw new PorteError("company.key", {});
    return manifest;
  }
}

/** Parts a text into its lines as it comes. What fails meanwhile fails here too. */
async function* linesIn(text: Readable): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of text.setEncoding("utf8") as AsyncIterable<string>) {
    const lines = `${rest}${piece}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function damaged(part: string, cause?: unknown): PorteError {
  return new PorteError("backup.damaged", { part }, { cause });
}

/** Seals what flows through: a nonce, what was sealed, and the tag that says that nothing of it was changed. */
function sealing(key: Buffer): Transform {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  let isBegun = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!isBegun) this.push(nonce);
      isBegun = true;
      done(null, cipher.update(chunk));
    },
    flush(done) {
      this.push(cipher.final());
      done(null, cipher.getAuthTag());
    },
  });
}

async function unsealing(file: string, key: Buffer): Promise<{ from: Readable; by: Transform[] }> {
  const { size } = await stat(file);
  const opened = await open(file, "r");
  const [nonce, tag] = [Buffer.alloc(NONCE_BYTES), Buffer.alloc(TAG_BYTES)];
  await opened.read(nonce, 0, NONCE_BYTES, 0);
  await opened.read(tag, 0, TAG_BYTES, Math.max(0, size - TAG_BYTES));
  await opened.close();
  const decipher = createDecipheriv(CIPHER, key, nonce);
  decipher.setAuthTag(tag);
  const from = createReadStream(file, { start: NONCE_BYTES, end: Math.max(NONCE_BYTES, size - TAG_BYTES - 1) });
  return { from, by: [decipher] };
}
