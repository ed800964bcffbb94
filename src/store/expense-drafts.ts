import { randomUUID } from "node:crypto";
import { renameSync } from "node:fs";
import { basename, join } from "node:path";
import { type LineBefore, lineAmong } from "../domain/bank-identity.ts";
import { type ExpenseFacts, PLAIN_FACTS, RECEIPT_MOST_BYTES } from "../domain/expense.ts";
import type { Cents } from "../domain/money.ts";
import { unsplitVat } from "../domain/vat.ts";
import { readPlain } from "../files/plain.ts";
import { fileHash } from "./file-hash.ts";
import { ensureFolder, removeFile, unwritable, whileLocked, writeJsonFile, writeWhole } from "./files.ts";
import { EXPENSE_DRAFTS } from "./kept-shapes.ts";
import { namesIn, readVersioned } from "./read.ts";

/** A receipt as it was found: its file, and what it is by its content. */
export interface FoundReceipt {
  readonly file: string;
  readonly mediaType: string;
}

/** The copy of a receipt, and the key that serves every try to send it. */
interface StoredReceipt extends FoundReceipt {
  readonly name: string;
  readonly sha256: string;
  readonly key: string;
}

/** An expense as typed on this machine, with a copy of its receipt and the keys that serve every try to send them. */
export interface ExpenseDraft extends ExpenseFacts {
  readonly schema: 3;
  readonly id: string;
  /** Null for a trip, and for a line whose receipt is still to come. */
  readonly receipt: StoredReceipt | null;
  /** What it was made from, where a file gave it: the same line is never taken twice. */
  readonly source: string | null;
  readonly key: string;
  /** It may have reached the company, which has not answered yet. */
  readonly isTried: boolean;
  /** It was sent as one that is meant beside another like it: tried again, it is the same request. */
  readonly isRepeated?: boolean;
  readonly savedAt: string;
}

/** As porte wrote it before it knew the rates of a tax. */
type SecondDraft = Omit<ExpenseDraft, "schema" | "vat" | "isTried"> & { readonly schema: 2; readonly vatCents: Cents };
/** As the first version of porte wrote it. */
type FirstDraft = Omit<SecondDraft, "schema" | "units" | "department" | "trip" | "source"> & { readonly schema: 1 };
type AnyDraft = ExpenseDraft | SecondDraft | FirstDraft;

/** What is kept of an expense that is new here. */
interface NewExpense {
  readonly facts: ExpenseFacts;
  readonly receipt: FoundReceipt | null;
  readonly source: string | null;
  /** How a line of a file was known before. */
  readonly before?: LineBefore;
}

/** The expenses typed on this machine for one profile that the company has not accepted yet. */
export class ExpenseDrafts {
  private readonly folder: string;
  /** Those that were made from a line of a file and that the company has accepted: the same line is never taken twice. */
  private readonly accepted: string;

  /** @param folder of what one person keeps. */
  constructor(folder: string) {
    this.folder = join(folder, "expenses");
    this.accepted = join(this.folder, "accepted");
  }

  /** Lists the drafts, oldest first. @throws {PorteError} `file.damaged`; `file.newer` for a draft of a later porte. */
  list(): Promise<ExpenseDraft[]> {
    return this.listIn(this.folder);
  }

  private async listIn(folder: string): Promise<ExpenseDraft[]> {
    const names = namesIn(folder).filter((name) => name.endsWith(".json"));
    const drafts = await Promise.all(
      names.map(async (name) => {
        const file = join(folder, name);
        const found = await readVersioned<AnyDraft>(file, EXPENSE_DRAFTS);
        /** A copy that a synchronised folder made is no second expense. */
        return found === null || `${found.id}.json` !== name ? null : migrated(found);
      }),
    );
    return drafts
      .filter((draft) => draft !== null)
      .sort((a, b) => a.savedAt.localeCompare(b.savedAt) || a.id.localeCompare(b.id));
  }

  /**
   * Keeps expenses with a copy of each receipt, one process at a time; one that is kept already is given back as it is, and one whose
   * line the company has accepted is left out.
   */
  add(news: readonly NewExpense[], now: Date): Promise<{ draft: ExpenseDraft; isNew: boolean }[]> {
    return whileLocked(join(this.folder, "adding"), async () => {
      const known = await this.list();
      const accepted = await this.listIn(this.accepted);
      const added: { draft: ExpenseDraft; isNew: boolean }[] = [];
      for (const one of news) {
        const same = sameAs([...accepted, ...known], one);
        if (same !== undefined && accepted.includes(same)) continue;
        if (same !== undefined) added.push({ draft: same, isNew: false });
        else {
          const draft = await this.keepNew(one, after(known.at(-1), now));
          known.push(draft);
          added.push({ draft, isNew: true });
        }
      }
      return added;
    });
  }

