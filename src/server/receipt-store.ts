import type { Disk } from "flydrive";
import { PorteError } from "../errors.ts";
import { sealBytes, unsealBytes } from "./auth/seal.ts";

/** Where receipts are: by the hash of what they hold, in a folder, sealed where the company has a key. */
export interface ReceiptStore {
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Uint8Array>;
  /** Forgets all that lies under a name. */
  forget(prefix: string): Promise<void>;
}

/** What a sealed file begins with: those of before the key are read as they are. */
const MARK = Buffer.from("PORTE-SEALED-1\n");
const KEY_HEX_DIGITS = 64;

/** Reads the key of receipts. @throws {PorteError} `company.key` for anything but 64 hexadecimal digits. */
export function receiptKey(text: string | undefined): Buffer | null {
  if (text === undefined || text === "") return null;
  if (text.length !== KEY_HEX_DIGITS || !/^[0-9a-f]+$/i.test(text)) throw new PorteError("company.key", {});
  return Buffer.from(text, "hex");
}

/** Keeps receipts on a disk of the storage library. @param key 32 bytes, or null to keep them as they are. */
export function receiptStore(disk: Disk, key: Buffer | null): ReceiptStore {
  return {
    put: (name, bytes) => disk.put(name, key === null ? bytes : Buffer.concat([MARK, sealBytes(key, bytes)])),
    get: async (name) => {
      const bytes = Buffer.from(await disk.getBytes(name));
      if (!bytes.subarray(0, MARK.length).equals(MARK)) return bytes;
      if (key === null) throw new PorteError("company.key", {});
      return unsealBytes(key, bytes.subarray(MARK.length));
    },
    forget: (prefix) => disk.deleteAll(prefix),
  };
}
