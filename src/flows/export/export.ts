import { createHash } from "node:crypto";
import type { Schemas } from "../../client/company.ts";
import { isAway } from "../../client/unanswered.ts";
import { isFailure, PorteError } from "../../errors.ts";
import type { ExpenseDraft } from "../../store/expense-drafts.ts";
import { whileLocked } from "../../store/files.ts";
import { openOwnSession, type Session } from "../session.ts";
import { type DocumentToTake, documentsOf, endOf, jsonLines } from "./documents.ts";
import { ExportFolder } from "./folder.ts";
import { Journal } from "./journal.ts";
import { type ExportedList, listsOf } from "./lists.ts";
import { type ExportedFile, MANIFEST, type Manifest, type NotTaken } from "./manifest.ts";
import { ownFacts } from "./own-facts.ts";
import { readManifest } from "./verify.ts";

/** How what is exported is written for other programs, and worded. */
export interface ExportForms {
  /** A list as CSV. */
  csv(items: readonly object[]): string;
  /** The whole account as a ledger for hledger. */
  ledger(account: Schemas["Account"], entries: readonly Schemas["AccountEntry"][]): string;
  /** A failure in one sentence. */
  words(failure: PorteError): string;
}

/** What an export did. */
export interface Exported {
  readonly folder: string;
  readonly manifest: Manifest;
  /** The files that were new or had changed. */
  readonly written: number;
}

/**
 * Saves everything about a person in a folder. What is there already as it must be is not fetched again; nothing is removed.
 * @throws {PorteError} `file.unwritable`, `file.busy`, `file.export_other`, `auth.refused`; with `--fresh` what says that the company is away.
 */
export async function exportAll(session: Session, named: string, forms: ExportForms): Promise<Exported> {
  const folder = new ExportFolder(named);
  folder.open();
  return whileLocked(folder.file(MANIFEST), async () => {
    const { asked, isOffline } = await reachable(session);
    const [me, company] = await Promise.all([asked.reader.me(), asked.reader.profile()]);
    const before = await readManifest(folder);
    const person = { id: ownerId(session, me), name: me.name };
    if (before !== null && !isOf(session, before.person, person))
      throw new PorteError("file.export_other", { folder: folder.folder, person: before.person.name });
    const run = new Run(folder, forms, {
      ...{ schema: 1, at: session.machine.now().toISOString(), isWhole: false, isOffline },
      person,
      company: { name: company.name, url: asked.url },
      account: before?.account ?? null,
      files: before?.files ?? [],
      missing: [],
    });
    return run.all(asked);
  });
}

/** A profile without a company has an owner whom nobody numbered: what tells it from the others of a machine is its name. */
function ownerId({ isLocal, profile }: Session, me: Pick<Schemas["Me"], "id">): string {
  return isLocal ? localId(profile) : me.id;
}

function localId(profile: string): string {
  return `local:${profile}`;
}

/** Says whether an export is of whoever is saved now; of a profile that has got a company since, its earlier ones are too. */
function isOf(session: Session, before: Manifest["person"], now: Manifest["person"]): boolean {
  if (before.id !== now.id) return before.id === localId(session.profile) && ownFacts(session).length > 0;
  return !session.isLocal || before.name === "" || now.name === "" || before.name === now.name;
}

/** The company, or what this machine knows where it is away: asked once, so that one that is away is not waited for at each file. */
async function reachable(session: Session): Promise<{ asked: Session; isOffline: boolean }> {
  const { machine } = session;
  if (session.isLocal) return { asked: session, isOffline: false };
  if (machine.reads === "cached") return { asked: session, isOffline: true };
  try {
    await session.company.profile();
    return { asked: session, isOffline: false };
  } catch (failure) {
    if (machine.reads === "fresh" || !isAway(failure)) throw failure;
    return { asked: await openOwnSession({ ...machine, reads: "cached" }), isOffline: true };
  }
}

/** One run: what it knows of the folder, and what it could not take. */
class Run {
  private readonly folder: ExportFolder;
  private readonly forms: ExportForms;
  private readonly head: Manifest;
  private readonly journal: Journal;
  private readonly files: Map<string, ExportedFile>;
  private readonly missing: NotTaken[] = [];
  private account: Manifest["account"];
  private written = 0;

