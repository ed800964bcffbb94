import { lstatSync } from "node:fs";
import { PorteError } from "../../errors.ts";
import { readJsonFile } from "../../store/read.ts";
import { ExportFolder, type FileFault } from "./folder.ts";
import { readJournal } from "./journal.ts";
import { MANIFEST, MANIFEST_SHAPE, type Manifest } from "./manifest.ts";

/** What verifying an export found. */
export interface VerifiedExport {
  readonly folder: string;
  readonly at: string;
  readonly isWhole: boolean;
  readonly files: number;
  readonly faults: readonly { readonly path: string; readonly fault: FileFault }[];
}

/** Reads the manifest of an export, or the journal of a run that was cut; null where there is none. @throws {PorteError} `file.damaged` for a file that is no manifest. */
export async function readManifest(folder: ExportFolder): Promise<Manifest | null> {
  const cut = readJournal(folder);
  if (cut !== null) return cut;
  const file = folder.file(MANIFEST);
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true)
    throw new PorteError("file.unreadable", { file, reason: "not-plain" });
  return readJsonFile<Manifest>(file, MANIFEST_SHAPE);
}

/**
 * Reads every file of an export against its manifest, and asks nobody.
 * @throws {PorteError} `file.unreadable` where there is no manifest, `file.damaged` for one that is none.
 */
export async function verifyExport(named: string): Promise<VerifiedExport> {
  const folder = new ExportFolder(named);
  const manifest = await readManifest(folder);
  if (manifest === null) throw new PorteError("file.unreadable", { file: folder.file(MANIFEST), reason: "ENOENT" });
  const faults = manifest.files.flatMap((one) => {
    const fault = folder.faultOf(one);
    return fault === null ? [] : [{ path: one.path, fault }];
  });
  const { at, isWhole, files } = manifest;
  return { folder: folder.folder, at, isWhole, files: files.length, faults };
}
