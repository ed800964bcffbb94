import { join } from "node:path";
import type { Month } from "../domain/calendar.ts";
import { EXPENSE_CATEGORIES, type ExpenseCategory } from "../domain/expense.ts";
import type { Cents } from "../domain/money.ts";
import { maybe, type Shape } from "../domain/shape.ts";
import { whileLocked, writeJsonFile } from "./files.ts";
import { readJsonFile } from "./read.ts";

/** An expense that comes back each month: a telephone, a line, a rail pass. */
export interface RecurringRule {
  readonly name: string;
  readonly category: ExpenseCategory;
  readonly amountCents: Cents;
  readonly vatCents: Cents;
  readonly mission: string | null;
  /** The day of the month on which it is paid, from 1 to 28. */
  readonly day: number;
  /** The last month that was drafted, or the one before the first. */
  readonly drafted: Month;
}

interface StoredFile {
  readonly schema: 1;
  readonly rules: readonly RecurringRule[];
}

/** What a rule must be when it is read. */
export const RULE: Shape = {
  fields: {
    name: "text",
    category: { words: EXPENSE_CATEGORIES },
    amountCents: "whole",
    vatCents: "whole",
    mission: maybe("text"),
    day: { kind: "whole", least: 1, most: 28 },
    drafted: "month",
  },
};
const KEPT: Shape = { fields: { rules: { list: RULE } } };

/** The recurring expenses of one profile, by their names. */
export class RecurringRules {
  readonly file: string;

  /** @param folder of what one person keeps. */
  constructor(folder: string) {
    this.file = join(folder, "recurring.json");
  }

  /** @throws {PorteError} `file.damaged`. */
  async list(): Promise<readonly RecurringRule[]> {
    return (await readJsonFile<StoredFile>(this.file, KEPT))?.rules ?? [];
  }

  /** Changes the rules, one process at a time. */
  change<Value>(
    work: (rules: readonly RecurringRule[]) => Promise<{ rules: readonly RecurringRule[]; value: Value }>,
  ): Promise<Value> {
    return whileLocked(this.file, async () => {
      const { rules, value } = await work(await this.list());
      await writeJsonFile(this.file, { schema: 1, rules } satisfies StoredFile);
      return value;
    });
  }
}
