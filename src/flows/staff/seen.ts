import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Shape } from "../../domain/shape.ts";
import type { Sight } from "../../domain/sight.ts";
import { PorteError } from "../../errors.ts";
import { keepIfPossible, writeJsonFile } from "../../store/files.ts";
import { safeName } from "../../store/folders.ts";
import { namesIn, readJsonFile } from "../../store/read.ts";

const SIGHT: Shape = { fields: { etag: "text", facts: { each: "text" } } };

/** What this machine has shown of one kind of thing, to one person of one company: the version that a decision then names. */
export class Seen {
  private readonly folder: string;

  constructor(folder: string, kind: string) {
    this.folder = join(folder, "seen", safeName(kind));
  }

  /** Gives what was last shown; null where nothing was, or where its file cannot be read: then it has to be shown again. */
  async find(id: string): Promise<Sight | null> {
    return readJsonFile<Sight>(this.fileOf(id), SIGHT).catch((failure: unknown) => {
      if (failure instanceof PorteError) return null;
      throw failure;
    });
  }

  /** The identifiers of what was shown and has not been forgotten. */
  ids(): string[] {
    return namesIn(this.folder).flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -".json".length)] : []));
  }

  /** Notes what was shown. It may be lost for want of a place: then it is shown again. */
  async keep(id: string, { etag, facts }: Sight): Promise<void> {
    await keepIfPossible(() => writeJsonFile(this.fileOf(id), { schema: 1, etag, facts }));
  }

  /** Notes all that was shown, and forgets what was not: it no longer waits. */
  async keepAll(sights: ReadonlyMap<string, Sight>): Promise<void> {
    const names = new Set([...sights.keys()].map((id) => `${safeName(id)}.json`));
    for (const name of namesIn(this.folder)) if (!names.has(name)) rmSync(join(this.folder, name), { force: true });
    for (const [id, sight] of sights) await this.keep(id, sight);
  }

  private fileOf(id: string): string {
    return join(this.folder, `${safeName(id)}.json`);
  }
}
