import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureFolder } from "../../store/files.ts";
import { safeName } from "../../store/folders.ts";
import { namesIn } from "../../store/read.ts";

/** What a person has to see to decide, by name; in the words of the contract, so that another language changes nothing. */
export type Facts = Readonly<Record<string, string>>;

/** A report or an expense as this machine last showed it. */
export interface Sight {
  readonly etag: string;
  readonly facts: Facts;
}

/** What this machine has shown of one kind of thing, to one person of one company: the version that a decision then names. */
export class Seen {
  private readonly folder: string;

  constructor(folder: string, kind: string) {
    this.folder = join(folder, "seen", safeName(kind));
  }

  /** Gives what was last shown; null where nothing was, or where it was not written to its end. */
  find(id: string): Sight | null {
    try {
      const sight: Partial<Sight> = JSON.parse(readFileSync(this.fileOf(id), "utf8"));
      return typeof sight.etag === "string" ? { etag: sight.etag, facts: sight.facts ?? {} } : null;
    } catch {
      return null;
    }
  }

  /** Notes what was shown. It may be lost with the power, or for want of a place: then it is shown again. */
  keep(id: string, sight: Sight): void {
    try {
      ensureFolder(this.folder);
      writeFileSync(this.fileOf(id), JSON.stringify(sight), { mode: 0o600 });
    } catch {
      return;
    }
  }

  /** Notes all that was shown, and forgets what was not: it no longer waits. */
  keepAll(sights: ReadonlyMap<string, Sight>): void {
    const names = new Set([...sights.keys()].map((id) => `${safeName(id)}.json`));
    for (const name of namesIn(this.folder)) if (!names.has(name)) rmSync(join(this.folder, name), { force: true });
    for (const [id, sight] of sights) this.keep(id, sight);
  }

  private fileOf(id: string): string {
    return join(this.folder, `${safeName(id)}.json`);
  }
}
