import type { Failures } from "../errors.ts";
import { englishForm as form } from "./plural.ts";

/** So many names of tables are written out; the others are counted. */
const MOST_NAMED = 4;

/** Names the tables that were not checked, in English. */
export function lacking(tables: readonly string[]): string {
  if (tables.length === 0) return "";
  const rest = tables.length - MOST_NAMED;
  const named = tables.slice(0, MOST_NAMED).join(", ");
  return `: ${named}${rest > 0 ? ` and ${rest} other ${form(rest, "table", "tables")}` : ""} ${form(tables.length, "is", "are")} missing`;
}

type Facts = Failures["law.file"];

/** Says in English what a file of law should have held. */
export function lawExpected(expected: Facts["expected"], known: Facts["known"]): string {
  const [first = "", second = "", third = ""] = known;
  const some = known.join(", ");
  const words: Readonly<Record<Facts["expected"], string>> = {
    json: "JSON",
    object: "a JSON object, between { and }",
    list: "a JSON list, between [ and ]",
    text: `a text of one line, ${first} characters at most`,
    schema: "1, the only form that is known",
    name: "a name of 64 letters, digits, dots or dashes at most, such as 2027",
    "name-free": "a name that no other file has taken",
    table: known.length === 0 ? "a table that porte law show knows" : `a known table; did you mean ${some}?`,
    fixed: "a table whose rows are read; this one is only told in words, which change with a version of porte",
    "one-of": `one of these words: ${some}`,
    field: `one of these fields: ${some}`,
    missing: `${known.join(" or ")}, which is missing`,
    repeated: "a name written only once",
    some: "one table at least, in tables or in unchanged",
    day: "a day that exists, written 2027-01-31",
    after: `a day after ${first}, on which the row before it begins`,
    "not-before": `a day that is not before ${first}`,
    link: "an address https://…, or null",
    size: `a file of ${first} bytes at most`,
    depth: `fewer than ${first} levels`,
    items: `1 to ${first} items`,
    euros: `euros, from ${second} to ${third}, with ${first} decimals at most: 4005 or 12.31`,
    percent: `a percentage, from ${second} to ${third}, with ${first} decimals at most: 8.55`,
    mills: `euros a kilometre, from ${second} to ${third}, with ${first} decimals at most: 0.529`,
    whole: `a whole number, from ${second} to ${third}`,
    decimal: `a number from ${second} to ${third}, with ${first} decimals at most`,
    positive: "a number above zero",
    word: "a word, in lower case",
    rising: "a limit above the one before it",
    "last-without-limit": "null, since the last band has no limit",
  };
  return words[expected];
}
