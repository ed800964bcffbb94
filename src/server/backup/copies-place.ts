import { createHash } from "node:crypto";
import { join, relative, resolve } from "node:path";
import type { TableFacts } from "./archive.ts";

/** The address of a socket has room for so many bytes, on every system; Node cuts a longer one without a word. */
const MAX_ADDRESS_BYTES = 103;

/** Where a company that runs on an embedded database is asked for a copy of its tables; null where the folder's path is too long for a socket. */
export function copiesSocket(data: string): string | null {
  if (process.platform !== "win32") {
    const place = join(data, "copies.sock");
    const near = relative("", place);
    const short = near.length < place.length ? near : place;
    return Buffer.byteLength(short) > MAX_ADDRESS_BYTES ? null : short;
  }
  const name = createHash("sha256").update(resolve(data).toLowerCase()).digest("hex").slice(0, 32);
  return `\\\\.\\pipe\\porte-company-${name}`;
}

/** Where such a company keeps its copies, for as long as they are read. */
export function copiesFolder(data: string): string {
  return join(data, "copies");
}

/** What the company answers: the folder of the copy, by its name, or what it failed of. */
export type CopyAnswer =
  | { readonly copy: string; readonly tables: readonly TableFacts[]; readonly schema: readonly string[] }
  | { readonly failure: string };
