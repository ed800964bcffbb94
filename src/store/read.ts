import { readFile } from "node:fs/promises";
import { PorteError } from "../errors.ts";

/** Reads a text file that somebody named. @throws {PorteError} `file.unreadable`. */
export function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new PorteError("file.unreadable", { file, reason: cause.code ?? cause.message }, { cause });
  });
}

/** Reads a JSON file of ours, or null where there is none. @throws {PorteError} `file.damaged`; the file is left alone. */
export async function readJsonFile<Value>(file: string): Promise<Value | null> {
  const text = await readText(file).catch((failure: PorteError<"file.unreadable">) => {
    if (failure.facts.reason === "ENOENT") return null;
    throw failure;
  });
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PorteError("file.damaged", { file }, { cause });
  }
}
