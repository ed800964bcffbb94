import { join } from "node:path";
import { EXPENSE_CATEGORIES } from "../domain/expense.ts";
import type { RefusalRule } from "../domain/preflight.ts";
import type { Shape } from "../domain/shape.ts";
import { whileLocked, writeJsonFile } from "./files.ts";
import { readJsonFile } from "./read.ts";

/** A rule with the expense whose refusal made it. */
export interface StoredRefusal extends RefusalRule {
  readonly id: string;
}

interface StoredFile {
  readonly schema: 1;
  readonly rules: readonly StoredRefusal[];
  /** Those that were forgotten on purpose: the same refusal makes no rule again. */
  readonly forgotten: readonly string[];
  /** The refused expenses that their porté has taken note of: they wait for nobody any more. */
  readonly noted?: readonly string[];
}

const RULE: Shape = {
  fields: { id: "text", category: { words: EXPENSE_CATEGORIES }, isOperating: "truth", reason: "text", since: "day" },
};
const KEPT: Shape = { fields: { rules: { list: RULE }, forgotten: { list: "text" }, "noted?": { list: "text" } } };

/** What companies have refused to one profile: each refusal warns of the next expense of its kind. */
export class Refusals {
  /** The file that holds them. */
  readonly file: string;

  /** @param folder of what one person keeps. */
  constructor(folder: string) {
    this.file = join(folder, "refusals.json");
  }

  /** @throws {PorteError} `file.damaged`. */
  async list(): Promise<readonly StoredRefusal[]> {
    return (await this.read()).rules;
  }

  /** Learns from refusals that were not met before; most commands meet none. */
  async learn(met: readonly StoredRefusal[]): Promise<void> {
    const unknown = (kept: StoredFile) =>
      met.filter(({ id }) => !kept.forgotten.includes(id) && !kept.rules.some((rule) => rule.id === id));
    if (unknown(await this.read()).length === 0) return;
    await whileLocked(this.file, async () => {
      const kept = await this.read();
      await writeJsonFile(this.file, { ...kept, rules: [...kept.rules, ...unknown(kept)] } satisfies StoredFile);
    });
  }

  /** Forgets one. Says whether it was there. */
  async forget(id: string): Promise<boolean> {
    return whileLocked(this.file, async () => {
      const kept = await this.read();
      const rules = kept.rules.filter((rule) => rule.id !== id);
      if (rules.length === kept.rules.length) return false;
      await writeJsonFile(this.file, { ...kept, rules, forgotten: [...kept.forgotten, id] } satisfies StoredFile);
      return true;
    });
  }

  /** The identifiers of the refused expenses that were taken note of. @throws {PorteError} `file.damaged`. */
  async noted(): Promise<ReadonlySet<string>> {
    return new Set((await this.read()).noted);
  }

  /**
   * Takes note of the refusal of an expense.
   * @param recorded does the change that it is given, while no other process changes the refusals.
   */
  note(id: string, recorded: (change: () => Promise<void>) => Promise<void>): Promise<void> {
    return whileLocked(this.file, () =>
      recorded(async () => {
        const kept = await this.read();
        const noted = [...new Set([...(kept.noted ?? []), id])];
        await writeJsonFile(this.file, { ...kept, noted } satisfies StoredFile);
      }),
    );
  }

  private async read(): Promise<StoredFile> {
    return (await readJsonFile<StoredFile>(this.file, KEPT)) ?? { schema: 1, rules: [], forgotten: [] };
  }
}
