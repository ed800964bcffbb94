/** Writes a text without accents and in small letters. */
export function folded(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/** A receipt is a page or a few of short lines: what is beyond is no receipt's. */
const MAX_LINES = 2_000;
const LONGEST_LINE = 400;

/** Parts a receipt's text into its lines; empty ones are left out. */
export function receiptLines(text: string): string[] {
  return text
    .split("\n", MAX_LINES)
    .map((line) => line.slice(0, LONGEST_LINE).trim())
    .filter((line) => line !== "");
}
