import { stripVTControlCharacters } from "node:util";
import { inOneLine } from "../i18n/printable.ts";
import { fitColumns, type Shape } from "./fit.ts";
import type { RenderOptions } from "./look.ts";
import { breakLine, indentOf, lengthOf } from "./wrap.ts";

/** One column of a table: its head, and how it gives way. */
export interface Column extends Shape {
  readonly title: string;
}

type Rows = readonly (readonly string[])[];

/**
 * Lays rows out under their heads on a terminal; one line per row, cells parted by tabs, everywhere else. A row of one cell is a title over
 * all columns. Where a column holds amounts or rates alone, its head says the unit. Figures that mean nothing without their heads keep them
 * off a terminal too.
 */
export function table(
  look: RenderOptions,
  titled: readonly Column[],
  given: Rows,
  { keepsTitles = false } = {},
): string {
  const columns = titled.map((column) => ({ ...column, title: inOneLine(column.title) }));
  const rows = given.map((row) => row.map(inOneLine));
  const titles = columns.map(({ title }) => title);
  if (look.width === null) return tabbed(keepsTitles ? [titles, ...rows] : rows);
  const units = columns.map((column, index) =>
    column.isRight === true ? unitOf(rows.map((row) => row[index] ?? "")) : null,
  );
  const heads = titles.map((title, index) => (units[index] == null ? title : `${title} (${units[index]})`));
  const bare = rows.map((row) => row.map((cell, index) => (units[index] == null ? cell : cell.replace(SIGN, ""))));
  return drawn(look, columns, heads, bare);
}

/** Lays out rows that need no heads: names and values, sentences and their commands, a drawing. */
export function aligned(look: RenderOptions, shapes: readonly Shape[], given: Rows): string {
  const rows = given.map((row) => row.map(inOneLine));
  return look.width === null ? tabbed(rows) : drawn(look, shapes, [], rows);
}

/** Lays out names and values, one pair a line. */
export function pairs(look: RenderOptions, rows: readonly (readonly [string, string])[]): string {
  const named = rows.map(([name, value]) => [look.width === null ? name : look.paint.soft(name), value]);
  return aligned(look, [{}, {}], named);
}

function tabbed(rows: Rows): string {
  return rows.map((row) => row.join("\t")).join("\n");
}

function drawn(
  { width, paint, draw }: Pick<RenderOptions, "width" | "paint" | "draw">,
  shapes: readonly Shape[],
  titles: readonly string[],
  cells: Rows,
): string {
  if (width === null || draw === null) return tabbed(cells);
  const { kept, heads, rows } = fitColumns(shapes, titles, cells, width);
  const isRight = kept.map((index) => shapes[index]?.isRight === true);
  const soft = heads.map((head) => head.split("\n").map(paint.soft).join("\n"));
  const text = draw(soft, rows, isRight)
    .split("\n")
    .map((line) => line.trimEnd());
  const isTooWide = titles.length > 0 && text.some((line) => lengthOf(line) > width);
  return isTooWide ? stacked({ width, paint, draw }, titles, cells) : text.join("\n");
}

const isBeneath = (row: readonly string[]) => row.length === 1 && indentOf(row[0] ?? "") > 0;

/** A table that is too wide for its terminal: each row is a part of its own, each cell beside its head, so that none is cut. */
function stacked(
  look: Pick<RenderOptions, "width" | "paint" | "draw">,
  titles: readonly string[],
  cells: Rows,
): string {
  const part = (row: readonly string[]) =>
    row.length === 1
      ? breakLine(row[0] ?? "", look.width ?? 0).join("\n")
      : drawn(
          look,
          [{}, {}],
          [],
          titles.flatMap((title, index) =>
            (row[index] ?? "") === "" ? [] : [[look.paint.soft(title), (row[index] ?? "").trimStart()]],
          ),
        );
  /** A title is over the row that follows; what stands further in is beneath the one before. */
  const isBeside = (row: readonly string[], before: readonly string[] | undefined) =>
    before === undefined || isBeneath(row) || (before.length === 1 && !isBeneath(before));
  return cells.map((row, index) => `${isBeside(row, cells[index - 1]) ? "" : "\n"}${part(row)}`).join("\n");
}

const SIGN = /\u00a0?([€%])/;
const FIGURE = /^[+−-]?€?[\d\u202f\u00a0.,]+(?:\u00a0?[€%])?$/;

/** The unit that every figure of a column has; null where they have none, or several. */
function unitOf(cells: readonly string[]): string | null {
  const figures = cells.map(stripVTControlCharacters).filter((cell) => cell !== "" && cell !== "–");
  if (figures.length === 0 || !figures.every((figure) => FIGURE.test(figure))) return null;
  const [unit = null, ...others] = new Set(figures.map((figure) => SIGN.exec(figure)?.[1] ?? null));
  return others.length === 0 ? unit : null;
}
