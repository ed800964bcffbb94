import { createHash, randomUUID } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Day } from "../domain/calendar.ts";
import type { ExpenseCategory } from "../domain/expense.ts";
import type { Cents } from "../domain/money.ts";
import { writeJsonFile } from "./files.ts";
import { type Folders, safeName } from "./folders.ts";
import { namesIn, readJsonFile } from "./read.ts";

export interface ExpenseFacts {
  readonly date: Day;
  readonly category: ExpenseCategory;
  readonly amountCents: Cents;
  readonly vatCents: Cents;
  readonly mission: string | null;
  readonly note: string | null;
}

/** An expense as typed on this machine, with a copy of its receipt and the keys that serve every try to send them. */
export interface ExpenseDraft extends ExpenseFacts {
  readonly schema: 1;
  readonly id: string;
  readonly receipt: {
    readonly file: string;
    readonly name: string;
    readonly mediaType: string;
    readonly sha256: string;
    readonly key: string;
  };
  readonly key: string;
  readonly savedAt: string;
}

/** The expenses typed on this machine for one profile that the company has not accepted yet. */
export class ExpenseDrafts {
  private readonly folder: string;

  constructor({ data }: Folders, profile: string) {
    this.folder = join(data, safeName(profile), "expenses");
  }

  /** Lists the drafts, oldest first. */
  async list(): Promise<ExpenseDraft[]> {
    const names = namesIn(this.folder).filter((name) => name.endsWith(".json"));
    const drafts = await Promise.all(names.map((name) => readJsonFile<ExpenseDraft>(join(this.folder, name))));
    return drafts.filter((draft) => draft !== null).sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1));
  }

  /** Keeps an expense and a copy of its receipt; gives the draft that is kept already where it is the same. */
  async add(
    facts: ExpenseFacts,
    receipt: { file: string; mediaType: string },
    now: Date,
  ): Promise<{ draft: ExpenseDraft; isNew: boolean }> {
    const sha256 = createHash("sha256").update(readFileSync(receipt.file)).digest("hex");
    const same = (await this.list()).find(
      (one) => one.receipt.sha256 === sha256 && one.amountCents === facts.amountCents && one.date === facts.date,
    );
    if (same !== undefined) return { draft: same, isNew: false };
    const id = randomUUID();
    const name = basename(receipt.file);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const copy = join(this.folder, `${id}-receipt`);
    copyFileSync(receipt.file, copy);
    const draft: ExpenseDraft = {
      schema: 1,
      id,
      ...facts,
      receipt: { file: copy, name, mediaType: receipt.mediaType, sha256, key: randomUUID() },
      key: randomUUID(),
      savedAt: now.toISOString(),
    };
    await writeJsonFile(join(this.folder, `${id}.json`), draft);
    return { draft, isNew: true };
  }

  /** The files of a draft: itself, and the copy of its receipt. */
  filesOf({ id, receipt }: ExpenseDraft): string[] {
    return [join(this.folder, `${id}.json`), receipt.file];
  }

  /** Forgets a draft that the company has accepted. */
  remove(draft: ExpenseDraft): void {
    for (const file of this.filesOf(draft)) rmSync(file, { force: true });
  }
}
