import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import type { TableFacts } from "./archive.ts";

/** Where a company that runs on an embedded database is asked for a copy of its tables. */
export function copiesSocket(data: string): string {
  if (process.platform !== "win32") return join(data, "copies.sock");
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
