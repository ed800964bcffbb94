import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** The SHA-256 of a file's content; apart, because most commands need no cryptography. @throws where it cannot be read. */
export function fileHash(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
