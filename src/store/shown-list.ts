import { join } from "node:path";
import type { Shape } from "../domain/shape.ts";
import { keepIfPossible, writeJsonFile } from "./files.ts";
import { readJsonFile } from "./read.ts";

/** The lists whose lines have numbers. */
export type ListName = "expenses" | "reports";

interface StoredFile {
  readonly schema: 1;
  readonly ids: readonly string[];
}

const KEPT: Shape = { fields: { ids: { list: "text" } } };

/** The identifiers of a list as it was last shown: a number that is typed afterwards is that of the line that was read. */
export class ShownList {
  private readonly file: string;

  /** @param folder of what one person keeps: of a profile, or of somebody of a company's staff. */
  constructor(folder: string, name: ListName) {
    this.file = join(folder, "shown", `${name}.json`);
  }

  /** Gives the identifiers in the order of their lines; none where no list was shown. @throws {PorteError} `file.damaged`. */
  async ids(): Promise<readonly string[]> {
    return (await readJsonFile<StoredFile>(this.file, KEPT))?.ids ?? [];
  }

  /** Notes a list as it is shown. It may be lost for want of a place: its lines then have no numbers to type. */
  async keep(ids: readonly string[]): Promise<void> {
    await keepIfPossible(() => writeJsonFile(this.file, { schema: 1, ids } satisfies StoredFile));
  }
}
