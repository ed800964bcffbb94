import { stripVTControlCharacters } from "node:util";
import { inOneLine } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";

/** One column: its title, and whether it holds figures. */
export interface Column {
  readonly title: string;
  readonly isRight?: boolean;
  /** A drawing: never cut, as figures are not. */
  readonly isBar?: boolean;
}

/**
 * Lays rows out in columns on a terminal; one line per row, cells parted by tabs, everywhere else. Figures that mean nothing without their
 * titles keep them there too.
 */
export function table(
  { width, paint, draw }: RenderOptions,
  titled: readonly Column[],
  given: readonly (readonly string[])[],
  { keepsTitles = false } = {},
): string {
  const columns = titled.map((column) => ({ ...column, title: inOneLine(column.title) }));
  const rows = given.map((row) => row.map(inOneLine));
  if (width === null || draw === null) {
    const titles = keepsTitles ? [columns.map(({ title }) => title)] : [];
    return [...titles, ...rows].map((row) => row.join("\t")).join("\n");
  }
  const hasTitles = columns.some(({ title }) => title !== "");
  const heads = hasTitles ? columns.map(({ title }) => paint.soft(title)) : [];
  const isRight = columns.map((column) => column.isRight === true);
  return trimmed(draw(heads, fitted(rows, columns, width), isRight));
}

/** Lays out names and values, one pair a line. */
export function pairs(look: RenderOptions, rows: readonly (readonly [string, string])[]): string {
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

function cut(text: string, max: number): string {
  if (stripVTControlCharacters(text).length <= max) return text;
  const plain = stripVTControlCharacters(text);
  const head = Math.ceil((max - 1) / 2);
  return `${plain.slice(0, head)}…${plain.slice(plain.length - (max - 1 - head))}`;
}

function trimmed(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
