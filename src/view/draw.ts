import Table from "cli-table3";

const NO_RULES = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

/** The library ends the colour of each cell once more. What is no mark of our own would be shown as letters. */
const LIBRARY_END = "\u001b[39m";

/**
 * Draws rows in columns without rules, under their heads where there are any; the columns that hold figures end together. A row of one cell
 * is drawn over all columns.
 */
export function draw(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  isRight: readonly boolean[],
): string {
  const table = new Table({
    head: [...heads],
    rowAligns: heads.length === 0 ? [] : ["bottom"],
    colAligns: isRight.map((is) => (is ? "right" : "left")),
    chars: NO_RULES,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
  });
  const whole = (content: string) => [{ content, colSpan: isRight.length, hAlign: "left" as const }];
  for (const row of rows) table.push(row.length === 1 && isRight.length > 1 ? whole(row[0] ?? "") : [...row]);
  return table.toString().replaceAll(LIBRARY_END, "");
}
