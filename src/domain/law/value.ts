import { type Day, isDay } from "../calendar.ts";
import type { Unit } from "../dated.ts";
import { type LawExpected, type LawFile, wrong } from "./place.ts";

/** The units of numbers. */
type Figure = Exclude<Extract<Unit, string>, "day" | "word">;

/** How a number of each unit is written in a file of law: its decimals, how many of ours make one of them, and its limits as written. */
interface Written {
  readonly decimals: number;
  readonly scale: number;
  readonly least: number;
  readonly most: number;
  readonly expected: LawExpected;
}

const whole = (least: number, most: number): Written => ({ decimals: 0, scale: 1, least, most, expected: "whole" });

/** Amounts are written in euros and rates in percent, as the law prints them. */
const WRITTEN: Readonly<Record<Figure, Written>> = {
  cents: { decimals: 2, scale: 100, least: 0, most: 10_000_000, expected: "euros" },
  ppm: { decimals: 4, scale: 10_000, least: 0, most: 100, expected: "percent" },
  mills: { decimals: 3, scale: 1_000, least: 0, most: 1_000, expected: "mills" },
  hundredths: { decimals: 2, scale: 100, least: 0, most: 1_000, expected: "decimal" },
  multiple: { decimals: 6, scale: 1, least: 0, most: 1_000, expected: "decimal" },
  hours: { decimals: 2, scale: 1, least: 0, most: 8_784, expected: "decimal" },
  euros: whole(0, 10_000_000),
  days: whole(0, 366),
  kilometres: whole(0, 10_000_000),
  count: whole(0, 1_000_000_000),
};

/** Gives how numbers of a unit are written in a file of law. */
export function writtenAs(unit: Figure): Written {
  return WRITTEN[unit];
}

const UNIT_AT_END = /(Cents|Ppm|Hundredths|Mills)$/;
const WRITTEN_UNITS: Readonly<Record<string, string>> = { Cents: "Euros", Ppm: "Percent" };

/**
 * Names the fields of a record as a file of law does, by our own names: without the unit at their end, since the file is written in euros
 * and percent; where two would then be one, with the unit that is written.
 */
export function writtenNames(fields: Fields): ReadonlyMap<string, string> {
  const names = Object.keys(fields);
  const bare = (field: string) => field.replace(UNIT_AT_END, "");
  const isAlone = (field: string) => names.filter((other) => bare(other) === bare(field)).length === 1;
  const written = (field: string) =>
    isAlone(field) ? bare(field) : field.replace(UNIT_AT_END, (unit) => WRITTEN_UNITS[unit] ?? unit);
  return new Map(names.map((field) => [field, written(field)]));
}

/** What a value is read against: its unit, and the last known value, which says where a list has no upper limit. */
interface Model {
  readonly unit: Unit;
  readonly known: unknown;
}

/**
 * Reads a value of a file of law as the program counts it: cents, ppm, no upper limit for the `null` of a last band.
 * @throws {PorteError} `law.file` for what its unit does not allow.
 */
export function readValue({ unit, known }: Model, value: unknown, place: LawFile): unknown {
  if (unit === "day") return readDay(value, place, typeof known === "string" ? known : "");
  if (unit === "word") return readWord(value, place);
  if (typeof unit === "string") return value === null && known === null ? null : readNumber(unit, value, place);
  if ("words" in unit) return readOneOf(unit.words, value, place);
  if ("items" in unit) return readItems(unit.items, known, value, place);
  return readFields(unit.fields, known, value, place, []);
}

/** Reads a day that exists, not before another one. @throws {PorteError} `law.file`. */
export function readDay(value: unknown, place: LawFile, least = ""): Day {
  if (typeof value !== "string" || !isDay(value)) throw wrong(place, value, "day");
  if (value < least) throw wrong(place, value, "not-before", [least]);
  return value;
}

/** Reads a word that names a kind of thing. */
function readWord(value: unknown, place: LawFile): string {
  if (typeof value !== "string" || !/^[a-z][a-zA-Z0-9-]{0,39}$/.test(value)) throw wrong(place, value, "word");
  return value;
}

/** Reads one of the words that the program knows. */
function readOneOf(words: readonly string[], value: unknown, place: LawFile): string {
  const found = words.find((word) => word === value);
  if (found === undefined) throw wrong(place, value, "one-of", words);
  return found;
}

