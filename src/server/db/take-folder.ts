import { constants, existsSync } from "node:fs";
import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import lockfile from "proper-lockfile";
import { PorteError } from "../../errors.ts";
import { isAlive, ownerIn, thisOwner } from "./folder-owner.ts";

/** A turn that was not renewed for so long belongs to a process that was killed: PostgreSQL's start alone holds a slow machine for seconds. */
const STALE_MS = 10_000;
const RENEWED_MS = 2_000;
const PAUSE_MS = 250;

/** Reading who has a folder and taking it are one step, for one process at a time; it takes milliseconds. */
const STEP = { stale: 5_000, retries: { retries: 100, minTimeout: 20, maxTimeout: 100 } };

/** More than the last room that a disk may have in the blocks of other files. */
const TRIED_BYTES = 256 * 1024;

/**
 * Makes a folder, where there is none, and takes it for this process alone, until what it gives is called: two PostgreSQL that
 * write in one folder ruin it. One whose process no longer lives on this machine is taken at once; of a process that this one cannot
 * see, on another machine or in another container, the turn must have passed.
 * @throws {PorteError} `start.folder` where it cannot be made or written, `start.folder_busy` while another company has it.
 */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  await writableFolder(folder);
  for (let tries = STALE_MS / PAUSE_MS + 4; ; tries -= 1) {
    try {
      return await takeNow(folder);
    } catch (failure) {
      const { code } = failure as NodeJS.ErrnoException;
      if (code !== "ELOCKED") throw failedOn(folder, failure);
      if (tries === 0) throw new PorteError("start.folder_busy", { folder, reason: code }, { cause: failure });
    }
    await pause(PAUSE_MS);
  }
}

/**
 * Makes a folder, where there is none, and writes and forgets a file in it: a full or a read-only disk is said before anything is begun.
 * @throws {PorteError} `start.folder`.
 */
export async function writableFolder(folder: string): Promise<void> {
  const file = join(folder, `.porte-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, Buffer.alloc(TRIED_BYTES), { mode: 0o600 }).finally(() => rm(file, { force: true }));
  } catch (failure) {
    throw failedOn(folder, await trueCause(folder, failure));
  }
}

/** Making a folder in a folder that is read-only is told by Node as a folder that lacks: the nearest one that is there tells why. */
async function trueCause(folder: string, failure: unknown): Promise<unknown> {
  if ((failure as NodeJS.ErrnoException).code !== "ENOENT") return failure;
  let nearest = resolve(folder);
  while (!existsSync(nearest)) nearest = dirname(nearest);
  return access(nearest, constants.W_OK).then(
    () => failure,
    (cause: unknown) => cause,
  );
}

/** Tells a failure of the disk as what it is to whoever starts a company. */
export function failedOn(folder: string, failure: unknown): PorteError {
  if (failure instanceof PorteError) return failure;
  const { code, message } = failure as NodeJS.ErrnoException;
  return new PorteError("start.folder", { folder, reason: code ?? message }, { cause: failure });
}

async function takeNow(folder: string): Promise<() => Promise<void>> {
  const note = `${folder}.owner.json`;
  const stepOut = await lockfile.lock(`${folder}.taking`, { ...STEP, realpath: false });
  try {
    const owner = ownerIn(note);
    const lives = owner === null ? null : isAlive(owner);
    if (lives === true && owner?.pid !== process.pid)
      throw Object.assign(new Error(`process ${owner?.pid} has the folder`), { code: "ELOCKED" });
    if (lives === false) await rm(`${folder}.lock`, { recursive: true, force: true });
    const giveBack = await lockfile.lock(folder, { stale: STALE_MS, update: RENEWED_MS });
    await writeFile(note, JSON.stringify(thisOwner()), { mode: 0o600 });
    return async () => {
      await rm(note, { force: true });
      await giveBack();
    };
  } finally {
    await stepOut();
  }
}
