import { isHeader, type SplitRow } from "./head.ts";
import type { StoredLayout, TableKind } from "./kind.ts";
import { type Places, placesOf, titleWord } from "./titles.ts";

/** The row of a table that its columns are told by, and the first one behind it that shows what they hold. */
export interface ShownRows<Column extends string> {
  readonly header: SplitRow | null;
  readonly example: SplitRow | null;
  readonly width: number;
  /** The columns whose titles are known. */
  readonly places: Places<Column>;
}

/** Finds the rows that show somebody how a table is laid out. */
export function shownRows<Column extends string>(
  first: readonly SplitRow[],
  kind: TableKind<Column>,
): ShownRows<Column> {
  const widest = first.reduce((max, { cells }) => Math.max(max, cells.length), 0);
  const whole = first.filter(({ cells }) => cells.filter((cell) => cell.trim() !== "").length * 2 > widest);
  const header = whole[0] !== undefined && isHeader(whole[0]) ? whole[0] : null;
  const example = whole.find((row) => row !== header) ?? null;
  const width = (header ?? example)?.cells.length ?? 0;
  return { header, example, width, places: placesOf(header?.cells ?? [], kind.titles, true) };
}

/** What somebody said of a table's layout. */
export interface ToldLayout<Column extends string> {
  readonly name: string;
  readonly columns: Places<Column>;
  readonly dates: StoredLayout["dates"];
  readonly decimal: StoredLayout["decimal"];
}

/** A layout to keep, of a table that somebody was shown. */
export function storedLayout<Column extends string>(
  kind: TableKind<Column>,
  { header, width, places }: ShownRows<Column>,
  { name, columns, dates, decimal }: ToldLayout<Column>,
): StoredLayout {
  return {
    name,
    kind: kind.name,
    header: header === null ? null : header.cells.map(titleWord),
    width,
    columns: { ...places, ...columns } as Readonly<Record<string, number>>,
    dates,
    decimal,
  };
}
