import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureFolder, whileLocked, writeWhole } from "../files.ts";
import { safeName } from "../folders.ts";
import { AREAS, type Area, type AreaValues, type Evidence, type Fact, yearIn, yearOf } from "./areas.ts";
import { buildSnapshot } from "./build.ts";
import { CheckedFiles } from "./checked.ts";
import { forgetCompanies } from "./forget.ts";
import { addLines, readLines, yearsIn } from "./lines.ts";
import { DOCUMENTS, SNAPSHOT, WRITING } from "./places.ts";
import { readSnapshot, type Snapshot, writeSnapshot } from "./snapshot.ts";
import {
  type DocumentFile,
  isConfirmed,
  isSame,
  lastOfEach,
  type News,
  OWN,
  type Teller,
  type Telling,
  type Told,
} from "./told.ts";

/** What became of facts that were said elsewhere: the keys that are new here, and those of which something else is said here. */
export interface Restored {
  readonly added: readonly string[];
  readonly differing: readonly string[];
}

/** All that this machine has learned for one profile, whoever said it: facts by area and year, and a snapshot of them. */
export class Records {
  readonly folder: string;
  private readonly waiting: Answer[] = [];
  private writing: Promise<void> | null = null;
  private readonly checked: CheckedFiles;
  /** The snapshot as this process has read it; undefined before that, and once it is written anew. */
  private read: Snapshot | null | undefined;

  /** @param folder of what one person keeps. */
  constructor(folder: string) {
    this.folder = join(folder, "records");
    this.checked = new CheckedFiles(this.folder);
  }

  /** The file of an area's facts of a year. */
  fileOf(area: Area, year: string): string {
    return join(this.folder, area, `${year}.jsonl`);
  }

  private get snapshotFile(): string {
    return join(this.folder, SNAPSHOT);
  }

  /** Lists every fact of an area, oldest line first; of some years where those are named. @throws {PorteError} `file.unreadable`. */
  facts<Name extends Area>(area: Name, years: readonly string[] | null = null): Fact<Name>[] {
    return this.checked.factsIn(area, years);
  }

  /** Lists the years of which an area has facts, oldest first. */
  years(area: Area): string[] {
    return yearsIn(join(this.folder, area));
  }

  /** Lists the last fact of each key that a teller still shows. */
  latest<Name extends Area>(area: Name, teller: Teller, years: readonly string[] | null = null): Fact<Name>[] {
    const last = lastOfEach(this.facts(area, years), teller);
    return [...last.values()].filter(({ value }) => value !== null);
  }

  /** Finds the last fact of a key that a teller still shows; null where there is none. */
  find<Name extends Area>(area: Name, key: string, teller: Teller): Fact<Name> | null {
    const years = AREAS[area].isMonthly === true ? [yearIn(key)] : null;
    return this.latest(area, teller, years).find((fact) => fact.key === key) ?? null;
  }

  private keptSnapshot(): Snapshot | null {
    if (this.read === undefined) this.read = readSnapshot(this.snapshotFile);
    return this.read;
  }

  /** Gives what status and simulations need of what an address said; null where nothing is known of it. */
  snapshot(url: string): Snapshot | null {
    const kept = this.keptSnapshot();
    if (kept !== null && kept.url === url) return kept;
    const made = buildSnapshot(this, url, null);
    return made.person === null && made.company === null && made.missions.length === 0 ? null : made;
  }

  /** Gives the snapshot of the address that spoke last, whichever it is. */
  lastSnapshot(): Snapshot | null {
    const kept = this.keptSnapshot();
    if (kept !== null) return kept;
    const url = this.facts("company").at(-1)?.evidence;
    return url?.kind === "answer" ? this.snapshot(url.url) : null;
  }

