import { type Entry, isHours, isPart, type Kind, needsMission, type ReportDay } from "../../domain/activity.ts";
import { type Day, isDay, type Month, monthOf } from "../../domain/calendar.ts";
import { columnsOf, delimiterOf, headerCells } from "../../domain/columns.ts";
import { kindFromWord } from "../../domain/kind-words.ts";
import { amountOf } from "../../domain/working-time.ts";
import { type Failures, PorteError } from "../../errors.ts";
import { type CsvRow, readRows } from "../csv-rows.ts";

type Expected = Failures["csv.malformed"]["expected"];

/** What a column may be called, without accents; the first is its name in `templates/timesheet.csv`. */
const NAMES = {
  date: ["date", "jour", "day"],
  kind: ["kind", "nature", "type", "activite", "activity"],
  mission: ["mission", "reference", "ref"],
  amount: ["amount", "jours", "days", "quantite", "quantity", "nombre", "duree"],
  project: ["project", "projet", "code", "code projet", "project code"],
  hours: ["hours", "heures"],
} as const;
type Column = keyof typeof NAMES;

/** How a file was read: what was guessed of it, to be looked at before it is sent. */
export interface CsvReading {
  readonly delimiter: string;
  readonly decimal: "," | ".";
  readonly dates: "iso" | "day-first" | "month-first";
  /** Each column by its name in the file; those that it does not have are left out. */
  readonly columns: Readonly<Partial<Record<Column, string>>>;
  /** Whether it is just as the model, and nothing had to be guessed. */
  readonly isModel: boolean;
}

/** What a file is read against. */
export interface CsvTerms {
  readonly month: Month;
  /** Stands for a mission that the file has no column for; null where several are under way. */
  readonly onlyMission: string | null;
  readonly dayHours: (mission: string | null) => number;
}

/** Says whether a first line can be that of a month's days. */
export function isTimesheetHeader(line: string): boolean {
  const columns = columnsOf(headerCells(line), NAMES);
  return columns.date !== undefined && (columns.amount !== undefined || columns.hours !== undefined);
}

/**
 * Reads a month's days from CSV: the delimiter, the decimal sign, how days are written and what the columns are called are guessed
 * from the file, and told.
 * @throws {PorteError} `csv.malformed` naming the line and the column; line 1 is the header.
 */
export function readTimesheet(file: string, text: string, terms: CsvTerms): { days: ReportDay[]; reading: CsvReading } {
  const firstLine = text.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0] ?? "";
  const columns = columnsOf(headerCells(firstLine), NAMES);
  const missing = columns.date === undefined ? "date" : "amount";
  if (columns.date === undefined || (columns.amount === undefined && columns.hours === undefined))
    throw malformed({ file, line: 1 }, missing, firstLine, "header");
  const rows = readRows(file, text, delimiterOf(firstLine));
  /** A month without activity is said, never read from a file that holds nothing. */
  if (rows.length === 0) throw new PorteError("activity.empty", { month: terms.month });
  const cells = (column: Column) => rows.map(({ record }) => record[columns[column] ?? ""] ?? "");
  const dates = datesOf(cells("date"), terms.month);
  const decimal = [...cells("amount"), ...cells("hours")].some((cell) => cell.includes(",")) ? "," : ".";
  const days = new Map<Day, Entry[]>();
  for (const row of rows) {
    const { date, entry } = readRow({ file, ...row }, columns, dates, terms);
    const ofDay = days.get(date) ?? [];
    ofDay.push(entry);
    days.set(date, ofDay);
  }
  const isModel =
    dates === "iso" && Object.entries(columns).every(([column, name]) => column === name) && "kind" in columns;
  return {
    days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, entries]) => ({ date, entries })),
    reading: { delimiter: delimiterOf(firstLine), decimal, dates, columns, isModel },
  };
}

/** Days with the month first are believed only where every one is then of the month that was asked for, and not otherwise. */
function datesOf(cells: readonly string[], month: Month): CsvReading["dates"] {
  if (cells.every((cell) => isDay(cell))) return "iso";
  const fits = (dates: CsvReading["dates"]) =>
    cells.every((cell) => monthOf(dayFrom(cell, dates) ?? "0000-00-00") === month);
  return !fits("day-first") && fits("month-first") ? "month-first" : "day-first";
}

function dayFrom(cell: string, dates: CsvReading["dates"]): Day | null {
  const [, one = "", other = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? [];
  const [day, month] = dates === "month-first" ? [other, one] : [one, other];
  const civil = year === "" ? cell : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(civil) ? civil : null;
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function readRow(
  { record, ...place }: Place & CsvRow,
  columns: CsvReading["columns"],
  dates: CsvReading["dates"],
  { month, onlyMission, dayHours }: CsvTerms,
): { date: Day; entry: Entry } {
  const cellOf = (column: Column) => record[columns[column] ?? ""] ?? "";
  const fault = (column: Column, value: string, expected: Expected) =>
    malformed(place, columns[column] ?? column, value, expected);
  const date = dayFrom(cellOf("date"), dates);
  if (date === null) throw fault("date", cellOf("date"), "day");
  if (monthOf(date) !== month) throw fault("date", date, "month");
  const { kind, mission } = whatOf(cellOf, fault, columns, onlyMission);
  const length = lengthOf(cellOf, fault, dayHours(mission));
  return { date, entry: { kind, mission, projectCode: cellOf("project") || null, ...length } };
}

type CellOf = (column: Column) => string;
type FaultOf = (column: Column, value: string, expected: Expected) => PorteError;

/** What a row's time was spent for. A sheet without kinds is all missions; one without missions is of the only one. */
function whatOf(
  cellOf: CellOf,
  fault: FaultOf,
  columns: CsvReading["columns"],
  onlyMission: string | null,
): Pick<Entry, "kind" | "mission"> {
  const kind: Kind | null = columns.kind === undefined ? "mission" : kindFromWord(cellOf("kind"));
  if (kind === null) throw fault("kind", cellOf("kind"), "kind");
  const typed = cellOf("mission") || (columns.mission === undefined && needsMission(kind) ? (onlyMission ?? "") : "");
  if (needsMission(kind) !== (typed !== "")) throw fault("mission", typed, "mission");
  return { kind, mission: typed === "" ? null : typed };
}

/** How long it lasted: a part of the day, hours, or both. */
function lengthOf(cellOf: CellOf, fault: FaultOf, dayHours: number): Pick<Entry, "amount" | "hours"> {
  const [days, counted] = [cellOf("amount"), cellOf("hours")];
  const hours = counted === "" ? undefined : numberOf(counted);
  if (hours !== undefined && !isHours(hours)) throw fault("hours", counted, "hours");
  if (days === "" && hours !== undefined) {
    const amount = amountOf(hours, dayHours);
    if (amount === 0) throw fault("hours", counted, "hours");
    return { amount, hours };
  }
  const amount = numberOf(days);
  if (!isPart(amount)) throw fault("amount", days, "amount");
  return hours === undefined ? { amount } : { amount, hours };
}

function numberOf(cell: string): number {
  return /^\d{1,2}(?:[.,]\d{1,4})?$/.test(cell) ? Number(cell.replace(",", ".")) : Number.NaN;
}

function malformed({ file, line }: Place, column: string, value: string, expected: Expected): PorteError {
  return new PorteError("csv.malformed", { file, line, column, value, expected });
}
