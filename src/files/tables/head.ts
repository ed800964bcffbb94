import { parse } from "csv-parse/sync";
import { amountFrom } from "../../domain/written-amount.ts";
import { contentsOf, isDayCell } from "./contents.ts";
import { missingOf, type StoredLayout, type TableKind } from "./kind.ts";
import { QuoteMender } from "./quotes.ts";
import { type Places, placesOf, titleWord } from "./titles.ts";

/** One row as it was split, and the line that it ends on. */
export interface SplitRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** How the rows of a table are laid out, as its first ones show it. */
export interface Head<Column extends string> {
  readonly columns: Places<Column>;
  /** The titles as they are written; null where there is no header. */
  readonly header: readonly string[] | null;
  /** The line of the header; null without one. */
  readonly headerLine: number | null;
  /** The first line that may be a row. */
  readonly firstLine: number;
  /** How many columns there are. */
  readonly width: number;
  readonly kept: StoredLayout | null;
}

/** What splits the cells of a text, the surest first. */
const DELIMITERS = [";", "\t", "|", ","];
/** A header is looked for no further than this. */
const MAX_HEAD_ROWS = 60;
export const SAMPLE_ROWS = 400;

/** How csv-parse splits what was mended before. */
export const SPLITTING = {
  info: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
};

/** Splits the first rows of a text. @param isWhole whether the text ends there: the last row may be cut otherwise. */
function firstRows(text: string, delimiter: string, isWhole: boolean): SplitRow[] {
  const mended = new QuoteMender(delimiter).mend(text, isWhole);
  const rows = parse(mended, { ...SPLITTING, delimiter, to: SAMPLE_ROWS }) as unknown as {
    record: string[];
    info: { lines: number };
  }[];
  const split = rows.map(({ record, info }) => ({ cells: record, line: info.lines }));
  return isWhole || split.length === SAMPLE_ROWS ? split : split.slice(0, -1);
}

/** The delimiter that the first line of a file names, `sep=;`, as spreadsheets write it; null for none. */
export function namedDelimiter(text: string): string | null {
  return /^"?sep=(.)"?[ \t]*(?:\r|\n|$)/i.exec(text)?.[1] ?? null;
}

/** What a text is split by, and what its first rows show. */
export interface TextHead<Column extends string> {
  readonly delimiter: string;
  readonly rows: readonly SplitRow[];
  readonly head: Head<Column> | null;
}

/**
 * Finds what splits a text, once for all of it: the sign by which most columns of the header are known; where no header is, the one
 * that cuts most rows alike.
 */
export function textHead<Column extends string>(
  text: string,
  isWhole: boolean,
  kind: TableKind<Column>,
  known: KnownLayouts,
): TextHead<Column> {
  const named = namedDelimiter(text);
  const present = DELIMITERS.filter((delimiter) => text.includes(delimiter));
  const possible = named === null ? present : [named];
  const tried = (possible.length > 0 ? possible : [";"]).map((delimiter) => {
    const rows = firstRows(text, delimiter, isWhole);
    return { delimiter, rows, head: headOf(rows, kind, known) };
  });
  const rank = ({ rows, head }: TextHead<Column>) => [
    head?.kept == null ? 0 : 1,
    head === null ? 0 : Object.keys(head.columns).length,
    likeness(rows),
  ];
  return tried.reduce((best, one) => (isAbove(rank(one), rank(best)) ? one : best));
}

function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const differs = one.findIndex((part, index) => part !== other[index]);
  return differs !== -1 && (one[differs] ?? 0) > (other[differs] ?? 0);
}

/** How many rows are as wide as most of them; nothing where they are of one cell. */
function likeness(rows: readonly SplitRow[]): number {
  const [width, count] = usualWidth(rows);
  return width < 2 ? 0 : count;
}

function usualWidth(rows: readonly SplitRow[]): [width: number, count: number] {
  const counts = new Map<number, number>();
  for (const { cells } of rows) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((max, one) => (one[1] > max[1] ? one : max), [1, 0]);
}

/** Layouts that somebody showed before, and the name of one that is meant. */
export interface KnownLayouts {
  readonly kept: readonly StoredLayout[];
  readonly named: string | null;
}

