import { type Stats, statSync } from "node:fs";
import { join, relative } from "node:path";
import { once } from "../../domain/once.ts";
import type { Shape } from "../../domain/shape.ts";
import { replaceFile } from "../atomic.ts";
import { readKept } from "../read.ts";
import { AREAS, type Area, type Fact, SHAPES } from "./areas.ts";
import { readLines, readYears } from "./lines.ts";
import { CHECKED } from "./places.ts";

/** What lines must be. What an earlier or a later porte looked at, by other shapes, is looked at again. */
const shapesText = once(() => JSON.stringify([Object.values(AREAS).map(({ shape }) => shape), SHAPES]));

/** Fewer bytes are looked at as fast as they are read. */
const LEAST_BYTES = 4 * 1024;

interface StoredFile {
  readonly schema: 1;
  readonly shapes: string;
  /** What a file was when each of its lines was found to be a fact, by its path in the folder of records. */
  readonly files: Readonly<Record<string, string>>;
}

const KEPT: Shape = { fields: { shapes: "text", files: { each: "text" } } };

/**
 * Reads files of facts, and knows which were looked at line by line with nothing wrong: as long as one is the same file, of the same size and
 * times, its lines need only be read. Looking at ten years of them takes longer than all else that shows them.
 */
export class CheckedFiles {
  private readonly folder: string;
  private known: Readonly<Record<string, string>> | null = null;

  /** @param folder of the records. */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** Lists the facts of an area, of some years or all. @throws {PorteError} `file.unreadable`. */
  factsIn<Name extends Area>(area: Name, years: readonly string[] | null): Fact<Name>[] {
    const looked: [name: string, mark: string][] = [];
    const facts = readYears(join(this.folder, area), years, (file) => {
      const mark = markOf(file);
      const name = relative(this.folder, file);
      const isChecked = mark !== null && this.files()[name] === mark;
      const lines = readLines(area, file, isChecked);
      if (mark !== null && !isChecked && lines.isWhole) looked.push([name, mark]);
      return lines.facts;
    });
    if (looked.length > 0) this.keep({ ...this.files(), ...Object.fromEntries(looked) });
    return facts;
  }

  private files(): Readonly<Record<string, string>> {
    this.known ??= filesIn(join(this.folder, CHECKED));
    return this.known;
  }

  private keep(files: Readonly<Record<string, string>>): void {
    this.known = files;
    const kept: StoredFile = { schema: 1, shapes: shapesText(), files };
    try {
      replaceFile(join(this.folder, CHECKED), `${JSON.stringify(kept)}\n`);
    } catch {
      /** Where nothing can be written, they are looked at again. */
    }
  }
}

function filesIn(file: string): StoredFile["files"] {
  try {
    const kept = readKept<StoredFile>(file, [KEPT]);
    return kept?.shapes === shapesText() ? kept.files : {};
  } catch {
    /** What is damaged or of a later porte is made again. */
    return {};
  }
}

/** What changes whenever a file does, whoever writes it: nobody can set its last change back. Null for a small file, or none. */
function markOf(file: string): string | null {
  const stat = statOf(file);
  if (stat === undefined || stat.size < LEAST_BYTES) return null;
  const { size, mtimeMs, ctimeMs, ino } = stat;
  return [size, mtimeMs, ctimeMs, ino].join(" ");
}

/** What cannot be looked at cannot be read either, which is told by who reads it. */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
