import type { Day, Month } from "../../domain/calendar.ts";
import { type DecimalMark, decimalMarkOf } from "../../domain/written-amount.ts";
import { type DayReading, dayOrderOf } from "../../domain/written-day.ts";
import { PorteError } from "../../errors.ts";
import { askOnce, type WorkerFile } from "../workers.ts";
import { type Encoding, Encodings } from "./encoding.ts";
import { formatOf } from "./format.ts";
import { type Head, type KnownLayouts, namedDelimiter, SAMPLE_ROWS, type SplitRow, textHead } from "./head.ts";
import type { StoredLayout, TableKind, TableName } from "./kind.ts";
import { RowSieve, type TableAside, type TableRow } from "./rows.ts";
import { joinedSheets } from "./sheets.ts";
import { bytesOf, type TableSource } from "./source.ts";
import { splitText } from "./split.ts";
import type { Places } from "./titles.ts";
import { columnsUnknown } from "./unknown.ts";

/** How a table was found to be laid out: to be told before it is believed. */
export interface TableLayout<Column extends string> {
  readonly format: "text" | "xlsx";
  /** The letters and the delimiter of a text; null for a workbook. */
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  /** The sheet of a workbook, or its sheets of one header, by name; null for a text. */
  readonly sheet: string | null;
  /** The other sheets of a workbook, which are not read. */
  readonly sheetsLeft: readonly string[];
  readonly headerLine: number | null;
  /** All titles as they are written; null without a header. */
  readonly header: readonly string[] | null;
  readonly places: Places<Column>;
  /** Each column by its title in the file, or by its number where there is no header. */
  readonly columns: Readonly<Partial<Record<Column, string>>>;
  /** The layout that was kept before and is used; null where none was needed. */
  readonly kept: StoredLayout | null;
}

/** A table that is open: its first rows are known, and all of them can be read. */
export interface Table<Column extends string> {
  readonly kind: TableName;
  readonly layout: TableLayout<Column>;
  /** The first rows, a few hundred: all of them where there are no more. */
  readonly sample: readonly TableRow<Column>[];
  /** What stands before the decimals of a column; null where none of its first rows tells. */
  decimalMark(...columns: readonly Column[]): DecimalMark | null;
  /** How the days of a column are written, as far as its first rows tell. */
  dayOrder(column: Column, month: Month | null): DayReading;
  /** How all the days of a column are written: they are all looked at where the first ones have two readings. @throws {PorteError} what `read` throws. */
  dayOrderOfAll(column: Column, month: Month | null): Promise<DayReading>;
  /**
   * Reads every row, one after the other: nothing is kept of those that are not taken.
   * @param setAside told of the lines that are set aside, in their place among the rows.
   * @returns the lines that were set aside.
   * @throws {PorteError} `csv.malformed`, `file.unreadable`, and what `take` throws.
   */
  read(take: (row: TableRow<Column>) => void, setAside?: (aside: TableAside) => void): Promise<readonly TableAside[]>;
  /** Reads all rows into memory. @throws {PorteError} what `read` throws, `table.too_long`. */
  rows(): Promise<{ readonly rows: readonly TableRow<Column>[]; readonly asides: readonly TableAside[] }>;
}

/** What a table is opened with. */
export interface TableMeans {
  /** Reads workbooks. */
  readonly worker: WorkerFile;
  /** The layouts that somebody showed before. */
  readonly kept: readonly StoredLayout[];
  /** The name of the one that is meant; null where the file tells. */
  readonly layout: string | null;
  /** The days of a file are rather before it; without it a year is looked for last only. */
  readonly today?: Day;
}

const MAX_HEAD_BYTES = 64 * 1024;
const MAX_WORKBOOK_BYTES = 20 * 1024 * 1024;
const MAX_ROWS = 500_000;

/**
 * Opens a table of any kind: a text whose letters, delimiter, header and columns are found from what it holds, or an XLSX workbook.
 * @throws {PorteError} `table.columns` where its columns are not known, and what `lookAt` throws.
 */
export async function openTable<Column extends string>(
  source: TableSource,
  kind: TableKind<Column>,
  means: TableMeans,
): Promise<Table<Column>> {
  const looked = await lookAt(source, kind, means);
  if (looked.head === null)
    throw columnsUnknown(source.name, kind, looked.first, { kept: means.kept, named: means.layout });
  return tableOf(kind, { ...looked, head: looked.head }, means.today ?? null);
}

/** A table whose first rows were looked at, whether or not its columns are known. */
export interface Looked<Column extends string> {
  readonly way: Pick<TableLayout<Column>, "format" | "encoding" | "delimiter" | "sheet" | "sheetsLeft">;
  readonly first: readonly SplitRow[];
  readonly head: Head<Column> | null;
  readonly each: (take: (cells: readonly string[], line: number) => void) => Promise<void>;
}

/**
 * Looks at the first rows of a table.
 * @throws {PorteError} `table.format` for a file of another format, `table.layout` for a layout that is not kept, `file.unreadable`.
 */
