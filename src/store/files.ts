import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import lockfile from "proper-lockfile";
import writeFileAtomic from "write-file-atomic";
import { PorteError } from "../errors.ts";

/** Reads a JSON file of ours, or null where there is none. @throws {PorteError} `file.damaged`; the file is left alone. */
export async function readJsonFile<Value>(file: string): Promise<Value | null> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new PorteError(
      "file.unreadable",
      { file, reason: (cause as NodeJS.ErrnoException).code ?? String(cause) },
      { cause },
    );
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PorteError("file.damaged", { file }, { cause });
  }
}

/** Writes a JSON file whole or not at all: a temporary file, fsync, then a rename; readable by its owner alone. */
export async function writeJsonFile(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFileAtomic(file, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
}

/** Does something while no other process does it for the same file. @throws {PorteError} `file.busy` after five seconds. */
export async function whileLocked<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const release = await lockfile
    .lock(file, { realpath: false, stale: 15_000, retries: { retries: 40, minTimeout: 25, maxTimeout: 150 } })
    .catch((cause: Error) => {
      throw new PorteError("file.busy", { file }, { cause });
    });
  try {
    return await work();
  } finally {
    await release();
  }
}
