import { closeSync, constants, fsyncSync, lstatSync, openSync, realpathSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { PorteError } from "../../errors.ts";
import { fileHash } from "../../store/file-hash.ts";
import { ensureFolder, unwritable, writeWhole } from "../../store/files.ts";
import type { ExportedFile } from "./manifest.ts";

/** How a file differs from what the manifest says of it. */
export type FileFault = "missing" | "changed" | "link" | "path";

const MAX_NAME = 60;
const SAFE_PATH = /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)?$/;

/** Makes one plain name of what somebody else wrote: it never leads elsewhere, is never hidden, and every file system takes it. */
export function plainName(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, MAX_NAME)
    .replace(/-+$/, "");
  return plain === "" ? "x" : plain;
}

/** The folder of an export. No link within it is followed. */
export class ExportFolder {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = resolve(folder);
  }

  /** Makes the folder where there is none, its owner's alone. @throws {PorteError} `file.unwritable`. */
  open(): void {
    ensureFolder(this.folder);
  }

  file(path: string): string {
    return join(this.folder, path);
  }

  /** Says whether there is something at a path. */
  has(path: string): boolean {
    return lstatSync(this.file(path), { throwIfNoEntry: false }) !== undefined;
  }

  /** Says how a file differs from what is said of it; null where it does not. */
  faultOf({ path, bytes, sha256 }: Pick<ExportedFile, "path" | "bytes" | "sha256">): FileFault | null {
    if (!SAFE_PATH.test(path)) return "path";
    const found = lstatSync(this.file(path), { throwIfNoEntry: false });
    if (found === undefined) return "missing";
    if (!found.isFile() || this.leadsAway(path)) return "link";
    return found.size === bytes && this.hashOf(path) === sha256 ? null : "changed";
  }

  /**
   * Writes a file whole or not at all, readable by its owner alone.
   * @throws {PorteError} `file.unwritable`, also where a link stands in its place.
   */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    const file = this.file(path);
    ensureFolder(dirname(file));
    const found = lstatSync(file, { throwIfNoEntry: false });
    if (!SAFE_PATH.test(path) || this.leadsAway(path) || (found !== undefined && !found.isFile()))
      throw new PorteError("file.unwritable", { file, reason: "not-plain" });
    await writeWhole(file, content);
  }

  /** Adds a line to a file of ours, which is on the disk before anything else is. @throws {PorteError} `file.unwritable`. */
  addLine(path: string, line: string): void {
    const file = this.file(path);
    try {
      const descriptor = openSync(file, constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW);
      try {
        writeSync(descriptor, `${line}\n`);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
    } catch (cause) {
      throw unwritable(file, cause);
    }
  }

  private hashOf(path: string): string | null {
    try {
      return fileHash(this.file(path));
    } catch {
      return null;
    }
  }

  private leadsAway(path: string): boolean {
    const within = realpathSync(dirname(this.file(path)));
    return within !== join(realpathSync(this.folder), dirname(path));
  }
}
