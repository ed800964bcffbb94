import { join } from "node:path";
import type { Shape } from "../domain/shape.ts";
import { keepIfPossible, removeFile, writeJsonFile } from "./files.ts";
import { readJsonFile } from "./read.ts";

/** An expense that somebody has begun to add: what was typed of it, and what was answered so far. */
export interface UnfinishedExpense {
  readonly schema: 1;
  /** The options and the receipt, as the command read them. */
  readonly typed: object;
  readonly answers: Readonly<Record<string, string>>;
  readonly savedAt: string;
}

const KEPT: Shape = { fields: { typed: { each: "anything" }, answers: { each: "text" }, savedAt: "instant" } };

/** The expense that was being added when its command was stopped: the last one, of one profile. */
export class UnfinishedExpenses {
  private readonly file: string;

  /** @param folder of what one person keeps. */
  constructor(folder: string) {
    this.file = join(folder, "unfinished", "expense.json");
  }

  /** Gives it; null where none was stopped. @throws {PorteError} `file.damaged`. */
  find(): Promise<UnfinishedExpense | null> {
    return readJsonFile<UnfinishedExpense>(this.file, KEPT);
  }

  /** Keeps it as it is now. It may be lost for want of a place. */
  async keep(expense: Omit<UnfinishedExpense, "schema">): Promise<void> {
    await keepIfPossible(() => writeJsonFile(this.file, { schema: 1, ...expense } satisfies UnfinishedExpense));
  }

  forget(): void {
    removeFile(this.file);
  }
}
