import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { syncFolder } from "../store/files.ts";

/**
 * Puts a file into a folder whole or not at all, and never over another: what bears its name already stays, and it is `… (2)`. A file
 * that is just the same stands for it.
 * @returns its path.
 * @throws what the file system says; nothing bears the name then.
 */
export function placeFile(folder: string, name: string, bytes: Uint8Array): string {
  const beside = join(folder, `.${name}.${Math.random().toString(36).slice(2)}.tmp`);
  try {
    writeThrough(beside, bytes);
    for (let count = 1; ; count += 1) {
      const path = join(folder, numbered(name, count));
      if (isThere(path, bytes) || takesName(beside, path, bytes)) {
        syncFolder(folder);
        return path;
      }
    }
  } finally {
    rmSync(beside, { force: true });
  }
}

function numbered(name: string, count: number): string {
  const end = extname(name);
  return count === 1 ? name : `${name.slice(0, name.length - end.length)} (${count})${end}`;
}

function isThere(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/** A link is refused where the name is taken; a file system that knows no links opens a new file, which is refused likewise. */
function takesName(beside: string, path: string, bytes: Uint8Array): boolean {
  try {
    linkSync(beside, path);
    return true;
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (!NO_LINKS.has(code ?? "")) throw failure;
    return opensNew(path, bytes);
  }
}

const NO_LINKS: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV", "EMLINK"]);

function opensNew(path: string, bytes: Uint8Array): boolean {
  try {
    writeThrough(path, bytes);
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "EEXIST") return false;
    rmSync(path, { force: true });
    throw failure;
  }
}

function writeThrough(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, "wx");
  try {
    writeFileSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
