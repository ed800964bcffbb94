import { lstatSync, readFileSync } from "node:fs";
import { misfit } from "../../domain/shape.ts";
import { PorteError } from "../../errors.ts";
import { removeFile } from "../../store/files.ts";
import type { ExportFolder } from "./folder.ts";
import { type ExportedFile, FILE_SHAPE, MANIFEST_SHAPE, type Manifest } from "./manifest.ts";

/** The name of the journal in its folder: it is there while a run is under way, or where one was cut. */
const JOURNAL = "manifest.journal";

/**
 * What a run that was cut had written: what there was before, and a line for each file that it began. Null where no run was cut.
 * @throws {PorteError} `file.unreadable` for what is no plain file.
 */
export function readJournal(folder: ExportFolder): Manifest | null {
  const file = folder.file(JOURNAL);
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isFile()) throw new PorteError("file.unreadable", { file, reason: "not-plain" });
  /** The last line may be half of one. */
  const [head, ...lines] = readFileSync(file, "utf8").split("\n").map(parsed);
  if (misfit(MANIFEST_SHAPE, head) !== null) return null;
  const before = head as Manifest;
  const begun = lines.filter((line): line is ExportedFile => misfit(FILE_SHAPE, line) === null);
  const files = new Map([...before.files, ...begun].map((one) => [one.path, one]));
  return { ...before, isWhole: false, files: [...files.values()] };
}

/** The journal of a run: it begins with the first file that is written. */
export class Journal {
  private readonly folder: ExportFolder;
  private readonly head: Manifest;
  private isBegun = false;

  constructor(folder: ExportFolder, head: Manifest) {
    this.folder = folder;
    this.head = head;
  }

  /** Notes a file before it is written, so that a run that is cut knows which files are its own. @throws {PorteError} `file.unwritable`. */
  async note(file: ExportedFile): Promise<void> {
    if (!this.isBegun) await this.folder.write(JOURNAL, `${JSON.stringify(this.head)}\n`);
    this.isBegun = true;
    this.folder.addLine(JOURNAL, JSON.stringify(file));
  }

  /** Ends it, once the manifest says all. */
  end(): void {
    removeFile(this.folder.file(JOURNAL));
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
