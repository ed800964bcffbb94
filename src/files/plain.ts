import { closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";
import { PorteError } from "../errors.ts";

/** A pipe that nobody writes to would be waited for until somebody does. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants;

/**
 * Reads a file that somebody named, which must be a plain one of a size that is right: a pipe has no end to wait for, a device says no
 * size, and a folder has no content. What is read is what was looked at, though another takes its name meanwhile.
 * @param tooLarge the failure of one that is larger; without it, one that cannot be read.
 * @throws {PorteError} `file.unreadable`, and what `tooLarge` gives.
 */
export function readPlain(file: string, maxBytes: number, tooLarge?: (bytes: number) => PorteError): Buffer {
  try {
    const opened = openSync(file, O_RDONLY | O_NONBLOCK);
    try {
      const found = fstatSync(opened);
      if (!found.isFile()) throw Object.assign(new Error(), { code: "not-plain" });
      if (found.size > maxBytes) throw tooLarge?.(found.size) ?? Object.assign(new Error(), { code: "EFBIG" });
      return contentOf(opened, found.size);
    } finally {
      closeSync(opened);
    }
  } catch (cause) {
    if (cause instanceof PorteError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new PorteError("file.unreadable", { file, reason: code ?? message }, { cause });
  }
}

/** One that grows meanwhile is read as far as it was. */
function contentOf(opened: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read)
    read = readSync(opened, bytes, length, size - length, length);
  return bytes.subarray(0, length);
}

/** Says whether a name is that of a plain file. */
export function isPlainFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