  /**
   * Keeps what an address said, at an instant: what is new of it, and once an hour that it was said again. Answers that come together are
   * kept together.
   * @throws {PorteError} `file.unwritable`, `file.busy`, `file.no_home`.
   */
  keep(url: string, at: string, tellings: readonly Telling[]): Promise<void> {
    this.waiting.push({ url, at, tellings });
    this.writing ??= this.write().finally(() => {
      this.writing = null;
    });
    return this.writing;
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const said = this.waiting.splice(0).filter((one) => !this.isKept(one));
      if (said.length > 0)
        await whileLocked(join(this.folder, WRITING), async () => {
          for (const one of said) await this.addAnswer(one);
        });
    }
  }

  private async addAnswer(answer: Answer): Promise<void> {
    const { url, at, tellings } = answer;
    const teller: Teller = { source: "company", url };
    for (const telling of tellings)
      await this.add(telling, teller, at, ({ etag = null, document }) =>
        document === undefined ? { kind: "answer", url, etag } : { kind: "document", url, ...document },
      );
    await this.confirm(answer);
  }

  /** Keeps what was typed here, or what a document says. @throws {PorteError} `file.unwritable`, `file.busy`, `file.no_home`. */
  async keepOwn(source: "me" | "document", at: string, evidence: Evidence, telling: Telling): Promise<void> {
    await whileLocked(join(this.folder, WRITING), () => this.add(telling, { source, url: null }, at, () => evidence));
  }

  /**
   * Takes over what was said here of an area elsewhere, on another machine or in another profile, in the order in which it was. A key of which
   * something is said here stays as it is.
   * @throws {PorteError} `file.unwritable`, `file.busy`, `file.no_home`.
   */
  restore<Name extends Area>(area: Name, facts: readonly Fact<Name>[]): Promise<Restored> {
    return whileLocked(join(this.folder, "writing"), async () => {
      const here = lastOfEach(this.facts(area), OWN);
      const last = [...lastOfEach(facts, OWN)];
      const added = new Set(last.flatMap(([key]) => (here.has(key) ? [] : [key])));
      const differing = last.flatMap(([key, { value }]) => {
        const own = here.get(key);
        return own === undefined || JSON.stringify(own.value) === JSON.stringify(value) ? [] : [key];
      });
      const byYear = new Map<string, Fact[]>();
      const before = new Map<string, AreaValues[Name]>();
      for (const fact of facts.filter(({ key }) => added.has(key))) {
        const year = yearOf(fact, before.get(fact.key) ?? null);
        if (fact.value !== null) before.set(fact.key, fact.value);
        byYear.set(year, [...(byYear.get(year) ?? []), fact as unknown as Fact]);
      }
      for (const [year, news] of byYear) {
        const file = this.fileOf(area, year);
        ensureFolder(dirname(file));
        await addLines(file, readLines(area, file).texts, news);
      }
      return { added: [...added], differing };
    });
  }

  /** Keeps a file beside the facts, and names it. @throws {PorteError} `file.unwritable`, `file.no_home`. */
  async keepDocument(file: string, bytes: Uint8Array): Promise<DocumentFile> {
    const place = this.documentFile(file);
    ensureFolder(dirname(place));
    await writeWhole(place, bytes);
    return { file, sha256: await hashOf(bytes) };
  }

  /** Gives a file as it was kept; null where it is no longer there, or no longer what it was. */
  async document({ file, sha256 }: DocumentFile): Promise<Uint8Array | null> {
    const place = this.documentFile(file);
    if (!existsSync(place)) return null;
    const bytes = readFileSync(place);
    return (await hashOf(bytes)) === sha256 ? bytes : null;
  }

  /** Says whether a file of that name lies beside the facts, whatever it holds. */
  hasDocument(file: string): boolean {
    return existsSync(this.documentFile(file));
  }

  /** Where a file lies beside the facts. */
  documentFile(file: string): string {
    return join(this.folder, DOCUMENTS, safeName(file));
  }

  /** Erases what companies said; what was said here stays. @throws {PorteError} `file.unwritable`, `file.busy`, `file.unreadable`. */
  async forget(): Promise<void> {
    this.read = undefined;
    await forgetCompanies(this.folder);
  }

  private isKept({ url, at, tellings }: Answer): boolean {
    const kept = this.keptSnapshot();
    if (kept === null || kept.url !== url) return false;
    const isLately = tellings.every(({ scope }) => isConfirmed(kept.confirmed[scope], at));
    const teller: Teller = { source: "company", url };
    return isLately && tellings.every((telling) => this.news(telling, teller).length === 0);
  }

  /** What a telling says that is not known, each with the year's file that it belongs to. */
  private news<Name extends Area>(telling: Telling<Name>, teller: Teller): News<Name>[] {
    const { area, facts } = telling;
    const isMonthly = AREAS[area].isMonthly === true && telling.covers === undefined;
    const years = isMonthly ? [...new Set(facts.map(({ key }) => yearIn(key)))] : null;
    const known = lastOfEach(this.facts(area, years), teller);
    const said = facts.flatMap((one): News<Name>[] => {
      const before = known.get(one.key);
      return isSame(before, one) ? [] : [{ ...one, before }];
    });
    const shown = new Set(facts.map(({ key }) => key));
    const gone = [...known.values()].flatMap((before): News<Name>[] => {
      const { key, value } = before;
      return value !== null && telling.covers?.(value) === true && !shown.has(key)
        ? [{ key, value: null, before }]
        : [];
    });
    return [...said, ...gone];
  }

  private async add<Name extends Area>(
    telling: Telling<Name>,
    teller: Teller,
    at: string,
    evidenceOf: (told: Told<Name>) => Evidence,
  ): Promise<void> {
    const { area } = telling;
    const byYear = new Map<string, Fact[]>();
    for (const news of this.news(telling, teller)) {
      const { key, value, before } = news;
      /** After what it follows, whatever a clock that was wrong made of that. */
      const said = before !== undefined && before.at > at ? before.at : at;
      const evidence = evidenceOf(news);
      const fact: Fact<Name> = { schema: 1, area, key, source: teller.source, at: said, evidence, value };
      const year = yearOf(fact, before?.value ?? null);
      byYear.set(year, [...(byYear.get(year) ?? []), fact as unknown as Fact]);
    }
    for (const [year, facts] of byYear) {
      const file = this.fileOf(area, year);
      ensureFolder(dirname(file));
      await addLines(file, readLines(area, file).texts, facts);
    }
  }

  private async confirm({ url, at, tellings }: Answer): Promise<void> {
    const kept = readSnapshot(this.snapshotFile);
    const before = kept?.url === url ? kept : null;
    const made = buildSnapshot(this, url, before);
    const confirmed = { ...made.confirmed, ...Object.fromEntries(tellings.map(({ scope }) => [scope, at])) };
    this.read = undefined;
    await writeSnapshot(this.snapshotFile, { ...made, confirmed });
  }
}

/** What an address said at once. */
interface Answer {
  readonly url: string;
  readonly at: string;
  readonly tellings: readonly Telling[];
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(bytes).digest("hex");
}
