import { closeSync, fsyncSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { PorteError } from "../errors.ts";

/** The libraries that write and lock are loaded when something is written: most commands only look. */
const writer = () => import("write-file-atomic");
const locker = () => import("proper-lockfile");

/** Writes a JSON file whole or not at all: a temporary file, fsync, then a rename; readable by its owner alone. */
export async function writeJsonFile(file: string, value: unknown): Promise<void> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  await writeWhole(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** Writes a file whole or not at all, readable by its owner alone. @throws {PorteError} `file.unwritable`. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const body = typeof content === "string" ? content : Buffer.from(content);
  /** A device or a pipe is written into, and never replaced by a file. */
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false)
    throw new PorteError("file.unwritable", { file, reason: "not a plain file" });
  const { default: writeFileAtomic } = await writer();
  await writeFileAtomic(file, body, { mode: 0o600 }).catch((cause: NodeJS.ErrnoException) => {
    throw new PorteError("file.unwritable", { file, reason: cause.code ?? cause.message }, { cause });
  });
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

const USUAL_WAIT_MS = 6_000;
const LONGEST_PAUSE_MS = 150;
/** A turn that was not renewed for so long belongs to a process that was killed. */
const STALE_MS = 5_000;

/** Does something while no other process does it for the same file. @throws {PorteError} `file.busy` once it has waited enough. */
export async function whileLocked<Value>(
  file: string,
  work: () => Promise<Value>,
  waitMs: number = USUAL_WAIT_MS,
): Promise<Value> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { default: lockfile } = await locker();
  const release = await lockfile
    .lock(file, {
      realpath: false,
      stale: STALE_MS,
      /** A machine that slept has lost its turn. What it writes is whole, and what it sends has its key: it may end. */
      onCompromised: () => undefined,
      retries: {
        retries: Math.ceil(waitMs / LONGEST_PAUSE_MS),
        minTimeout: 25,
        maxTimeout: LONGEST_PAUSE_MS,
        randomize: true,
      },
    })
    .catch((cause: Error) => {
      throw new PorteError("file.busy", { file }, { cause });
    });
  try {
    return await work();
  } finally {
    await release().catch(() => undefined);
  }
}