export async function lookAt<Column extends string>(
  source: TableSource,
  kind: TableKind<Column>,
  means: TableMeans,
): Promise<Looked<Column>> {
  const known: KnownLayouts = { kept: means.kept, named: means.layout };
  assertKept(source, kind, known);
  const encodings = new Encodings();
  let head = Buffer.alloc(0);
  let length = 0;
  for await (const piece of source.pieces()) {
    encodings.see(piece);
    length += piece.length;
    if (head.length < MAX_HEAD_BYTES) head = Buffer.concat([head, piece]).subarray(0, MAX_HEAD_BYTES);
    const format = formatOf(head);
    if (format === "zip") return lookAtWorkbook(source, kind, { ...means, known });
    if (format !== "text") throw new PorteError("table.format", { file: source.name, format });
  }
  if (length === 0) throw new PorteError("table.format", { file: source.name, format: "empty" });
  const isWhole = length === head.length;
  return lookAtText(source, kind, known, { encoding: encodings.encoding(), head, isWhole });
}

function assertKept<Column extends string>(
  source: TableSource,
  kind: TableKind<Column>,
  { kept, named }: KnownLayouts,
): void {
  if (named === null || kept.some((one) => one.name === named && one.kind === kind.name)) return;
  const names = kept.filter((one) => one.kind === kind.name).map(({ name }) => name);
  throw new PorteError("table.layout", { file: source.name, name: named, names });
}

interface TextStart {
  readonly encoding: Encoding;
  readonly head: Buffer;
  readonly isWhole: boolean;
}

function lookAtText<Column extends string>(
  source: TableSource,
  kind: TableKind<Column>,
  known: KnownLayouts,
  { encoding, head: start, isWhole }: TextStart,
): Looked<Column> {
  const text = new TextDecoder(encoding).decode(start, { stream: !isWhole });
  const { delimiter, rows, head } = textHead(text, isWhole, kind, known);
  const skipped = namedDelimiter(text) === null ? 0 : 1;
  const each: Looked<Column>["each"] = (take) =>
    splitText({ source, encoding, delimiter }, (cells, line) => {
      if (line > skipped) take(cells, line);
    });
  const first = rows.filter(({ line }) => line > skipped);
  return { way: { format: "text", encoding, delimiter, sheet: null, sheetsLeft: [] }, first, head, each };
}

async function lookAtWorkbook<Column extends string>(
  source: TableSource,
  kind: TableKind<Column>,
  { worker, known }: TableMeans & { known: KnownLayouts },
): Promise<Looked<Column>> {
  const sheets = await askOnce(worker, "workbook", await bytesOf(source, MAX_WORKBOOK_BYTES));
  const joined = sheets === null ? null : joinedSheets(sheets, kind, known);
  if (joined === null)
    throw new PorteError("table.format", { file: source.name, format: sheets === null ? "workbook" : "empty" });
  const { rows, head, read, left } = joined;
  const each: Looked<Column>["each"] = async (take) => {
    for (const { cells, line } of rows) take(cells, line);
  };
  const way = { format: "xlsx", encoding: null, delimiter: null, sheet: read.join(", "), sheetsLeft: left } as const;
  return { way, first: rows.slice(0, SAMPLE_ROWS), head, each };
}

function tableOf<Column extends string>(
  kind: TableKind<Column>,
  { way, head, first, each }: Looked<Column> & { head: Head<Column> },
  today: Day | null,
): Table<Column> {
  const sieve = new RowSieve(head, kind.anchor);
  const sample = first.flatMap(({ cells, line }) => sieve.rowOf(cells, line) ?? []);
  const cellsOf = (column: Column) => sample.map((row) => row.cell(column));
  const read: Table<Column>["read"] = async (take, setAside) => {
    const own = new RowSieve(head, kind.anchor, setAside);
    await each((cells, line) => {
      const row = own.rowOf(cells, line);
      if (row !== null) take(row);
    });
    return own.asides;
  };
  const dayOrder = (readings: Iterable<string>, month: Month | null): DayReading =>
    head.kept?.dates == null
      ? dayOrderOf(readings, { month, today })
      : { order: head.kept.dates, isSure: true, isProven: true, orders: [head.kept.dates] };
  return {
    kind: kind.name,
    layout: {
      ...way,
      headerLine: head.headerLine,
      header: head.header,
      places: head.columns,
      columns: namesOf(head),
      kept: head.kept,
    },
    sample,
    decimalMark: (...columns) => head.kept?.decimal ?? decimalMarkOf(columns.flatMap(cellsOf)),
    dayOrder: (column, month) => dayOrder(cellsOf(column), month),
    dayOrderOfAll: async (column, month) => {
      const sampled = dayOrder(cellsOf(column), month);
      if (sampled.isProven) return sampled;
      const days = new Set<string>();
      await read((row) => days.add(row.cell(column)));
      return dayOrder(days, month);
    },
    read,
    rows: async () => {
      const rows: TableRow<Column>[] = [];
      const asides = await read((row) => {
        if (rows.length >= MAX_ROWS) throw new PorteError("table.too_long", { most: MAX_ROWS });
        rows.push(row);
      });
      return { rows, asides };
    },
  };
}

function namesOf<Column extends string>({ columns, header }: Head<Column>): Partial<Record<Column, string>> {
  const named = Object.entries<number>(columns as Record<string, number>).map(([column, place]) => [
    column,
    header?.[place]?.trim() || String(place + 1),
  ]);
  return Object.fromEntries(named);
}
