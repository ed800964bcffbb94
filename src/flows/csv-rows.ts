import { type CsvError, type Options, parse } from "csv-parse/sync";
import { PorteError } from "../errors.ts";

/** A row by the names of its header, and the line it stands on; line 1 is the header's. */
export interface CsvRow {
  readonly record: Readonly<Record<string, string>>;
  readonly line: number;
}

/**
 * Reads rows by their header, as their file's own reader asks.
 * @param nameOf what a column of the header is called.
 * @throws what csv-parse throws.
 */
export function parsedRows(text: string, nameOf: (title: string) => string, options: Options): CsvRow[] {
  const rows = parse(text, {
    bom: true,
    columns: (header: string[]) => header.map(nameOf),
    info: true,
    skip_empty_lines: true,
    trim: true,
    ...options,
  }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
  return rows.map(({ record, info }) => ({ record, line: info.lines }));
}

/** Reads rows by their header. @throws {PorteError} `csv.malformed` naming the line. */
export function readRows(file: string, text: string, delimiter: string | readonly string[]): CsvRow[] {
  try {
    return parsedRows(text, (title) => title.trim(), {
      delimiter: typeof delimiter === "string" ? delimiter : [...delimiter],
    });
  } catch (cause) {
    throw csvFault(file, cause as Error);
  }
}

/** What csv-parse could not read, by its line. */
export function csvFault(file: string, cause: Error): PorteError<"csv.malformed"> {
  const { lines = 1, column = "", code = "" } = cause as CsvError & { lines?: number; column?: string | number };
  return new PorteError(
    "csv.malformed",
    { file, line: lines, column: String(column), value: code, expected: "csv" },
    { cause },
  );
}