function readNumber(unit: Figure, value: unknown, place: LawFile): number {
  const { decimals, scale, least, most, expected } = WRITTEN[unit];
  const limits = [String(decimals), String(least), String(most)];
  const digits = typeof value === "number" ? /^(\d+)(?:\.(\d+))?$/.exec(String(value)) : null;
  const tail = digits?.[2] ?? "";
  if (typeof value !== "number" || digits === null || tail.length > decimals || value < least || value > most)
    throw wrong(place, value, expected, limits);
  if (unit === "multiple" && value === 0) throw wrong(place, value, "positive");
  return scale === 1 ? value + 0 : Number(`${digits[1]}${tail.padEnd(decimals, "0")}`);
}

type Fields = Readonly<Record<string, Unit>>;

/** Reads a record; `open` names the fields without limit, which the file writes as `null`. */
function readFields(fields: Fields, known: unknown, value: unknown, place: LawFile, open: readonly string[]): unknown {
  if (!isRecord(value)) throw wrong(place, value, "object");
  const names = new Map([...writtenNames(fields)].map(([field, name]) => [name, field]));
  for (const name of Object.keys(value))
    if (!names.has(name)) throw wrong(place.at(name), name, "field", [...names.keys()]);
  const before = isRecord(known) ? known : {};
  const read = [...names].map(([name, field]): [string, unknown] => {
    if (!Object.hasOwn(value, name)) throw wrong(place, name, "missing", [name]);
    const given = value[name];
    if (open.includes(field)) {
      if (given !== null) throw wrong(place.at(name), given, "last-without-limit");
      return [field, before[field]];
    }
    const unit = fields[field] ?? "count";
    return [field, readValue({ unit, known: before[field] }, given, place.at(name))];
  });
  return Object.fromEntries(read);
}

function readItems(unit: Unit, known: unknown, value: unknown, place: LawFile): unknown {
  if (!Array.isArray(value)) throw wrong(place, value, "list");
  if (value.length === 0 || value.length > MOST_ITEMS) throw wrong(place, value.length, "items", [String(MOST_ITEMS)]);
  const last: unknown = Array.isArray(known) ? known.at(-1) : undefined;
  const fields = typeof unit === "object" && "fields" in unit ? unit.fields : null;
  const open = fields === null ? [] : openFields(known);
  const read = value.map((item: unknown, index) => {
    const at = place.at(index);
    if (fields === null) return readValue({ unit, known: last }, item, at);
    return readFields(fields, last, item, at, index === value.length - 1 ? open : []);
  });
  for (const field of open) assertRising(read, field, fields?.[field] ?? "count", place);
  return read;
}

const MOST_ITEMS = 200;

/** The fields that have no limit in the last item of a known list, and one in every other. */
function openFields(known: unknown): string[] {
  const items = Array.isArray(known) ? known.filter(isRecord) : [];
  const last = items.at(-1) ?? {};
  const isOpen = (value: unknown) => value === Number.POSITIVE_INFINITY || value === null;
  return Object.keys(last).filter((name) => items.every((item) => isOpen(item[name]) === (item === last)));
}

/** Bands go up: each limit is above the one before it. */
function assertRising(items: readonly unknown[], field: string, unit: Unit, place: LawFile): void {
  const limits = items.map((item) => (isRecord(item) ? Number(item[field] ?? Number.POSITIVE_INFINITY) : Number.NaN));
  const index = limits.findIndex((limit, at) => at > 0 && !(limit > (limits[at - 1] ?? Number.NaN)));
  const name = writtenNames({ [field]: unit }).get(field) ?? field;
  if (index > 0) throw wrong(place.at(index).at(name), writeValue(unit, limits[index]), "rising");
}

/** Writes a value as a file of law does: euros, percent, `null` where there is no limit. */
export function writeValue(unit: Unit, value: unknown): unknown {
  if (typeof unit === "string") {
    if (unit === "day" || unit === "word" || typeof value !== "number") return value;
    return value === Number.POSITIVE_INFINITY ? null : value / WRITTEN[unit].scale;
  }
  if ("words" in unit) return value;
  if ("items" in unit) return Array.isArray(value) ? value.map((item) => writeValue(unit.items, item)) : value;
  if (!isRecord(value)) return value;
  const names = writtenNames(unit.fields);
  return Object.fromEntries(
    Object.entries(value).map(([field, held]) => {
      const of = unit.fields[field];
      return of === undefined ? [field, held] : [names.get(field) ?? field, writeValue(of, held)];
    }),
  );
}

/** Says whether a value is a record of JSON. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
