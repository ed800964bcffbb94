import { stripVTControlCharacters } from "node:util";
import Table from "cli-table3";
import type { Look } from "./look.ts";

/** One column: its title, and whether it holds figures. */
export interface Column {
  readonly title: string;
  readonly isRight?: boolean;
  /** A drawing: never cut, as figures are not. */
  readonly isBar?: boolean;
}

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

/** Lays rows out in columns on a terminal; one line per row, cells parted by tabs, everywhere else. */
export function table(
  { width, paint }: Look,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  if (width === null) return rows.map((row) => row.join("\t")).join("\n");
  const titled = columns.some(({ title }) => title !== "");
  const drawn = new Table({
    head: titled ? columns.map(({ title }) => paint.soft(title)) : [],
    colAligns: columns.map(({ isRight }) => (isRight ? "right" : "left")),
    chars: NO_RULES,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
  });
  for (const row of fitted(rows, columns, width)) drawn.push([...row]);
  return trimmed(drawn.toString());
}

/** Lays out names and values, one pair a line. */
export function pairs(look: Look, rows: readonly (readonly [string, string])[]): string {
  const named = rows.map(([name, value]) => [look.width === null ? name : look.paint.soft(name), value]);
  return table(look, [{ title: "" }, { title: "" }], named);
}

const GAP = 2;
const LEAST = 8;

/** Cuts the middle of names, never of figures, until a table fits its terminal. */
function fitted(rows: readonly (readonly string[])[], columns: readonly Column[], width: number): string[][] {
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => stripVTControlCharacters(row[index] ?? "").length)),
  );
  let excess = widths.reduce((total, one) => total + one, 0) + GAP * (columns.length - 1) - width;
  while (excess > 0) {
    const names = widths.map((one, index) => (isWhole(columns[index]) ? 0 : one));
    const widest = names.indexOf(Math.max(...names));
    if ((names[widest] ?? 0) <= LEAST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return rows.map((row) => row.map((cell, index) => (isWhole(columns[index]) ? cell : cut(cell, widths[index] ?? 0))));
}

function isWhole(column: Column | undefined): boolean {
  return column?.isRight === true || column?.isBar === true;
}

function cut(text: string, most: number): string {
  if (stripVTControlCharacters(text).length <= most) return text;
  const plain = stripVTControlCharacters(text);
  const head = Math.ceil((most - 1) / 2);
  return `${plain.slice(0, head)}…${plain.slice(plain.length - (most - 1 - head))}`;
}

function trimmed(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
