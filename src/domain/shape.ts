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

/** Gives the way to the first part of a value that is not as it must be, `items[0].month`; null where all is. */
export function misfit(shape: Shape, value: unknown, named: Shapes = {}, at = ""): string | null {
  if (typeof shape === "string") return PLAIN[shape](value) ? null : at;
  if ("kind" in shape) return isWithin(shape, value) ? null : at;
  if ("words" in shape) return shape.words.includes(value as string) ? null : at;
  return misfitInside(shape, value, named, at);
}

type Whole = Exclude<Shape, string | { readonly kind: string } | { readonly words: readonly string[] }>;

function misfitInside(shape: Whole, value: unknown, named: Shapes, at: string): string | null {
  if ("named" in shape) return misfit(named[shape.named] ?? "anything", value, named, at);
  if ("each" in shape) return misfitInEach(shape.each, value, named, at);
  if ("list" in shape) return misfitInList(shape.list, value, named, at);
  if ("either" in shape) return misfitOfEach(shape.either, value, named, at);
  return misfitInFields(shape.fields, value, named, at);
}

function isWithin({ kind, least, most }: Extract<Shape, { kind: string }>, value: unknown): boolean {
  return PLAIN[kind](value) && (value as number) >= least && (value as number) <= most;
}

function misfitInList(item: Shape, value: unknown, named: Shapes, at: string): string | null {
  if (!Array.isArray(value)) return at;
  for (const [index, one] of value.entries()) {
    const found = misfit(item, one, named, `${at}[${index}]`);
    if (found !== null) return found;
  }
  return null;
}

function misfitInEach(one: Shape, value: unknown, named: Shapes, at: string): string | null {
  if (!isThing(value)) return at;
  for (const [name, part] of Object.entries(value)) {
    const found = misfit(one, part, named, way(at, name));
    if (found !== null) return found;
  }
  return null;
}

function isThing(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function way(at: string, name: string): string {
  return at === "" ? name : `${at}.${name}`;
}

/** Null where one of them fits; else where the last one fails, which is the one that is not `null`. */
function misfitOfEach(shapes: readonly Shape[], value: unknown, named: Shapes, at: string): string | null {
  let last: string | null = at;
  for (const shape of shapes) {
    last = misfit(shape, value, named, at);
    if (last === null) return null;
  }
  return last;
}

function misfitInFields(fields: Fields, value: unknown, named: Shapes, at: string): string | null {
  if (!isThing(value)) return at;
  for (const [key, shape] of Object.entries(fields)) {
    const name = key.endsWith("?") ? key.slice(0, -1) : key;
    const part = value[name];
    if (part === undefined && name !== key) continue;
    const found = misfit(shape, part, named, way(at, name));
    if (found !== null) return found;
  }
  return null;
}

/** What may be null. */
export function maybe(shape: Shape): Shape {
  return { either: ["null", shape] };
}
