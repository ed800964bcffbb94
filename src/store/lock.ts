import { lstatSync, mkdirSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** The library that locks is loaded when something is written: most commands only look. */
const locker = () => import("proper-lockfile");

/** A turn that was not renewed for so long belongs to a process that was killed. */
const STALE_MS = 5_000;
const RENEWED_MS = 2_000;
const LEAST_PAUSE_MS = 25;
const MOST_PAUSE_MS = 150;

/**
 * Takes a file's turn, which no other process then has; gives what ends it. A turn of the dead is taken over, and so is one
 * that is dated in the future, which no clock of this machine would ever find old.
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
    endOfTheDead(place);
    try {
      return await lockfile.lock(file, options);
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== "ELOCKED") throw failure;
    }
    if (Date.now() > end) return null;
    await pause(LEAST_PAUSE_MS + Math.random() * (MOST_PAUSE_MS - LEAST_PAUSE_MS));
  }
}

/** Takes a dead turn away, one process at a time: another may have begun its own since it was found dead. */
function endOfTheDead(place: string): void {
  if (!isDead(place)) return;
  const judging = `${place}.old`;
  if (isDead(judging)) take(judging);
  try {
    mkdirSync(judging);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "EEXIST") return;
    throw failure;
  }
  try {
    if (isDead(place)) take(place);
  } finally {
    take(judging);
  }
}

/** Whatever stands at the place of a turn is ours: a folder, or what a synchronised disk made of one. */
function take(place: string): void {
  rmSync(place, { recursive: true, force: true });
}

function isDead(place: string): boolean {
  const found = lstatSync(place, { throwIfNoEntry: false });
  return found !== undefined && Math.abs(Date.now() - found.mtimeMs) > STALE_MS;
}
