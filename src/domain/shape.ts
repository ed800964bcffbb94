import { isDay } from "./calendar.ts";

/**
 * What a value that came from elsewhere must be. Fields that are not named may be there and are kept; a name that ends
 * with `?` may be missing. Words from a list are texts here: a word of tomorrow is no fault of the answer that holds it.
 */
export type Shape =
  | "text"
  | "number"
  | "whole"
  | "truth"
  | "day"
  | "month"
  | "instant"
  | "clock"
  | "address"
  | "null"
  | "anything"
  | { readonly kind: "number" | "whole"; readonly least: number; readonly most: number }
  | { readonly words: readonly string[] }
  | { readonly list: Shape }
  /** A thing whose names are free, and whose values are all alike. */
  | { readonly each: Shape }
  | { readonly fields: Fields }
  | { readonly either: readonly Shape[] }
  | { readonly named: string };

interface Fields {
  readonly [name: string]: Shape;
}

/** Shapes by their names. */
export type Shapes = Readonly<Record<string, Shape>>;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

const PLAIN: Readonly<Record<Extract<Shape, string>, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  number: (value) => Number.isFinite(value),
  whole: (value) => Number.isSafeInteger(value),
  truth: (value) => typeof value === "boolean",
  day: (value) => typeof value === "string" && isDay(value),
  month: (value) => typeof value === "string" && isDay(`${value}-01`),
  instant: (value) => typeof value === "string" && INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
  clock: (value) => typeof value === "string" && CLOCK.test(value),
  address: (value) => typeof value === "string" && /^https?:/.test(value) && URL.canParse(value),
  null: (value) => value === null,
  anything: () => true,
};

/**
 * Gives the way to the first part of a value that is not as it must be, `items[0].month`; null where all is. Thousands of facts are looked at
 * by one command: the way is written only once something is found, from there outwards.
 */
export function misfit(shape: Shape, value: unknown, named: Shapes = {}): string | null {
  if (typeof shape === "string") return PLAIN[shape](value) ? null : "";
  if ("kind" in shape) return isWithin(shape, value) ? null : "";
  if ("words" in shape) return shape.words.includes(value as string) ? null : "";
  return misfitInside(shape, value, named);
}

type Whole = Exclude<Shape, string | { readonly kind: string } | { readonly words: readonly string[] }>;

function misfitInside(shape: Whole, value: unknown, named: Shapes): string | null {
  if ("named" in shape) return misfit(named[shape.named] ?? "anything", value, named);
  if ("each" in shape) return misfitInEach(shape.each, value, named);
  if ("list" in shape) return misfitInList(shape.list, value, named);
  if ("either" in shape) return misfitOfEach(shape.either, value, named);
  return misfitInFields(shape.fields, value, named);
}

function isWithin({ kind, least, most }: Extract<Shape, { kind: string }>, value: unknown): boolean {
  return PLAIN[kind](value) && (value as number) >= least && (value as number) <= most;
}

function misfitInList(item: Shape, value: unknown, named: Shapes): string | null {
  if (!Array.isArray(value)) return "";
  for (let index = 0; index < value.length; index += 1) {
    const found = misfit(item, value[index], named);
    if (found !== null) return way(`[${index}]`, found);
  }
  return null;
}

function misfitInEach(one: Shape, value: unknown, named: Shapes): string | null {
  if (!isThing(value)) return "";
  for (const [name, part] of Object.entries(value)) {
    const found = misfit(one, part, named);
    if (found !== null) return way(name, found);
  }
  return null;
}

function isThing(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Joins the name or the place of a part and the way inside it. */
function way(part: string, inside: string): string {
  return inside === "" || inside.startsWith("[") ? part + inside : `${part}.${inside}`;
}

/** Null where one of them fits; else where the last one fails, which is the one that is not `null`. */
function misfitOfEach(shapes: readonly Shape[], value: unknown, named: Shapes): string | null {
  let last: string | null = "";
  for (const shape of shapes) {
    last = misfit(shape, value, named);
    if (last === null) return null;
  }
  return last;
}

/** A field that is looked for: `note?` is `note`, and may be missing. */
interface Field {
  readonly name: string;
  readonly mayMiss: boolean;
  readonly shape: Shape;
}

const listed = new WeakMap<Fields, readonly Field[]>();

function fieldsOf(fields: Fields): readonly Field[] {
  const known = listed.get(fields);
  if (known !== undefined) return known;
  const made = Object.entries(fields).map(([key, shape]) => {
    const mayMiss = key.endsWith("?");
    return { name: mayMiss ? key.slice(0, -1) : key, mayMiss, shape };
  });
  listed.set(fields, made);
  return made;
}

function misfitInFields(fields: Fields, value: unknown, named: Shapes): string | null {
  if (!isThing(value)) return "";
  for (const { name, mayMiss, shape } of fieldsOf(fields)) {
    const part = value[name];
    if (part === undefined && mayMiss) continue;
    const found = misfit(shape, part, named);
    if (found !== null) return way(name, found);
  }
  return null;
}

/** What may be null. */
export function maybe(shape: Shape): Shape {
  return { either: ["null", shape] };
}
