import { readFileSync } from "node:fs";
import { misfit, type Shape } from "../../domain/shape.ts";
import { PorteError } from "../../errors.ts";
import { SHAPES } from "../../store/records/areas.ts";
import { ExportFolder, type FileFault } from "./folder.ts";
import { type ExportedFile, MANIFEST, type Manifest } from "./manifest.ts";
import { readManifest } from "./verify.ts";

/** What of an export cannot be taken: a file that is not as the manifest says, or a line that cannot be read. */
export interface ExportFault {
  readonly path: string;
  readonly fault: FileFault | "line";
}

/** An export that is read again: only what is as its manifest says is given, and what is not is noted. */
export class OpenedExport {
  readonly manifest: Manifest;
  readonly folder: string;
  private readonly files: ExportFolder;
  private readonly sound: ReadonlyMap<string, ExportedFile>;
  private readonly found: ExportFault[];

  constructor(files: ExportFolder, manifest: Manifest) {
    this.files = files;
    this.folder = files.folder;
    this.manifest = manifest;
    const judged = manifest.files.map((file) => ({ file, fault: files.faultOf(file) }));
    this.found = judged.flatMap(({ file: { path }, fault }) => (fault === null ? [] : [{ path, fault }]));
    this.sound = new Map(judged.flatMap(({ file, fault }) => (fault === null ? [[file.path, file]] : [])));
  }

  /** What could not be taken, so far. */
  get faults(): readonly ExportFault[] {
    return this.found;
  }

  /** Lists what a file of lines holds; nothing of one that is not there. A line that is not as it must be is noted, and the others are given. */
  lines<Item>(path: string, shape: Shape): Item[] {
    const file = this.sound.get(path);
    if (file === undefined) return [];
    const values = this.text(file)
      .split("\n")
      .filter((line) => line !== "")
      .map(parsed);
    const sound = values.filter((value) => value !== undefined && misfit(shape, value, SHAPES) === null);
    if (sound.length < values.length && !this.found.some((one) => one.path === path))
      this.found.push({ path, fault: "line" });
    return sound as Item[];
  }

  /** Finds a file by what it holds; null where none that is sound does. */
  byHash(sha256: string): ExportedFile | null {
    return this.find((file) => file.sha256 === sha256);
  }

  /** Finds a file by its path; null where it is not there, or not sound. */
  at(path: string): ExportedFile | null {
    return this.sound.get(path) ?? null;
  }

  /** Finds the file that was made from one thing, in a folder of the export. */
  ofIn(folder: string, of: string): ExportedFile | null {
    return this.find((file) => file.of === of && file.path.startsWith(`${folder}/`));
  }

  private find(is: (file: ExportedFile) => boolean): ExportedFile | null {
    return [...this.sound.values()].find(is) ?? null;
  }

  /** Where a file lies on this machine. */
  fileOf({ path }: Pick<ExportedFile, "path">): string {
    return this.files.file(path);
  }

  /** Gives the bytes of a file. @throws {PorteError} `file.unreadable`. */
  bytes(exported: Pick<ExportedFile, "path">): Buffer {
    const file = this.fileOf(exported);
    try {
      return readFileSync(file);
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException;
      throw new PorteError("file.unreadable", { file, reason: code ?? message }, { cause });
    }
  }

  private text(file: ExportedFile): string {
    return this.bytes(file).toString("utf8");
  }
}

/** Opens an export, and looks at each of its files. @throws {PorteError} `file.unreadable` where there is no manifest, `file.damaged` for one that is none. */
export async function openExport(named: string): Promise<OpenedExport> {
  const folder = new ExportFolder(named);
  const manifest = await readManifest(folder);
  if (manifest === null) throw new PorteError("file.unreadable", { file: folder.file(MANIFEST), reason: "ENOENT" });
  return new OpenedExport(folder, manifest);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
