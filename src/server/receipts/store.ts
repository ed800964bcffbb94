import { createHash } from "node:crypto";
import type { Disk } from "flydrive";
import { PorteError } from "../../errors.ts";
import { sealBytes, unsealBytes } from "../crypto/seal.ts";

/** Where receipts are: by the hash of what they hold, in a folder or a bucket, sealed where the company has a key. */
export interface ReceiptStore {
  /** Keeps bytes under a name; what is there already, and is what its name says, stays as it is. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Reads what is under a name. @throws {PorteError} `receipt.altered` for what is not there, or not what its name says. */
  get(name: string): Promise<Uint8Array>;
  has(name: string): Promise<boolean>;
  /** Forgets all that lies under a name. */
  forget(prefix: string): Promise<void>;
  /** Forgets one file. */
  remove(name: string): Promise<void>;
  /** Names every file, one after the other. */
  names(): AsyncIterable<string>;
  writtenAt(name: string): Promise<Date>;
}

/** What a sealed file begins with: those of before the key are read as they are. */
const MARK = Buffer.from("PORTE-SEALED-1\n");
const KEY_HEX_DIGITS = 64;
const HASH = /^[0-9a-f]{64}$/;

/** Reads the key of receipts. @throws {PorteError} `company.key` for anything but 64 hexadecimal digits. */
export function receiptKey(text: string | undefined): Buffer | null {
  if (text === undefined || text === "") return null;
  if (text.length !== KEY_HEX_DIGITS || !/^[0-9a-f]+$/i.test(text)) throw new PorteError("company.key", {});
  return Buffer.from(text, "hex");
}

/** Keeps receipts on a disk of the storage library. @param key 32 bytes, or null to keep them as they are. */
export function receiptStore(disk: Disk, key: Buffer | null): ReceiptStore {
  const get = async (name: string) => {
    const bytes = unsealed(await bytesOf(disk, name), key, name);
    if (HASH.test(name) && createHash("sha256").update(bytes).digest("hex") !== name)
      throw new PorteError("receipt.altered", { receipt: name, found: "altered" });
    return bytes;
  };
  /** Only a name that is a hash says whether what is there is what is to be kept. */
  const isKept = async (name: string) =>
    HASH.test(name) &&
    (await disk.exists(name)) &&
    (await get(name).then(
      () => true,
      () => false,
    ));
  return {
    put: async (name, bytes) => {
      if (await isKept(name)) return;
      await disk.put(name, key === null ? bytes : Buffer.concat([MARK, sealBytes(key, bytes)]));
    },
    get,
    has: (name) => disk.exists(name),
    forget: (prefix) => disk.deleteAll(prefix),
    remove: (name) => disk.delete(name),
    names: () => namesOn(disk),
    writtenAt: async (name) => (await disk.getMetaData(name)).lastModified,
  };
}

async function bytesOf(disk: Disk, name: string): Promise<Buffer> {
  try {
    return Buffer.from(await disk.getBytes(name));
  } catch (failure) {
    if (isMissing(failure)) throw new PorteError("receipt.altered", { receipt: name, found: "missing" });
    throw failure;
  }
}

/** Says whether the storage library failed because there is no such file: a folder and a bucket say it in their own words. */
export function isMissing(failure: unknown): boolean {
  const { cause } = failure as { cause?: { code?: string; name?: string } };
  return cause?.code === "ENOENT" || cause?.name === "NoSuchKey" || cause?.name === "NotFound";
}

function unsealed(bytes: Buffer, key: Buffer | null, name: string): Uint8Array {
  if (!bytes.subarray(0, MARK.length).equals(MARK)) return bytes;
  if (key === null) throw new PorteError("company.key", {});
  try {
    return unsealBytes(key, bytes.subarray(MARK.length));
  } catch (cause) {
    throw new PorteError("receipt.altered", { receipt: name, found: "altered" }, { cause });
  }
}

async function* namesOn(disk: Disk): AsyncIterable<string> {
  let paginationToken: string | undefined;
  do {
    const page = await disk.listAll("/", { recursive: true, ...(paginationToken ? { paginationToken } : {}) });
    paginationToken = page.paginationToken;
    for (const found of page.objects) if (found.isFile) yield found.key;
  } while (paginationToken);
}
