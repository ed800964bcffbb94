/**
 * Lists in words, as `Intl.ListFormat` writes them. Written by hand: its data costs more than a command's start; a test compares the two.
 */
export interface Lists {
  /** `a, b et c`; empty for nothing. */
  and(items: readonly string[]): string;
  /** `a, b ou c`; empty for nothing. */
  or(items: readonly string[]): string;
}

function joined(items: readonly string[], word: string, comma: "" | ","): string {
  if (items.length < 2) return items.join("");
  const last = items.at(-1);
  return `${items.slice(0, -1).join(", ")}${items.length > 2 ? comma : ""} ${word} ${last}`;
}

/** French: no comma before the last. */
export const frenchLists: Lists = {
  and: (items) => joined(items, "et", ""),
  or: (items) => joined(items, "ou", ""),
};
/** English: a comma before the last of three or more. */
export const englishLists: Lists = {
  and: (items) => joined(items, "and", ","),
  or: (items) => joined(items, "or", ","),
};
