import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

const FOLDER = new URL("../../src/contract/", import.meta.url);
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Words that others than the contract have made: media types. */
const OF_OTHERS = ["expenses.yaml/schemas/Receipt/properties/mediaType"];

/** Each list of words in a part of the contract, with where it stands. */
function enumsIn(part: unknown, place: string): [place: string, words: readonly unknown[]][] {
  if (typeof part !== "object" || part === null) return [];
  const own = "enum" in part && Array.isArray(part.enum) ? [[place, part.enum] as [string, readonly unknown[]]] : [];
  return [...own, ...Object.entries(part).flatMap(([name, value]) => enumsIn(value, `${place}/${name}`))];
}

test("every word that the contract lists is in kebab case", () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));
  const lists = files.flatMap((name) => enumsIn(parse(readFileSync(new URL(name, FOLDER), "utf8")), name));

  expect(lists.length).toBeGreaterThan(20);
  expect(OF_OTHERS.filter((place) => !lists.some(([found]) => found === place))).toEqual([]);
  const words = lists
    .filter(([place]) => !OF_OTHERS.includes(place))
    .flatMap(([place, found]) => found.map((word) => [place, word]));
  expect(words.filter(([, word]) => typeof word === "string" && !KEBAB.test(word))).toEqual([]);
});
