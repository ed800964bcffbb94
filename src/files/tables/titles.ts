import { plainWord } from "../../domain/columns.ts";

/** Where each column of a table is: its place from the left, from 0. */
export type Places<Column extends string> = Readonly<Partial<Record<Column, number>>>;

/** What a column may be called, as `titleWord` writes it; the surest name first. */
export type Titles<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** What a title says beside its name: a unit, a currency. */
const ASIDE = /\s*[([][^)\]]{0,20}[)\]]/g;
const UNIT = / (?:en |in )?(?:euros?|eur|€|km)$/;

/** Takes a title as it is compared: small letters, no accents, no signs between its words. */
export function titleWord(cell: string): string {
  return plainWord(cell.slice(0, 200))
    .replace(/[_.'’/:*"-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The same without its unit: `montant (eur)` and `montant en euros` are `montant`. */
function bareTitle(title: string): string {
  return title.replace(ASIDE, "").replace(UNIT, "").trim();
}

/**
 * Finds the columns of a header by what each may be called, in the order of its names: first as they are, then without their units.
 * @param isLoose also takes a title that begins with one of the names, `montant de l'opération carte`.
 */
export function placesOf<Column extends string>(
  header: readonly string[],
  titles: Titles<Column>,
  isLoose = false,
): Places<Column> {
  const words = header.map(titleWord);
  const bare = words.map(bareTitle);
  const places: Partial<Record<Column, number>> = {};
  const taken = new Set<number>();
  const ways = [
    (name: string, index: number) => words[index] === name,
    (name: string, index: number) => bare[index] === name,
    ...(isLoose ? [(name: string, index: number) => words[index]?.startsWith(`${name} `) === true] : []),
  ];
  for (const isNamed of ways)
    for (const [column, names] of Object.entries<readonly string[]>(titles)) {
      if (places[column as Column] !== undefined) continue;
      const found = firstPlace(names, words.length, (name, index) => !taken.has(index) && isNamed(name, index));
      if (found === null) continue;
      places[column as Column] = found;
      taken.add(found);
    }
  return places;
}

function firstPlace(
  names: readonly string[],
  width: number,
  isNamed: (name: string, index: number) => boolean,
): number | null {
  for (const name of names) for (let index = 0; index < width; index += 1) if (isNamed(name, index)) return index;
  return null;
}