  constructor(folder: ExportFolder, forms: ExportForms, head: Manifest) {
    this.folder = folder;
    this.forms = forms;
    this.head = head;
    this.journal = new Journal(folder, head);
    this.files = new Map(head.files.map((one) => [one.path, one]));
    this.account = head.account;
  }

  async all(session: Session): Promise<Exported> {
    const listed = new Map<string, readonly object[]>();
    for (const list of listsOf(session)) {
      const items = await this.take(`${list.name}.jsonl`, list.isCompanyOnly === true, list.read);
      if (items === null) continue;
      listed.set(list.name, items);
      await this.keepList(list, items);
    }
    await this.keepAccount(listed);
    const of = <Item>(name: string) => (listed.get(name) ?? []) as readonly Item[];
    const documents = documentsOf(session, {
      payslips: of<Schemas["PayslipSummary"]>("payslips"),
      contracts: of<Schemas["ContractDocument"]>("contracts"),
      reports: of<Schemas["ActivityReport"]>("reports"),
      invoices: of<Schemas["Invoice"]>("invoices"),
      expenses: of<Schemas["Expense"]>("expenses"),
      history: of<Schemas["ImportedMonth"]>("history"),
      typed: of<ExpenseDraft>("typed-expenses"),
    });
    for (const document of documents) await this.keepDocument(document);
    await this.folder.write(MANIFEST, `${JSON.stringify(this.manifest(), null, 2)}\n`);
    this.journal.end();
    return { folder: this.folder.folder, manifest: this.manifest(), written: this.written };
  }

  private async keepList({ name, isSheet }: ExportedList, items: readonly object[]): Promise<void> {
    await this.keep(`${name}.jsonl`, null, jsonLines(items));
    if (isSheet && items.length > 0) await this.keep(`${name}.csv`, null, this.forms.csv(items));
  }

  private async keepAccount(listed: ReadonlyMap<string, readonly object[]>): Promise<void> {
    const [account] = (listed.get("account") ?? []) as readonly Schemas["Account"][];
    const entries = listed.get("account-entries") as readonly Schemas["AccountEntry"][] | undefined;
    if (account === undefined || entries === undefined) return;
    this.account = { month: account.month, balanceCents: account.balanceCents };
    await this.keep("account.journal", null, this.forms.ledger(account, entries));
  }

  private async keepDocument({ path, of, isCompanyOnly, hasNoEnd, fetch }: DocumentToTake): Promise<void> {
    const known =
      this.files.get(path) ??
      (hasNoEnd === true ? [...this.files.values()].find((one) => one.path.startsWith(`${path}.`)) : undefined);
    if (known?.of === of && this.folder.faultOf(known) === null) return;
    const content = await this.take(path, isCompanyOnly, fetch);
    if (content !== null) await this.keep(hasNoEnd === true ? `${path}${endOf(content)}` : path, of, content);
  }

  /** Reads one thing; what cannot be read is noted, and the rest goes on. */
  private async take<Value>(path: string, isCompanyOnly: boolean, read: () => Promise<Value>): Promise<Value | null> {
    try {
      if (isCompanyOnly && this.head.isOffline) throw new PorteError("server.never_seen", {});
      return await read();
    } catch (failure) {
      if (!(failure instanceof PorteError) || isFailure(failure, "auth.refused")) throw failure;
      this.leave(path, failure);
      return null;
    }
  }

  private leave(path: string, failure: PorteError): void {
    this.missing.push({ path, code: failure.code, reason: this.forms.words(failure) });
  }

  /** Writes a file where it is not there as it must be. It is noted first, so that a run that is cut knows which files are its own. */
  private async keep(path: string, of: string | null, content: string | Uint8Array): Promise<void> {
    const bytes = Buffer.from(content);
    const file = { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), of };
    const known = this.files.get(path);
    const isThere = this.folder.has(path) && this.folder.faultOf(file) === null;
    if (known === undefined && this.folder.has(path) && !isThere) {
      this.leave(path, new PorteError("file.in_the_way", { file: this.folder.file(path) }));
      return;
    }
    this.files.set(path, file);
    if (isThere) return;
    await this.journal.note(file);
    await this.folder.write(path, bytes);
    this.written += 1;
  }

  private manifest(): Manifest {
    const files = [...this.files.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
    return { ...this.head, isWhole: true, account: this.account, files, missing: this.missing };
  }
}
