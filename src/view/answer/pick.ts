import { inOneLine } from "../../i18n/printable.ts";

/** What stands beside a list and is no part of what was asked of its items: how old it is, and what was remarked. */
const BESIDE = ["asOf", "stale", "warnings"];

type Answer = Readonly<Record<string, unknown>>;

/** Gives the items of an answer, or the answer alone where it is no list. */
export function itemsOf(answer: object, list: string | undefined): readonly Answer[] {
  const found = list === undefined ? undefined : (answer as Answer)[list];
  return Array.isArray(found) ? (found as readonly Answer[]) : [answer as Answer];
}

/** Follows a way of names into a value. */
export function valueAt(item: unknown, path: readonly string[]): unknown {
  return path.reduce((value, name) => (value as Answer | null | undefined)?.[name], item);
}

/** Leaves some fields of an answer, or of each item where it is a list, in the order in which they were asked for. */
export function pickFields(answer: object, list: string | undefined, fields: readonly string[]): object {
  const whole = answer as Answer;
  const beside = BESIDE.filter((name) => whole[name] !== undefined).map((name) => [name, whole[name]]);
  const isList = list !== undefined && Array.isArray(whole[list]);
  const picked = itemsOf(answer, list).map((item) => Object.fromEntries(fields.map((name) => [name, item[name]])));
  return { ...(isList ? { [list]: picked } : picked[0]), ...Object.fromEntries(beside) };
}

/** Gives what names each item of an answer, one a line; an item without a name has no line. */
export function identifiers(answer: object, list: string | undefined, id: string): string {
  return itemsOf(answer, list)
    .map((item) => valueAt(item, id.split(".")))
    .filter((name) => typeof name === "string" || typeof name === "number")
    .map((name) => `${inOneLine(String(name))}\n`)
    .join("");
}
