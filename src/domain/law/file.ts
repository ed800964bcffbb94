import type { Day } from "../calendar.ts";
import { closest } from "../closest.ts";
import type { Dated, LegalText, Step } from "../dated.ts";
import { type LawFile, MOST_LAW_BYTES, topOf, wrong } from "./place.ts";
import { assertPlain } from "./scan.ts";
import { isRecord, readDay, readValue } from "./value.ts";

/** What a file adds to one table: its steps, and until when somebody checked it; null where the file does not say. */
interface Addition {
  readonly checkedUntil: Day | null;
  readonly steps: readonly Step<unknown>[];
}

/** The rows of a file of law, checked against the tables that they are added to. */
export interface LawRows {
  readonly name: string;
  readonly file: string;
  readonly tables: ReadonlyMap<string, Addition>;
}

/** What a file of law is read against. */
interface Against {
  /** The tables that it may add to. */
  readonly tables: readonly Dated<unknown>[];
  /** The names of those that only a release changes. */
  readonly fixed?: readonly string[];
  /** The names that other files have. */
  readonly taken?: readonly string[];
}

const MOST_STEPS = 200;
const MOST_TEXT = 600;

/**
 * Reads a file of law against the tables it may add to: a name that no other file has, known tables, values by their unit, steps after
 * the last one, days that exist.
 * @throws {PorteError} `law.file`, with the place inside the JSON and what was expected there.
 */
export function readLaw(text: string, file: string, { tables, fixed = [], taken = [] }: Against): LawRows {
  const top = topOf(file);
  if (text.length > MOST_LAW_BYTES) throw wrong(top, "", "size", [String(MOST_LAW_BYTES)]);
  const json = parse(text.replace(/^\uFEFF/, ""), top);
  const record = fieldsOf(json, top, ["$schema", "schema", "name", "unchanged", "tables"]);
  if (record.schema !== 1) throw wrong(top.at("schema"), record.schema, "schema");
  const name = readName(record.name, top.at("name"));
  if (taken.includes(name)) throw wrong(top.at("name"), name, "name-free");
  const known: Known = { tables: new Map(tables.map((table) => [table.name, table])), fixed };
  const added = readTables(record.tables ?? {}, known, top.at("tables"));
  const unchanged = record.unchanged === undefined ? [] : readUnchanged(record.unchanged, known, top.at("unchanged"));
  for (const [index, [table]] of unchanged.entries())
    if (added.has(table)) throw wrong(top.at("unchanged").at("tables").at(index), table, "repeated");
  const all = new Map([...added, ...unchanged]);
  if (all.size === 0) throw wrong(top, "", "some");
  return { name, file, tables: all };
}

/** A name of a file of law, or of anything kept under a name: a word of 64 letters, digits, dots and dashes at most. */
function isLawName(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,63}$/u.test(text);
}

function parse(text: string, top: LawFile): unknown {
  try {
    const json: unknown = JSON.parse(text);
    assertPlain(text, top.file);
    return json;
  } catch (failure) {
    if (failure instanceof SyntaxError) throw wrong(top, failure.message, "json");
    throw failure;
  }
}

/** Takes a record that has no other fields than those that are named. */
function fieldsOf(value: unknown, place: LawFile, names: readonly string[]): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw wrong(place, value, "object");
  for (const name of Object.keys(value)) if (!names.includes(name)) throw wrong(place.at(name), name, "field", names);
  return value;
}

function readName(value: unknown, place: LawFile): string {
  const name = typeof value === "string" ? value.normalize("NFC") : "";
  if (!isLawName(name)) throw wrong(place, value, "name");
  return name;
}

interface Known {
  readonly tables: ReadonlyMap<string, Dated<unknown>>;
  readonly fixed: readonly string[];
}

function tableNamed(name: unknown, known: Known, place: LawFile): Dated<unknown> {
  const table = typeof name === "string" ? known.tables.get(name) : undefined;
  if (table !== undefined) return table;
  if (known.fixed.some((one) => one === name)) throw wrong(place, name, "fixed");
  throw wrong(place, name, "table", closest(String(name), [...known.tables.keys()]));
}

function readTables(value: unknown, known: Known, place: LawFile): Map<string, Addition> {
  if (!isRecord(value)) throw wrong(place, value, "object");
  return new Map(
    Object.entries(value).map(([name, addition]) => [
      name,
      readAddition(addition, tableNamed(name, known, place.at(name)), place.at(name)),
    ]),
  );
}

