/** So many names are put forward for one that is not known. */
const MOST_NAMES = 3;

/** Finds the known names that somebody may have meant: nearest first, none where none is near. */
export function closest(name: string, names: readonly string[]): string[] {
  const most = Math.max(1, Math.floor(Math.min(name.length, 40) / 3));
  return names
    .map((known) => ({ known, apart: editsBetween(name.slice(0, 40), known) }))
    .filter(({ apart }) => apart <= most)
    .toSorted((one, other) => one.apart - other.apart)
    .slice(0, MOST_NAMES)
    .map(({ known }) => known);
}

/** Counts the letters to add, take off, change, or swap with the next one, between two words: "tmj" is one swap from "tjm". */
function editsBetween(one: string, other: string): number {
  const from = [...one.toLowerCase()];
  const to = [...other.toLowerCase()];
  const rows = [Array.from({ length: to.length + 1 }, (_, at) => at)];
  const edits = (index: number, at: number) => rows[index]?.[at] ?? Number.POSITIVE_INFINITY;
  for (const [index, letter] of from.entries()) {
    const next = [index + 1];
    rows.push(next);
    for (const [at, wanted] of to.entries()) {
      const isSwap = index > 0 && at > 0 && letter === to[at - 1] && from[index - 1] === wanted;
      const swapped = isSwap ? edits(index - 1, at - 1) + 1 : Number.POSITIVE_INFINITY;
      const changed = edits(index, at) + (letter === wanted ? 0 : 1);
      next.push(Math.min(edits(index + 1, at) + 1, edits(index, at + 1) + 1, changed, swapped));
    }
  }
  return edits(from.length, to.length);
}
