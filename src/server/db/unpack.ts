import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A tar's files and their headers are laid in blocks of so many bytes. */
const BLOCK = 512;
/** Where a header has what is read of it, as POSIX.1-1988 (ustar) lays it: first byte, and the one after the last. */
const FIELDS = { name: [0, 100], mode: [100, 108], size: [124, 136], kind: [156, 157], prefix: [345, 500] } as const;

/**
 * Unpacks the archive that the build made of a database: plain files and folders, each after the folder that it lies in. It is in
 * memory at once, 10 MB: asking the disk nothing but to make each entry takes a fifth of the time that an unpacker of any archive takes.
 * @throws {Error} for an entry of another kind: the build makes none. Of `fs`, where the folder cannot be written in.
 */
export function unpack(file: string, folder: string): void {
  const bytes = gunzipSync(readFileSync(file));
  for (let place = 0; bytes[place] !== 0 && place < bytes.length; ) {
    const field = (name: keyof typeof FIELDS) => textAt(bytes, place + FIELDS[name][0], place + FIELDS[name][1]);
    const octal = (name: "mode" | "size") => Number.parseInt(field(name), 8);
    const target = join(folder, field("prefix"), field("name"));
    const start = place + BLOCK;
    const end = start + octal("size");
    const mode = octal("mode");
    if (field("kind") === "5") mkdirSync(target, { recursive: true, mode });
    else if (field("kind") === "0") writeFileSync(target, bytes.subarray(start, end), { mode });
    else throw new Error(`${file} holds what is no file and no folder: ${target}`);
    place = start + Math.ceil((end - start) / BLOCK) * BLOCK;
  }
}

/** A text up to its first zero. */
function textAt(bytes: Buffer, start: number, end: number): string {
  const zero = bytes.subarray(start, end).indexOf(0);
  return bytes.toString("utf8", start, zero < 0 ? end : start + zero);
}