/** Finds the columns of a table by its first rows: by a layout that is kept, by its header, by what they hold. */
export function headOf<Column extends string>(
  rows: readonly SplitRow[],
  kind: TableKind<Column>,
  { kept, named }: KnownLayouts,
): Head<Column> | null {
  const ours = kept.filter((one) => one.kind === kind.name && (named === null || one.name === named));
  const titled = ours.filter(({ header }) => header !== null);
  const bare = ours.filter(({ header }) => header === null);
  const byLayout = (layouts: readonly StoredLayout[]) =>
    firstFound(layouts, (layout) => headByLayout<Column>(rows, layout, named !== null));
  if (named !== null) return byLayout(ours);
  return (
    byLayout(titled) ??
    headByTitles(rows, kind, false) ??
    headByTitles(rows, kind, true) ??
    byLayout(bare) ??
    headByContent(rows, kind)
  );
}

function firstFound<One, Found>(all: readonly One[], find: (one: One) => Found | null): Found | null {
  for (const one of all) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

function headByLayout<Column extends string>(
  rows: readonly SplitRow[],
  layout: StoredLayout,
  isNamed: boolean,
): Head<Column> | null {
  const columns = layout.columns as Places<Column>;
  const { header: wanted } = layout;
  if (wanted === null) {
    const first = firstOfRows(rows, layout.width, isNamed);
    const { width } = layout;
    return first === null || (!isNamed && hasTitles(rows, first))
      ? null
      : { columns, header: null, headerLine: null, firstLine: first, width, kept: layout };
  }
  const found = rows.slice(0, MAX_HEAD_ROWS).find(({ cells }) => isSame(cells.map(titleWord), wanted));
  if (found === undefined) return null;
  return headUnder(found, columns, layout);
}

function headUnder<Column extends string>(
  { cells, line }: SplitRow,
  columns: Places<Column>,
  kept: StoredLayout | null,
): Head<Column> {
  return { columns, header: cells, headerLine: line, firstLine: line + 1, width: cells.length, kept };
}

function isSame(titles: readonly string[], wanted: readonly string[]): boolean {
  const said = wanted.length;
  return (
    titles.slice(0, said).every((title, index) => title === wanted[index]) &&
    titles.slice(said).every((one) => one === "") &&
    titles.length >= said
  );
}

/** A header has titles alone: what is a day or an amount is of a row, or of the letterhead. */
export function isHeader({ cells }: SplitRow): boolean {
  return cells.every((cell) => cell === "" || (!isDayCell(cell) && amountFrom(cell) === null));
}

function headByTitles<Column extends string>(
  rows: readonly SplitRow[],
  kind: TableKind<Column>,
  isLoose: boolean,
): Head<Column> | null {
  for (const row of rows.slice(0, MAX_HEAD_ROWS)) {
    if (!isHeader(row)) continue;
    const columns = placesOf(row.cells, kind.titles, isLoose);
    if (missingOf(kind, columns).length === 0) return headUnder(row, columns, null);
  }
  return null;
}

function headByContent<Column extends string>(rows: readonly SplitRow[], kind: TableKind<Column>): Head<Column> | null {
  const [width] = usualWidth(rows);
  const firstLine = firstOfRows(rows, width, false);
  if (kind.byContent === undefined || firstLine === null || hasTitles(rows, firstLine)) return null;
  const held = rows.filter(({ cells, line }) => line >= firstLine && cells.some(isDayCell));
  const columns = kind.byContent(contentsOf(held.map(({ cells }) => cells)));
  if (columns === null || missingOf(kind, columns).length > 0) return null;
  return { columns, header: null, headerLine: null, firstLine, width, kept: null };
}

/** The line of the first row as wide as it must be that has a day in it. */
function firstOfRows(rows: readonly SplitRow[], width: number, isNamed: boolean): number | null {
  const first = rows.find(
    ({ cells }) => (isNamed ? cells.length >= width : cells.length === width) && cells.some(isDayCell),
  );
  return first?.line ?? null;
}

/** Says whether the row before the first one is a header whose titles nobody knows: its columns are then not guessed. */
function hasTitles(rows: readonly SplitRow[], firstLine: number): boolean {
  const place = rows.findIndex(({ line }) => line === firstLine);
  const [before, first] = [rows[place - 1], rows[place]];
  if (before === undefined || first === undefined || !isHeader(before)) return false;
  return before.cells.filter((cell) => cell.trim() !== "").length >= Math.max(2, first.cells.length - 1);
}
