import type { Area, AreaValues, Fact, Source } from "./areas.ts";

/** Whose facts are meant: of a source, and of one address where they were answered. */
export interface Teller {
  readonly source: Source;
  /** The address that said it; null for what no address said. */
  readonly url: string | null;
}

/** What was said here: typed, or read from a document that was given. */
export const OWN: Teller = { source: "me", url: null };

/** What is said of one key, and by what it is believed: the version that was given with it, or a file. */
export interface Told<Name extends Area> {
  readonly key: string;
  readonly value: AreaValues[Name] | null;
  readonly etag?: string | null;
  readonly document?: DocumentFile;
}

/** A file beside the facts: its name, and the SHA-256 of what it holds. */
export interface DocumentFile {
  readonly file: string;
  readonly sha256: string;
}

/** What somebody said of an area at once. */
export interface Telling<Name extends Area = Area> {
  readonly area: Name;
  readonly facts: readonly Told<Name>[];
  /** What was asked, as the snapshot notes when it was said; the whole area where it is the area's own name. */
  readonly scope: string;
  /** Which facts the answer would have held, had it still shown them; without it, what is missing says nothing. */
  covers?(value: AreaValues[Name]): boolean;
}

/** What is not known yet of a key, and what was. */
export interface News<Name extends Area> extends Told<Name> {
  readonly before: Fact<Name> | undefined;
}

/** Finds the last fact of each key by a teller: the latest said, and of two that were said at once the one that was written last. */
export function lastOfEach<Name extends Area>(
  facts: readonly Fact<Name>[],
  { source, url }: Teller,
): Map<string, Fact<Name>> {
  const last = new Map<string, Fact<Name>>();
  for (const fact of facts) {
    const isTellers = fact.source === source && (fact.evidence.kind === "typed" || fact.evidence.url === url);
    const before = last.get(fact.key);
    if (isTellers && (before === undefined || before.at <= fact.at)) last.set(fact.key, fact);
  }
  return last;
}

/** Says whether a fact says just that already; a version that it did not name is news. */
export function isSame<Name extends Area>(
  before: Fact<Name> | undefined,
  said: Telling<Name>["facts"][number],
): boolean {
  if (before === undefined) return said.value === null;
  const { evidence, value } = before;
  const isNewVersion = said.etag != null && (evidence.kind !== "answer" || said.etag !== evidence.etag);
  const isNewFile =
    said.document !== undefined && (evidence.kind !== "document" || said.document.sha256 !== evidence.sha256);
  return !isNewVersion && !isNewFile && JSON.stringify(value) === JSON.stringify(said.value);
}

/** The same words are noted as said again once this time has passed. */
const CONFIRMED_AGAIN_MS = 3_600_000;

/** Says whether something was said again lately, by when it was last noted. */
export function isConfirmed(confirmed: string | undefined, at: string): boolean {
  return confirmed !== undefined && Math.abs(Date.parse(at) - Date.parse(confirmed)) < CONFIRMED_AGAIN_MS;
}
