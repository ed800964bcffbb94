import { readFile, stat } from "node:fs/promises";
import { PorteError } from "../../errors.ts";

const MOST_BYTES = 5_000_000;

/**
 * Reads a plain text file that is not too large: a device says no size and has no end.
 * @throws {PorteError} `file.unreadable`.
 */
export async function readPlainText(file: string, mostBytes = MOST_BYTES): Promise<string> {
  try {
    const found = await stat(file);
    if (!found.isFile() || found.size > mostBytes) throw new Error(`not a plain file of ${mostBytes} bytes at most`);
    return (await readFile(file, "utf8")).replace(/^\uFEFF/, "");
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new PorteError("file.unreadable", { file, reason: code ?? message }, { cause });
  }
}
