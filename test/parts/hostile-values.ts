import type { Schema } from "./described.ts";
import { KNOWN, sampleOf } from "./samples.ts";

/** Chances that all come from one seed. */
export interface Chance {
  /** From 0 to 1. */
  readonly random: () => number;
  pick<Item>(items: readonly Item[]): Item;
}

/** The choices of one seed. */
export function chancesOf(random: () => number): Chance {
  return { random, pick: (items) => items[Math.floor(random() * items.length)] as never };
}

const LONG = "x".repeat(5_000);

/** Texts that somewhere are more than a text. */
const TEXTS: readonly string[] = [
  ...["", " ", "\0", "a\0b", "\ud800", "a\udfff", "\ufeff", "\u202eabc", "é".repeat(300), LONG, "💥".repeat(200)],
  ...["null", "undefined", "NaN", "true", "-1", "1e999", "0x10", "__proto__", "constructor", "toString"],
  ...["'; drop table people; --", "1 or 1=1", "{{7*7}}", "<script>alert(1)</script>", "../../etc/passwd"],
  ...["%00", "%2e%2e%2f", "a\r\nBcc: x@y", "a\nb", "\x1b[31m", "claire@porte.example", "CLAIRE@PORTE.EXAMPLE"],
  ...["2026-11-31", "2026-02-29", "0001-01-01", "9999-12-31", "2026-11-02", "2026-13", "2026-11", "20-11-02"],
  ...["ACME", "acme", "NORD", "approve", "reject", "maybe", "75", "2A", "12345678200010", "78.30Z"],
];

const NUMBERS = [0, -0, 1, -1, 0.5, 100, 10_000, 2 ** 31, 2 ** 53, -(2 ** 53), 1e21, 1e308, 1.0000001, 70_000];

/** A value of any kind. */
export function anything({ random, pick }: Chance): unknown {
  const kinds: readonly (() => unknown)[] = [
    () => pick(TEXTS),
    () => pick(NUMBERS),
    () => pick([null, true, false, [], {}, [[]], [null], { a: 1 }]),
    () => Array.from({ length: Math.floor(random() * 400) }, () => pick<unknown>([{}, null, 1, "a", []])),
    () => nested(Math.floor(random() * 2_000)),
    () => Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${pick(TEXTS)}${at}`, at])),
  ];
  return pick(kinds)();
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
}

/** A text for a path, a query or a form. */
export const anyText = ({ pick }: Chance): string => pick(TEXTS);

/**
 * A value of a schema with faults: each part is, with a small chance, of another kind, missing, or one of those that somewhere are more
 * than they seem; the rest is as the contract asks.
 */
export function hostileOf(schema: Schema, chance: Chance, share = 0.08): unknown {
  const { random, pick } = chance;
  if (random() < share) return anything(chance);
  if (schema.oneOf !== undefined) return hostileOf(pick(schema.oneOf as Schema[]), chance, share);
  if (schema.properties !== undefined) return hostileObject(schema, chance, share);
  if (schema.items !== undefined) {
    const { items } = schema;
    return Array.from({ length: Math.floor(random() * 4) }, () => hostileOf(items, chance, share));
  }
  if (schema.enum !== undefined) return pick(schema.enum as unknown[]);
  const kind = [schema.type].flat()[0];
  if (kind === "boolean") return random() < 0.5;
  if (kind !== "integer" && kind !== "number") return sampleOf(schema);
  const { minimum = 0, maximum = 1_000 } = schema as { minimum?: number; maximum?: number };
  const value = minimum + random() * (maximum - minimum);
  return kind === "integer" ? pick([minimum, maximum, Math.round(value)]) : value;
}

function hostileObject({ properties = {}, required = [] }: Schema, chance: Chance, share: number): object {
  const { random, pick } = chance;
  const isThere = (name: string) => random() > ((required as string[]).includes(name) ? share / 3 : 0.6);
  const names = Object.keys(properties).filter(isThere);
  const parts = names.map((name) => [name, partOf(name, properties[name] ?? {}, chance, share)]);
  if (random() < share / 3) parts.push([pick(TEXTS), anything(chance)]);
  return Object.fromEntries(parts);
}

/** A part of an object: in half of the cases, of what the company knows. */
function partOf(name: string, schema: Schema, chance: Chance, share: number): unknown {
  const known = KNOWN[name];
  return known !== undefined && chance.random() < 0.5 ? known : hostileOf(schema, chance, share);
}

/** A body as bytes that may not be what they say: cut, doubled, with a mark before it, of another encoding, or not JSON at all. */
export function asBytes(value: unknown, { random, pick }: Chance): Buffer {
  const text = JSON.stringify(value) ?? "";
  if (random() > 0.08) return Buffer.from(text);
  return pick<() => Buffer>([
    () => Buffer.from(text.slice(0, Math.floor(random() * text.length))),
    () => Buffer.from(text + text),
    () => Buffer.from(`\ufeff${text}`),
    () => Buffer.from(text, "utf16le"),
    () => Buffer.from([0xc3, 0x28, 0xff, 0xfe, ...Buffer.from(text)]),
    () => Buffer.from(text.replace("{", '{"__proto__":{"role":"operator"},')),
    () => Buffer.from("[".repeat(50_000)),
    () => Buffer.alloc(300_000, 0x20),
    () => Buffer.from("not json"),
    () => Buffer.alloc(0),
  ])();
}
