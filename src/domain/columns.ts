/** Takes a word as it is compared: small letters, no accents. */
export function plainWord(text: string): string {
  const small = text.trim().toLowerCase();
  /** Most have no accent, and nothing then to be taken apart. */
  return /[^ -~]/.test(small) ? small.normalize("NFD").replace(/\p{M}/gu, "") : small;
}

/**
 * Finds the columns of a header by what each may be called, in the order of its names; those that the header does not have are left out.
 * @param names what a column may be called, as `plainWord` writes it.
 */
export function columnsOf<Column extends string>(
  header: readonly string[],
  names: Readonly<Record<Column, readonly string[]>>,
): Partial<Record<Column, string>> {
  const plain = new Map(header.map((cell) => [plainWord(cell), cell]));
  const found = Object.entries<readonly string[]>(names).flatMap(([column, known]) => {
    const name = known.find((one) => plain.has(one));
    return name === undefined ? [] : [[column, plain.get(name)]];
  });
  return Object.fromEntries(found);
}

/** The delimiter that a line has most of; a comma where it has none. */
export function delimiterOf(line: string): string {
  const count = (sign: string) => line.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Cuts a header into its cells, without their quotes. */
export function headerCells(line: string): string[] {
  return line.split(delimiterOf(line)).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
}
