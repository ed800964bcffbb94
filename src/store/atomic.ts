import {
  chownSync,
  closeSync,
  fchmodSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";

/** A chain of links longer than this leads nowhere. */
const MAX_LINKS = 40;
const OWN = 0o600;

/** Follows the links that a path is, also to a file that is not there yet: a link stays one when its file is replaced. */
export function targetOf(file: string): string {
  let at = file;
  for (let links = 0; links < MAX_LINKS; links += 1) {
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return at;
    at = resolve(realpathSync(dirname(at)), readlinkSync(at));
  }
  return at;
}

/**
 * Writes a file whole or not at all, readable by its owner alone: a new file beside it, fsync, then a rename. The libraries
 * that do so ask once for all bytes to be written and do not look how many were: a disk that fills up leaves half a file
 * under the right name.
 * @throws what the file system says; the file is then as it was.
 */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const target = targetOf(file);
  const before = statSync(target, { throwIfNoEntry: false });
  const beside = `${target}.${Math.random().toString(36).slice(2)}.tmp`;
  try {
    writeThrough(beside, content, "wx");
    if (before !== undefined) keepOwner(beside, before);
    if (!renamed(beside, target)) writeThrough(target, content, "r+");
    rmSync(beside, { force: true });
  } catch (failure) {
    rmSync(beside, { force: true });
    throw failure;
  }
}

/** Says false for a file that is a place of its own, as a container's volume is: no other takes its name, it is written where it is. */
function renamed(beside: string, target: string): boolean {
  try {
    renameSync(beside, target);
    return true;
  } catch (failure) {
    if (["EBUSY", "EXDEV"].includes((failure as NodeJS.ErrnoException).code ?? "")) return false;
    throw failure;
  }
}

function writeThrough(file: string, content: string | Uint8Array, flag: "wx" | "r+"): void {
  const descriptor = openSync(file, flag, OWN);
  try {
    if (flag === "wx") fchmodSync(descriptor, OWN);
    writeFileSync(descriptor, content);
    ftruncateSync(descriptor, Buffer.byteLength(content));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What root writes for somebody stays theirs. */
function keepOwner(file: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  try {
    chownSync(file, uid, gid);
  } catch {
    /** Only root may give a file away: it is then the one who writes that owns it. */
  }
}
