import { lstatSync, mkdirSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** The library that locks is loaded when something is written: most commands only look. */
const locker = () => import("proper-lockfile");

/** A turn that was not renewed for so long belongs to a process that was killed. */
const STALE_MS = 5_000;
const RENEWED_MS = 2_000;
const MIN_PAUSE_MS = 25;
const MAX_PAUSE_MS = 150;

/**
 * Takes a file's turn, which no other process then has; gives what ends it. A turn that nobody renews any more is taken over,
 * and so is one that is dated in the future, which no clock of this machine would ever find old.
 * @returns null where others kept it for the whole wait.
 * @throws what the file system says where no turn can be kept beside the file.
 */
export async function takeTurn(file: string, waitMs: number): Promise<(() => Promise<void>) | null> {
  const { default: lockfile } = await locker();
  const place = `${file}.lock`;
  const options = {
    realpath: false,
    lockfilePath: place,
    /** Not the library's to judge: two that find a turn old at once would both have it. */
    stale: Number.MAX_SAFE_INTEGER,
    update: RENEWED_MS,
    /** A machine that slept has lost its turn. What it writes is whole, and what it sends has its key: it may end. */
    onCompromised: () => undefined,
  };
  for (const end = Date.now() + waitMs; ; ) {
    removeStale(place);
    try {
      return await lockfile.lock(file, options);
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== "ELOCKED") throw failure;
    }
    if (Date.now() > end) return null;
    await pause(MIN_PAUSE_MS + Math.random() * (MAX_PAUSE_MS - MIN_PAUSE_MS));
  }
}

/** Removes a turn that nobody renews, one process at a time: another may have begun its own since this one was looked at. */
function removeStale(place: string): void {
  if (!isStale(place)) return;
  const judging = `${place}.old`;
  if (isStale(judging)) remove(judging);
  try {
    mkdirSync(judging);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "EEXIST") return;
    throw failure;
  }
  try {
    if (isStale(place)) remove(place);
  } finally {
    remove(judging);
  }
}

/** Whatever stands at the place of a turn is ours: a folder, or what a synchronised disk made of one. */
function remove(place: string): void {
  rmSync(place, { recursive: true, force: true });
}

function isStale(place: string): boolean {
  const found = lstatSync(place, { throwIfNoEntry: false });
  return found !== undefined && Math.abs(Date.now() - found.mtimeMs) > STALE_MS;
}
