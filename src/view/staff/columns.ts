import { inOneLine } from "../../i18n/printable.ts";

const GAP = "  ";

/**
 * Lays cells out in columns as wide as their widest one.
 * @param right the columns whose cells end together, as amounts do, by their index.
 */
export function columnsText(given: readonly (readonly string[])[], right: readonly number[] = []): string {
  const rows = given.map((row) => row.map(inOneLine));
  const widthOf = (index: number) => Math.max(0, ...rows.map((row) => [...(row[index] ?? "")].length));
  const widths = (rows[0] ?? []).map((_cell, index) => widthOf(index));
  const cell = (text: string, index: number) => {
    const room = " ".repeat(Math.max(0, (widths[index] ?? 0) - [...text].length));
    return right.includes(index) ? room + text : text + room;
  };
  return rows.map((row) => row.map(cell).join(GAP).trimEnd()).join("\n");
}
