import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { maybe, type Shape } from "../domain/shape.ts";
import { type Failures, PorteError } from "../errors.ts";
import { fileHash } from "./file-hash.ts";
import { ensureFolder, removeFile, unwritable, whileLocked, writeJsonFile, writeWhole } from "./files.ts";
import { namesIn, readJsonFile } from "./read.ts";

/** What can be undone: acts of this machine alone, never what a company was told. */
type LocalActKind = Failures["undo.changed"]["kind"];

/** One act, with what it is about: a month, an amount, a word. */
export interface LocalAct {
  readonly kind: LocalActKind;
  readonly about: string;
}

/** An act that was recorded: each file it changed, as it was and as it left it. */
interface RecordedAct extends LocalAct {
  readonly schema: 1;
  readonly at: string;
  /** A company knows since what it wrote: it is no more to be taken back, and whoever tries is told so. */
  readonly isSent?: boolean;
  readonly files: readonly {
    readonly file: string;
    /** The copy of what it held, beside this record; null where it was not there. */
    readonly before: string | null;
    /** The hash of what it then held; null where it was gone. */
    readonly after: string | null;
  }[];
}

/** The acts that are kept: older ones are forgotten with their copies. */
const MAX_ACTS = 20;
const RECORD = "act.json";
const KINDS = {
  declare: true,
  restore: true,
  "expense-added": true,
  "expense-changed": true,
  "expense-removed": true,
  "receipt-attached": true,
  "refusal-noted": true,
  vehicle: true,
  "step-skipped": true,
  "step-resumed": true,
  match: true,
  "day-length": true,
  sheet: true,
  "mission-added": true,
  "mission-changed": true,
} satisfies Record<LocalActKind, true>;
const CHANGED: Shape = { fields: { file: "text", before: maybe("text"), after: maybe("text") } };
const ACT: Shape = {
  fields: {
    kind: { words: Object.keys(KINDS) },
    about: "text",
    at: "instant",
    "isSent?": "truth",
    files: { list: CHANGED },
  },
};

/** The local acts of one profile on this machine, so that the last ones can be taken back. */
export class LocalActs {
  private readonly folder: string;

  /** @param folder of what one person keeps. */
  constructor(folder: string) {
    this.folder = join(folder, "undo");
  }

  /**
   * Does something, and keeps what the files it changes held before; also where it fails after it changed them. To be called while
   * no other process changes them: what another has written since would be taken back too.
   * @param files those that may change; `made` names those that only the work can name.
   * @param isLocal asked when it is over: false for what a company now knows, which no undo takes back.
   */
  record<Value>(
    act: LocalAct & { readonly now: Date },
    files: readonly string[],
    work: () => Promise<Value>,
    recording: Recording<Value> = {},
  ): Promise<Value> {
    return this.recordSteps(act, files, (step) => step(work), recording);
  }

  /**
   * The same for an act in steps, as one that asks a person in between: only each step has to have the files for itself. What
   * others change between two steps is what the files held before.
   */
  async recordSteps<Value>(
    act: LocalAct & { readonly now: Date },
    files: readonly string[],
    work: (step: Step) => Promise<Value>,
    { made = () => [], isLocal = async () => true }: Recording<Value> = {},
  ): Promise<Value> {
    const steps = new Steps(files, () => this.nextFolder());
    let value: Value | undefined;
    try {
      value = await work(steps.step);
      return value;
    } finally {
      const own = value === undefined ? [] : made(value).map((file) => ({ file, before: null, after: hashOf(file) }));
      if (steps.folder !== null) await this.keep(steps.folder, act, [...steps.changed, ...own], await isLocal());
    }
  }

  /** Lists what can be undone, last act first. */
  async list(): Promise<readonly (LocalAct & { readonly at: string })[]> {
    const acts = await Promise.all(this.names().map((name) => this.read(name)));
    return acts
      .flatMap((act) => (act === null || act.isSent === true ? [] : [{ kind: act.kind, about: act.about, at: act.at }]))
      .reverse();
  }

  /**
   * Takes the last act back.
   * @throws {PorteError} `undo.nothing`; `undo.changed` where something else has changed its files since, or a company knows what it wrote: they
   * are left alone, and the act is forgotten, since it can be taken back no more and those before it may be.
   */
  async undo(): Promise<LocalAct & { readonly at: string }> {
    return whileLocked(join(this.folder, "undoing"), () => this.undoLast());
  }

  private async undoLast(): Promise<LocalAct & { readonly at: string }> {
    const found = (
      await Promise.all(this.names().map(async (name) => ({ name, act: await this.read(name) })))
    ).reverse();
    const last = found.find(({ act }) => act !== null);
    if (last === undefined || last.act === null) throw new PorteError("undo.nothing", {});
    const { name, act } = last;
    if (act.isSent === true) throw this.changed(name, act);
    await allInTurn(
      act.files.map(({ file }) => file),
      () => this.takeBack(name, act),
    );
    return { kind: act.kind, about: act.about, at: act.at };
  }

