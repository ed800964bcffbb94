import { readdirSync, readFileSync } from "node:fs";
import { PorteError } from "../errors.ts";

/** Reads a text file that somebody named. @throws {PorteError} `file.unreadable`. */
export async function readText(file: string): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(file, cause);
  });
}

function unreadable(file: string, cause: NodeJS.ErrnoException): PorteError<"file.unreadable"> {
  return new PorteError("file.unreadable", { file, reason: cause.code ?? cause.message }, { cause });
}

/** Lists the names in a folder of ours; none where there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Reads a JSON file of ours, or null where there is none. Small files are read at once: Node's promises of files cost every
 * command more time to load than to read them all.
 * @throws {PorteError} `file.damaged`, `file.unreadable`; the file is left alone.
 */
export async function readJsonFile<Value>(file: string): Promise<Value | null> {
  const text = textOf(file);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PorteError("file.damaged", { file }, { cause });
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const failure = cause as NodeJS.ErrnoException;
    if (failure.code === "ENOENT") return null;
    throw unreadable(file, failure);
  }
}
