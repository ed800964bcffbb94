import { join } from "node:path";
import type { Shape } from "../domain/shape.ts";
import { whileLocked, writeJsonFile } from "./files.ts";
import { readJsonFile } from "./read.ts";

interface StoredFile {
  readonly schema: 1;
  readonly sent: readonly { readonly draft: string; readonly company: string }[];
}

const KEPT: Shape = { fields: { sent: { list: { fields: { draft: "text", company: "text" } } } } };

/**
 * The identifier that each expense of one profile had here before it was sent: the company gives it another one, by whose order its
 * lists are paged, and what was read on a screen must still name it.
 */
export class SentNames {
  private readonly file: string;

  /** @param folder of what one person keeps. */
  constructor(folder: string) {
    this.file = join(folder, "sent-names.json");
  }

  /** Gives the draft's identifier by the company's. @throws {PorteError} `file.damaged`. */
  async drafts(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.read()).sent.map(({ draft, company }) => [company, draft]));
  }

  /** Notes under which identifier the company holds what was a draft here. @throws {PorteError} `file.unwritable`, `file.busy`. */
  note(draft: string, company: string): Promise<void> {
    return whileLocked(this.file, async () => {
      const { sent } = await this.read();
      const others = sent.filter((one) => one.draft !== draft);
      await writeJsonFile(this.file, { schema: 1, sent: [...others, { draft, company }] } satisfies StoredFile);
    });
  }

  private async read(): Promise<StoredFile> {
    return (await readJsonFile<StoredFile>(this.file, KEPT)) ?? { schema: 1, sent: [] };
  }
}
