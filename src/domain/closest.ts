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

/** Counts the letters to add, take off or change between two words. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one.toLowerCase()].entries()) {
    const next = [index + 1];
    for (const [at, wanted] of [...other.toLowerCase()].entries())
      next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, (row[at] ?? 0) + (letter === wanted ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
