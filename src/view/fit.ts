import { stripVTControlCharacters } from "node:util";
import { breakLine, indentOf, lengthOf, longestWord } from "./wrap.ts";

/** How a column gives way where a terminal is too narrow: it is never touched, its lines end at words, or its middle is cut out. */
type Yielding = "never" | "words" | "middle";

/** How one column is laid out. */
export interface Shape {
  /** Figures: they end together, and never give way. */
  readonly isRight?: boolean;
  /** Amounts, dates and drawings never give way, which figures need not say; texts end at words where nothing else is said. */
  readonly gives?: Yielding;
  /** Where the others do not fit beside it, the column is left out: the lowest first. */
  readonly drops?: number;
}

/** Rows as they are drawn: cells that may have several lines, and which columns they are of. */
export interface Fitted {
  readonly kept: readonly number[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const GAP = 2;
/** A text may be broken to this before another column is left out for it. */
const READABLE = 16;
const CUT = 8;

/** Makes a table fit a width: heads end at words first, then texts do, then the columns that may be are left out. */
export function fitColumns(
  shapes: readonly Shape[],
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): Fitted {
  let kept = shapes.map((_, index) => index);
  const asked = (least: number) => widthsOf({ shapes, heads, rows, kept, width, least });
  let widths = asked(READABLE);
  while (totalOf(widths) > width) {
    const next = leastOf(shapes, kept);
    if (next === undefined) break;
    kept = kept.filter((index) => index !== next);
    widths = asked(READABLE);
  }
  if (totalOf(widths) > width) widths = asked(0);
  if (totalOf(widths) > width && shapes.some(isStiff)) return fitColumns(shapes.map(atWords), heads, rows, width);
  if (totalOf(widths) > width && heads.length === 0) widths = clamped(widths, width);
  const lines = (text: string, at: number, index: number) => {
    if (yieldingOf(shapes[index]) === "middle") return cut(text, widths[at] ?? 0);
    if (yieldingOf(shapes[index]) === "never") return text;
    /** What follows a line's own start stands further in, so that a text of elsewhere begins no line. */
    return breakLine(text, widths[at] ?? 0, at > 0 && indentOf(text) === 0 ? 0 : undefined).join("\n");
  };
  return {
    kept,
    heads:
      heads.length === 0 ? [] : kept.map((index, at) => breakLine(heads[index] ?? "", widths[at] ?? 0, 0).join("\n")),
    rows: rows.map((row) =>
      isSpanning(row)
        ? [breakLine(row[0] ?? "", width).join("\n")]
        : kept.map((index, at) => lines(row[index] ?? "", at, index)),
    ),
  };
}

/** Where nothing else is left to give, what is no figure ends its lines at words too: it is never cut. */
function atWords(shape: Shape): Shape {
  return isStiff(shape) ? { ...shape, gives: "words" } : shape;
}

function isStiff({ gives, isRight }: Shape): boolean {
  return gives === "never" && isRight !== true;
}

/** A row of one cell is a title over all columns. */
function isSpanning(row: readonly string[]): boolean {
  return row.length === 1;
}

interface Asked {
  readonly shapes: readonly Shape[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly kept: readonly number[];
  readonly width: number;
  readonly least: number;
}

/** The width of each column that is kept: as wide as it is, and no wider than the room lets it be down to what it needs. */
function widthsOf({ shapes, heads, rows, kept, width, least }: Asked): number[] {
  const cells = (index: number) => rows.filter((row) => !isSpanning(row)).map((row) => row[index] ?? "");
  const natural = kept.map((index) => Math.max(lengthOf(heads[index] ?? ""), ...cells(index).map(lengthOf)));
  const needed = kept.map((index, at) => {
    const head = longestWord(heads[index] ?? "");
    const yields = yieldingOf(shapes[index]);
    if (yields === "never") return Math.max(head, ...cells(index).map(lengthOf));
    const room = Math.min(natural[at] ?? 0, yields === "middle" ? CUT : least);
    return yields === "middle" ? Math.max(head, room) : Math.max(head, room, ...cells(index).map(wordOf));
  });
  const headed = narrowed(natural, needed, width, (at) => yieldingOf(shapes[kept[at] ?? 0]) === "never");
  return narrowed(headed, needed, width, () => true);
}

/** The indent of a cell stands before its longest word too. */
function wordOf(cell: string): number {
  return indentOf(cell) + longestWord(cell);
}

/** Takes what is too much from the widest columns first, and from none more than it can give. */
function narrowed(
  from: readonly number[],
  needed: readonly number[],
  width: number,
  mayGive: (at: number) => boolean,
): number[] {
  const widths = [...from];
  for (let excess = totalOf(widths) - width; excess > 0; excess -= 1) {
    const given = widths.map((one, at) => (mayGive(at) && one > (needed[at] ?? 0) ? one : 0));
    const widest = given.indexOf(Math.max(...given));
    if (given[widest] === 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** What cannot be broken, as a hash, stands out alone: the widest column is as wide as the others leave it. */
function clamped(widths: readonly number[], width: number): number[] {
  const widest = widths.indexOf(Math.max(...widths));
  const room = (widths[widest] ?? 0) - (totalOf(widths) - width);
  return widths.map((one, at) => (at === widest ? Math.max(READABLE, room) : one));
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((total, one) => total + one, 0) + GAP * (widths.length - 1);
}

function leastOf(shapes: readonly Shape[], kept: readonly number[]): number | undefined {
  const dropped = kept.filter((index) => shapes[index]?.drops !== undefined);
  return dropped.toSorted((one, other) => (shapes[one]?.drops ?? 0) - (shapes[other]?.drops ?? 0))[0];
}

function yieldingOf(shape: Shape | undefined): Yielding {
  return shape?.gives ?? (shape?.isRight === true ? "never" : "words");
}

function cut(text: string, max: number): string {
  if (lengthOf(text) <= max) return text;
  const plain = stripVTControlCharacters(text);
  const head = Math.ceil((max - 1) / 2);
  return `${plain.slice(0, head)}…${plain.slice(plain.length - (max - 1 - head))}`;
}
