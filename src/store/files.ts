import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { isFailure, PorteError } from "../errors.ts";
import { NOWHERE } from "./folders.ts";

/** What writes and locks is loaded when something is written: most commands only look. */
const writer = () => import("./atomic.ts");
const locker = () => import("./lock.ts");

/** Writes a JSON file of ours whole or not at all, readable by its owner alone. @throws {PorteError} `file.unwritable`, `file.no_home`. */
export async function writeJsonFile(file: string, value: unknown): Promise<void> {
  ensureFolder(dirname(file));
  await writeWhole(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** Writes a file whole or not at all, readable by its owner alone. @throws {PorteError} `file.unwritable`. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  /** A device or a pipe is written into, and never replaced by a file. */
  if (statOf(file)?.isFile() === false) throw new PorteError("file.unwritable", { file, reason: "not-plain" });
  const { replaceFile } = await writer();
  try {
    replaceFile(file, content);
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

/**
 * Makes a folder of ours where there is none, its owner's alone.
 * @throws {PorteError} `file.unwritable`; `file.no_home` where nothing says which folder is the user's.
 */
export function ensureFolder(folder: string): void {
  if (folder.startsWith(NOWHERE)) throw new PorteError("file.no_home", {});
  if (statOf(folder)?.isDirectory() === true) return;
  /** One after the other: Node's own way through several tries for ever where a folder can hold none, as `/proc`. */
  if (folder !== dirname(folder)) ensureFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (cause) {
    if (statOf(folder)?.isDirectory() !== true) throw unwritable(folder, cause);
  }
}

/** Takes a file of ours away; a link alone, where it is one. @throws {PorteError} `file.unwritable` where it stays. */
export function removeFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOTDIR") throw unwritable(file, cause);
  }
}

/** Takes away a file, or a folder with all that it holds. @throws {PorteError} `file.unwritable`. */
export function removeAll(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

/** Has the names in a folder reach the disk: without it a power cut may take back a rename or a removal. */
export function syncFolder(folder: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(folder, "r");
  } catch {
    /** Windows opens no folder, and needs none of this. */
    return;
  }
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Twelve programs that are started at once each have their turn in less. */
const USUAL_WAIT_MS = 20_000;

/**
 * Does something while no other process does it for the same file, whatever links lead there.
 * @throws {PorteError} `file.busy` once it has waited enough; `file.unwritable`, `file.no_home` where no turn can be kept.
 */
export async function whileLocked<Value>(
  file: string,
  work: () => Promise<Value>,
  waitMs: number = USUAL_WAIT_MS,
): Promise<Value> {
  ensureFolder(dirname(file));
  const [{ takeTurn }, { targetOf }] = await Promise.all([locker(), writer()]);
  const target = targetOf(file);
  const end = await takeTurn(target, waitMs).catch((cause: unknown) => {
    throw unwritable(`${target}.lock`, cause);
  });
  if (end === null) throw new PorteError("file.busy", { file });
  try {
    return await work();
  } finally {
    await end().catch(() => undefined);
  }
}

/** Keeps what serves later only: a machine that cannot be written to does not stop what is asked of it now. */
export async function keepIfPossible(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (failure) {
    if (!isFailure(failure, ...PASSING)) throw failure;
  }
}

const PASSING = ["file.unwritable", "file.no_home", "file.busy"] as const;

/** Words what the file system says of a file that was to be written. */
export function unwritable(file: string, cause: unknown): PorteError<"file.unwritable"> {
  const { code, message } = cause as NodeJS.ErrnoException;
  const found = inTheWay(file);
  /** A file where a folder is to be made is said to exist already. */
  const reason = code === "EEXIST" && statOf(found)?.isDirectory() === false ? "ENOTDIR" : (code ?? message);
  return new PorteError("file.unwritable", { file: found, reason }, { cause });
}

/** What is on the way to a file and is no folder, which is what must be mended; the file itself where nothing is. */
function inTheWay(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder))
    if (statOf(folder)?.isDirectory() === false) return folder;
  return file;
}

function statOf(file: string): ReturnType<typeof statSync> | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
