import { type CsvError, parse } from "csv-parse/sync";
import { type Entry, KINDS, needsMission, type ReportDay } from "../../domain/activity.ts";
import { type Day, type Month, monthOf, parseDay } from "../../domain/calendar.ts";
import { type Failures, PorteError } from "../../errors.ts";

type Expected = Failures["csv.malformed"]["expected"];

interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

const COLUMNS = ["date", "kind", "mission", "amount"];

/**
 * Reads a month's days from CSV: comma or semicolon, UTF-8 with or without its mark.
 * @throws {PorteError} `csv.malformed` naming the line and the column; line 1 is the header.
 */
export function readTimesheet(file: string, text: string, month: Month): ReportDay[] {
  const rows = parseRows(file, text);
  const days = new Map<Day, Entry[]>();
  for (const { record, info } of rows) {
    const { date, entry } = readRow({ file, line: info.lines, record }, month);
    days.set(date, [...(days.get(date) ?? []), entry]);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, entries]) => ({ date, entries }));
}

function parseRows(file: string, text: string): Row[] {
  const firstLine = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = firstLine.includes(";") ? ";" : ",";
  const checkHeader = (header: string[]) => {
    const names = header.map((name) => name.trim().toLowerCase());
    const missing = COLUMNS.find((column) => !names.includes(column));
    if (missing !== undefined) throw malformed({ file, line: 1 }, missing, firstLine, "header");
    return names;
  };
  try {
    return parse(text, {
      bom: true,
      columns: checkHeader,
      delimiter,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Row[];
  } catch (cause) {
    if (cause instanceof PorteError) throw cause;
    const { lines = 0, column, code = "" } = cause as CsvError & { lines?: number; column?: string | number };
    throw new PorteError(
      "csv.malformed",
      { file, line: lines, column: String(column ?? ""), value: code, expected: "csv" },
      { cause },
    );
  }
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function readRow({ record, ...place }: Place & { record: Row["record"] }, month: Month): { date: Day; entry: Entry } {
  const read = <Value>(column: string, expected: Expected, parseCell: (cell: string) => Value | null): Value => {
    const cell = record[column] ?? "";
    const value = parseCell(cell);
    if (value === null) throw malformed(place, column, cell, expected);
    return value;
  };
  const date = read("date", "day", dayOrNull);
  if (monthOf(date) !== month) throw malformed(place, "date", date, "month");
  const kind = read("kind", "kind", (cell) => KINDS.find((one) => one === cell.toLowerCase()) ?? null);
  const amount = read(
    "amount",
    "amount",
    (cell) => [0.5, 1].find((one) => one === Number(cell.replace(",", "."))) ?? null,
  );
  const mission = read<string | null>("mission", "mission", (cell) =>
    needsMission(kind) === (cell !== "") ? cell : null,
  );
  return {
    date,
    entry: { kind, mission: needsMission(kind) ? mission : null, projectCode: record.project || null, amount },
  };
}

function dayOrNull(cell: string): Day | null {
  try {
    return parseDay(cell);
  } catch {
    return null;
  }
}

function malformed({ file, line }: Place, column: string, value: string, expected: Expected): PorteError {
  return new PorteError("csv.malformed", { file, line, column, value, expected });
}