  private async keepNew({ facts, receipt, source }: NewExpense, now: Date): Promise<ExpenseDraft> {
    const id = randomUUID();
    const draft: ExpenseDraft = {
      schema: 3,
      id,
      ...facts,
      receipt: receipt === null ? null : await this.copied(id, receipt),
      source,
      key: randomUUID(),
      isTried: false,
      savedAt: now.toISOString(),
    };
    await this.keep(draft);
    return draft;
  }

  /**
   * Does something with a draft as it now is, while no other process changes, sends or removes it; null where it is gone.
   * @throws {PorteError} `file.busy`, `file.unwritable`, and what reading throws.
   */
  inTurn<Value>(id: string, work: (draft: ExpenseDraft | null) => Promise<Value>): Promise<Value> {
    const file = join(this.folder, `${id}.json`);
    return whileLocked(file, async () => {
      const found = await readVersioned<AnyDraft>(file, EXPENSE_DRAFTS);
      return work(found === null ? null : migrated(found));
    });
  }

  /** Keeps a draft as it now is. */
  async keep(draft: ExpenseDraft): Promise<ExpenseDraft> {
    await writeJsonFile(join(this.folder, `${draft.id}.json`), draft);
    return draft;
  }

  /** Copies a receipt beside its draft. */
  async copied(id: string, { file, mediaType }: FoundReceipt): Promise<StoredReceipt> {
    const copy = join(this.folder, `${id}-receipt`);
    ensureFolder(this.folder);
    await writeWhole(copy, readPlain(file, RECEIPT_MOST_BYTES));
    return { file: copy, name: basename(file), mediaType, sha256: fileHash(copy), key: randomUUID() };
  }

  /** The files of a draft: itself, and the copy of its receipt. */
  filesOf({ id }: Pick<ExpenseDraft, "id">): string[] {
    return [join(this.folder, `${id}.json`), join(this.folder, `${id}-receipt`)];
  }

  /** Forgets a draft. */
  remove(draft: ExpenseDraft): void {
    for (const file of this.filesOf(draft)) removeFile(file);
  }

  /** Has a draft that the company has accepted be one no more; the line that gave it stays known. @throws {PorteError} `file.unwritable`. */
  accept(draft: ExpenseDraft): void {
    const name = `${draft.id}.json`;
    /** Another process may have sent it, and put it there. */
    if (draft.source !== null && namesIn(this.folder).includes(name)) {
      ensureFolder(this.accepted);
      try {
        renameSync(join(this.folder, name), join(this.accepted, name));
      } catch (cause) {
        throw unwritable(join(this.accepted, name), cause);
      }
    }
    this.remove(draft);
  }
}

/** The instant of a new draft: after the last one, whatever the clock says, because drives count in their order. */
function after(last: ExpenseDraft | undefined, now: Date): Date {
  return last === undefined ? now : new Date(Math.max(now.getTime(), Date.parse(last.savedAt) + 1));
}

/** The same line of a file; else the same receipt for the same amount on the same day. */
function sameAs(
  known: readonly ExpenseDraft[],
  { facts, receipt, source, before }: NewExpense,
): ExpenseDraft | undefined {
  if (source !== null) return lineAmong(known, source, before);
  return known.find(
    (draft) =>
      receipt !== null &&
      draft.receipt !== null &&
      draft.amountCents === facts.amountCents &&
      draft.date === facts.date &&
      draft.receipt.sha256 === fileHash(receipt.file),
  );
}

function migrated(found: AnyDraft): ExpenseDraft {
  if (found.schema === 3) return { ...PLAIN_FACTS, ...found };
  const { vatCents, ...rest } = found;
  const { receipt } = rest;
  const said = { ...PLAIN_FACTS, source: null, ...rest };
  /** Nobody noted what was tried then: what could have been sent may have been. */
  return { ...said, schema: 3, vat: unsplitVat(vatCents), isTried: receipt !== null || said.trip !== null };
}
