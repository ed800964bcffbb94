import { basename, join } from "node:path";
import { MOST_LAW_BYTES, topOf, wrong } from "../domain/law/place.ts";
import { PorteError } from "../errors.ts";
import { readPlain } from "../files/plain.ts";
import { removeFile, whileLocked, writeWhole } from "./files.ts";
import { type Folders, safeName } from "./folders.ts";
import { namesIn } from "./read.ts";

const ENDING = ".json";

/**
 * Reads a file of law that somebody named: a plain file of one mebibyte at most.
 * @throws {PorteError} `file.unreadable`, `law.file`.
 */
export function readLawText(file: string): string {
  const tooLarge = (bytes: number) => wrong(topOf(file), bytes, "size", [String(MOST_LAW_BYTES)]);
  return readPlain(file, MOST_LAW_BYTES, tooLarge).toString("utf8");
}

/** The files of law that were added on this machine, for all its profiles. */
export class LawFiles {
  readonly folder: string;

  constructor({ config }: Folders) {
    this.folder = join(config, "law");
  }

  /** Where the file of a name is kept. */
  fileOf(name: string): string {
    return join(this.folder, `${safeName(name)}${ENDING}`);
  }

  /** Lists the files, by name. */
  files(): string[] {
    return namesIn(this.folder)
      .filter((name) => name.endsWith(ENDING))
      .sort()
      .map((name) => join(this.folder, name));
  }

  /** Lists the names that files are kept under. */
  names(): string[] {
    return this.files().map((file) => decodeURIComponent(basename(file, ENDING)));
  }

  /** Gives the text that is kept under a name; null where there is none. @throws {PorteError} `file.unreadable`. */
  find(name: string): string | null {
    const file = this.fileOf(name);
    return this.files().includes(file) ? readLawText(file) : null;
  }

  /**
   * Keeps a file under its name, whole or not at all; says whether anything changed.
   * @throws {PorteError} `law.exists` where another text is kept under the name and may not be replaced.
   */
  async keep(name: string, text: string, isForced: boolean): Promise<"added" | "replaced" | "known"> {
    const file = this.fileOf(name);
    return whileLocked(file, async () => {
      const known = this.find(name);
      if (known === text) return "known";
      if (known !== null && !isForced) throw new PorteError("law.exists", { name, place: file });
      await writeWhole(file, text);
      return known === null ? "added" : "replaced";
    });
  }

  /** Takes a file away; says whether it was there. */
  async remove(name: string): Promise<boolean> {
    const file = this.fileOf(name);
    if (!this.files().includes(file)) return false;
    return whileLocked(file, async () => {
      const isThere = this.files().includes(file);
      removeFile(file);
      return isThere;
    });
  }
}
