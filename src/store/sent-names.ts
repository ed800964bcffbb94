import { join } from "node:path";
import type { ExpenseFacts } from "../domain/expense.ts";
import { maybe, type Shape } from "../domain/shape.ts";
import { whileLocked, writeJsonFile } from "./files.ts";
import { TRIP } from "./kept-shapes.ts";
import { readJsonFile } from "./read.ts";

/** What was sent: enough of it to know it again. */
interface SentExpense extends Pick<ExpenseFacts, "date" | "category" | "amountCents" | "trip"> {
  /** The SHA-256 of its receipt; null without one. */
  readonly receipt: string | null;
}

interface StoredFile {
  readonly schema: 1;
  /** An earlier porte noted the names alone. */
  readonly sent: readonly { readonly draft: string; readonly company: string; readonly said?: SentExpense }[];
}

const SAID: Shape = {
  fields: { date: "day", category: "text", amountCents: "whole", trip: TRIP, receipt: maybe("text") },
};
const KEPT: Shape = { fields: { sent: { list: { fields: { draft: "text", company: "text", "said?": SAID } } } } };

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

  /** Gives what was sent, as far as it was noted. @throws {PorteError} `file.damaged`. */
  async said(): Promise<readonly SentExpense[]> {
    return (await this.read()).sent.flatMap(({ said }) => (said === undefined ? [] : [said]));
  }

  /** Notes under which identifier the company holds what was a draft here, and what that says. @throws {PorteError} `file.unwritable`, `file.busy`. */
  note(draft: string, company: string, said: SentExpense): Promise<void> {
    return whileLocked(this.file, async () => {
      const { sent } = await this.read();
      const others = sent.filter((one) => one.draft !== draft);
      await writeJsonFile(this.file, { schema: 1, sent: [...others, { draft, company, said }] } satisfies StoredFile);
    });
  }

  private async read(): Promise<StoredFile> {
    return (await readJsonFile<StoredFile>(this.file, KEPT)) ?? { schema: 1, sent: [] };
  }
}
