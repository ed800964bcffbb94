/** What a file is by its first bytes, as far as a table needs it. */
export type TableFormat = "text" | "zip" | "xls" | "pdf" | "html" | "picture" | "empty";

const SIGNATURES: readonly (readonly [TableFormat, string])[] = [
  ["zip", "PK\x03\x04"],
  ["xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["pdf", "%PDF-"],
  ["picture", "\x89PNG"],
  ["picture", "\xff\xd8\xff"],
];

/** Says what a file is by its first bytes, whatever it is named. */
export function formatOf(head: Uint8Array): TableFormat {
  const start = Buffer.from(head.subarray(0, 1_024)).toString("latin1");
  const found = SIGNATURES.find(([, signature]) => start.startsWith(signature));
  if (found !== undefined) return found[0];
  return /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|meta)\b/i.test(start) ? "html" : "text";
}