function readAddition(value: unknown, table: Dated<unknown>, place: LawFile): Addition {
  const { checkedUntil, steps = [] } = fieldsOf(value, place, ["checkedUntil", "steps"]);
  if (!Array.isArray(steps)) throw wrong(place.at("steps"), steps, "list");
  if (steps.length > MOST_STEPS) throw wrong(place.at("steps"), steps.length, "items", [String(MOST_STEPS)]);
  if (steps.length === 0 && checkedUntil === undefined) throw wrong(place, "", "missing", ["checkedUntil", "steps"]);
  const read: Step<unknown>[] = [];
  for (const [index, step] of steps.entries())
    read.push(readStep(step, table, read.at(-1) ?? table.steps.at(-1), place.at("steps").at(index)));
  const until = checkedUntil === undefined ? null : readDay(checkedUntil, place.at("checkedUntil"), table.checkedUntil);
  return { checkedUntil: until, steps: read };
}

function readStep(
  value: unknown,
  table: Dated<unknown>,
  before: Step<unknown> | undefined,
  place: LawFile,
): Step<unknown> {
  const step = fieldsOf(value, place, ["from", "value", "text"]);
  const from = readDay(step.from, place.at("from"));
  if (before !== undefined && from <= before.from) throw wrong(place.at("from"), from, "after", [before.from]);
  if (!Object.hasOwn(step, "value")) throw wrong(place, "", "missing", ["value"]);
  const known = table.steps.at(-1)?.value;
  const read = readValue({ unit: table.unit, known }, step.value, place.at("value"));
  return { from, value: read, text: readText(step.text, place.at("text")) };
}

/** A text of law as the file names it. What has no day of publication yet, a draft, says so with `null`. */
function readText(value: unknown, place: LawFile): LegalText {
  const text = fieldsOf(value, place, ["title", "of", "published", "link"]);
  const { title, of = null } = text;
  if (typeof title !== "string" || !/^\P{Cc}+$/u.test(title) || title.trim() === "" || title.length > MOST_TEXT)
    throw wrong(place.at("title"), title, "text", [String(MOST_TEXT)]);
  for (const name of ["published", "link"]) if (!Object.hasOwn(text, name)) throw wrong(place, "", "missing", [name]);
  return {
    title: title.trim(),
    of: of === null ? null : readDay(of, place.at("of")),
    published: text.published === null ? null : readDay(text.published, place.at("published")),
    link: text.link === null ? null : readLink(text.link, place.at("link")),
  };
}

function readLink(value: unknown, place: LawFile): string {
  if (typeof value !== "string" || value.length > MOST_TEXT || !/^https?:\/\/[^\s\p{Cc}]+$/u.test(value))
    throw wrong(place, value, "link");
  return value;
}

/** Reads the tables that somebody checked and found unchanged: each by its name, with who checked them. */
function readUnchanged(value: unknown, known: Known, place: LawFile): [string, Addition][] {
  const { until, checkedBy, tables } = fieldsOf(value, place, ["until", "checkedBy", "tables"]);
  if (typeof checkedBy !== "string" || !/^\P{Cc}+$/u.test(checkedBy) || checkedBy.length > MOST_TEXT)
    throw wrong(place.at("checkedBy"), checkedBy, "text", [String(MOST_TEXT)]);
  if (!Array.isArray(tables)) throw wrong(place.at("tables"), tables, "list");
  const found = new Map<string, Addition>();
  for (const [index, name] of tables.entries()) {
    const at = place.at("tables").at(index);
    const table = tableNamed(name, known, at);
    if (found.has(table.name)) throw wrong(at, name, "repeated");
    found.set(table.name, { checkedUntil: readDay(until, place.at("until"), table.checkedUntil), steps: [] });
  }
  return [...found];
}

/** Gives a table with what files of law add to it. */
export function extended<Table extends Dated<unknown>>(table: Table, addition: Addition | undefined): Table {
  if (addition === undefined) return table;
  /** Each value was read by the unit of this very table: it is one of its values. */
  const added = addition.steps as Table["steps"];
  return {
    ...table,
    checkedUntil: addition.checkedUntil ?? table.checkedUntil,
    steps: [...table.steps, ...added],
  };
}
