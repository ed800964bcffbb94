/** The fewest letters that an identifier is shown by. */
const LEAST_LETTERS = 4;

/** What follows the last hyphen of a UUID; all of an identifier that a company makes otherwise. */
const RANDOM_PART = /-([0-9a-z]{4,})$/i;

/**
 * The part of an identifier that tells it from others: the end of a UUID is random, whatever its version, and the beginning of a
 * version 7 is the clock (RFC 9562, 5.7).
 */
function ownPart(id: string): string {
  return RANDOM_PART.exec(id)?.[1] ?? id;
}

/**
 * Gives how each of some identifiers is shown: the first letters of its random part, as few as tell all of them apart, and never
 * fewer than four; whole where their random parts are alike.
 */
export function shortIds(ids: readonly string[]): (id: string) => string {
  const parts = [...new Set(ids)].map(ownPart);
  const most = Math.max(LEAST_LETTERS, ...parts.map((part) => part.length));
  for (let letters = LEAST_LETTERS; letters <= most; letters += 1)
    if (new Set(parts.map((part) => part.slice(0, letters))).size === parts.length)
      return (id) => ownPart(id).slice(0, letters);
  return (id) => id;
}

/** Finds what an identifier may name: itself, or each whose shown or whole identifier begins so. */
export function idsBegunBy<Item extends { readonly id: string }>(items: readonly Item[], typed: string): Item[] {
  const wanted = typed.toLowerCase();
  if (wanted === "") return [];
  const itself = items.filter(({ id }) => id.toLowerCase() === wanted);
  if (itself.length > 0) return itself.slice(0, 1);
  const begins = (text: string) => text.toLowerCase().startsWith(wanted);
  return items.filter(({ id }) => begins(id) || begins(ownPart(id)));
}

/** Reads the number of a line of a list: `3`; null for what is an identifier, or its beginning. */
export function lineNumber(typed: string): number | null {
  return /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : null;
}