  private async takeBack(name: string, act: RecordedAct): Promise<void> {
    const changed = act.files.find(({ file, after }) => hashOf(file) !== after);
    if (changed !== undefined) throw this.changed(name, act);
    for (const { file, before } of act.files) {
      if (before === null) removeFile(file);
      else await writeWhole(file, readFileSync(join(this.folder, name, before)));
    }
    this.remove(name);
  }

  private changed(name: string, { kind, about }: RecordedAct): PorteError<"undo.changed"> {
    this.remove(name);
    return new PorteError("undo.changed", { kind, about });
  }

  /** Notes that a company knows what a file holds: no undo takes that back. Of the acts that changed it the last one stays, to say so. */
  async noteSent(file: string): Promise<void> {
    const found = await Promise.all(this.names().map(async (name) => ({ name, act: await this.read(name) })));
    const acts = found.filter(({ act }) => act?.files.some((one) => one.file === file));
    const last = acts.pop();
    for (const { name } of acts) this.remove(name);
    if (last?.act != null) await writeJsonFile(join(this.folder, last.name, RECORD), { ...last.act, isSent: true });
  }

  private remove(name: string): void {
    rmSync(join(this.folder, name), { recursive: true, force: true });
  }

  private async keep(
    folder: string,
    { kind, about, now }: LocalAct & { readonly now: Date },
    changed: RecordedAct["files"],
    isLocal: boolean,
  ): Promise<void> {
    const files = changed.filter(
      ({ before, after }) => (before === null ? null : hashOf(join(folder, before))) !== after,
    );
    if (files.length === 0 || !isLocal) {
      rmSync(folder, { recursive: true, force: true });
      return;
    }
    const act: RecordedAct = { schema: 1, kind, about, at: now.toISOString(), files };
    await writeJsonFile(join(folder, RECORD), act);
    for (const name of this.names().slice(0, -MAX_ACTS)) this.remove(name);
  }

  /** Takes the next number; another process may take it first. */
  private nextFolder(): string {
    ensureFolder(this.folder);
    for (let number = Number(this.names().at(-1) ?? 0) + 1; ; number += 1) {
      const folder = join(this.folder, String(number).padStart(8, "0"));
      try {
        mkdirSync(folder, { mode: 0o700 });
        return folder;
      } catch (failure) {
        if ((failure as NodeJS.ErrnoException).code !== "EEXIST") throw unwritable(folder, failure);
      }
    }
  }

  private names(): string[] {
    return namesIn(this.folder)
      .filter((name) => /^\d{8}$/.test(name))
      .sort();
  }

  /** One that was cut short has no record, and is none. */
  private read(name: string): Promise<RecordedAct | null> {
    return readJsonFile<RecordedAct>(join(this.folder, name, RECORD), ACT);
  }
}

/** Does a part of an act, which may change its files. */
export type Step = <Value>(change: () => Promise<Value>) => Promise<Value>;

/** The steps of one act that is recorded. */
class Steps {
  /** Where the copies are; null as long as no step was done. */
  folder: string | null = null;
  changed: RecordedAct["files"] = [];
  private readonly files: readonly string[];
  private readonly newFolder: () => string;

  constructor(files: readonly string[], newFolder: () => string) {
    this.files = files;
    this.newFolder = newFolder;
  }

  readonly step: Step = async (change) => {
    this.folder ??= this.newFolder();
    const folder = this.folder;
    const before = this.files.map((file, index) => {
      const known = this.changed[index];
      const isAsLeft = known !== undefined && hashOf(file) === known.after;
      return isAsLeft ? known.before : copied(file, join(folder, String(index)));
    });
    try {
      return await change();
    } finally {
      this.changed = this.files.map((file, index) => ({ file, before: before[index] ?? null, after: hashOf(file) }));
    }
  };
}

/** Does something while no other process changes any of some files. */
async function allInTurn(files: readonly string[], work: () => Promise<void>): Promise<void> {
  const [first, ...others] = files;
  await (first === undefined ? work() : whileLocked(first, () => allInTurn(others, work)));
}

interface Recording<Value> {
  readonly made?: (value: Value) => readonly string[];
  readonly isLocal?: () => Promise<boolean>;
}

function copied(file: string, copy: string): string | null {
  try {
    copyFileSync(file, copy);
    return basename(copy);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw unwritable(copy, failure);
  }
}

function hashOf(file: string): string | null {
  try {
    return fileHash(file);
  } catch {
    return null;
  }
}
