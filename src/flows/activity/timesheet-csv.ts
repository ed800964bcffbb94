import { type Entry, isPart, type Kind, needsMission, type ReportDay } from "../../domain/activity.ts";
import { type Day, isDay, type Month, monthOf } from "../../domain/calendar.ts";
import { isHours } from "../../domain/hours.ts";
import { kindFromWord } from "../../domain/kind-words.ts";
import { elsewhereNotes, type ImportNote } from "../../domain/time-intervals.ts";
import { amountOf } from "../../domain/working-time.ts";
import { type DecimalMark, decimalFrom } from "../../domain/written-amount.ts";
import { type DayOrder, dayFrom } from "../../domain/written-day.ts";
import { hoursFrom } from "../../domain/written-time.ts";
import { type Failures, PorteError } from "../../errors.ts";
import type { ColumnContent } from "../../files/tables/contents.ts";
import type { TableKind } from "../../files/tables/kind.ts";
import type { TableRow } from "../../files/tables/rows.ts";
import type { Table, TableLayout } from "../../files/tables/table.ts";
import type { Places } from "../../files/tables/titles.ts";

type Expected = Failures["csv.malformed"]["expected"];
type Column = "date" | "kind" | "mission" | "amount" | "project" | "hours";

/** The sheet of a month: a line for each part of a day. The first name of a column is that of `templates/timesheet.csv`. */
export const TIMESHEET: TableKind<Column> = {
  name: "timesheet",
  titles: {
    date: ["date", "jour", "day", "journee", "date du jour", "jour travaille", "work date", "date d activite"],
    kind: ["kind", "nature", "type", "activite", "activity", "categorie", "category", "type d activite", "motif"],
    mission: ["mission", "reference", "ref", "mission ref", "reference mission", "ref mission", "code mission"],
    amount: [
      "amount",
      "jours",
      "days",
      "quantite",
      "quantity",
      "nombre",
      "duree",
      "nb jours",
      "nombre de jours",
      "nb de jours",
      "jours travailles",
      "days worked",
      "j",
      "jh",
      "presence",
      "charge",
      "qte",
    ],
    project: ["project", "projet", "code", "code projet", "project code"],
    hours: ["hours", "heures", "h", "nb heures", "nombre d heures", "heures travaillees", "hours worked", "duration"],
  },
  needed: [["date"], ["amount", "hours"]],
  anchor: "date",
  byContent: placesByContent,
};

/** How a sheet was read: what was found of it, to be looked at before it is sent. */
export interface CsvReading {
  readonly layout: TableLayout<string>;
  readonly decimal: DecimalMark;
  readonly dates: "iso" | DayOrder;
  /** Whether it is just as the model, and nothing had to be found. */
  readonly isModel: boolean;
  /** Lines that say nothing of a day, or that nothing was done. */
  readonly asides: readonly { readonly line: number }[];
}

/** What a sheet is read against. */
export interface CsvTerms {
  readonly file: string;
  readonly month: Month;
  /** Stands for a mission that the file has no column for; null where several are under way. */
  readonly onlyMission: string | null;
  readonly dayHours: (mission: string | null) => number;
}

/** A sheet's own way to write days and numbers. */
interface Writing {
  readonly order: DayOrder;
  readonly mark: DecimalMark | null;
}

/** Without titles: one column of days, one of numbers, of parts of a day or of hours; words of kinds; references of missions. */
function placesByContent(columns: readonly ColumnContent[]): Places<Column> | null {
  const said = columns.filter(({ filled }) => filled > 0);
  const days = said.filter(({ isDays }) => isDays);
  const numbers = said.filter(({ isDays, isAmounts }) => isAmounts && !isDays);
  const texts = said.filter(({ isDays, isAmounts }) => !isAmounts && !isDays);
  const kinds = texts.filter(({ cells }) => cells.every((cell) => cell === "" || kindFromWord(cell) !== null));
  const others = texts.filter((one) => !kinds.includes(one));
  const [date, number] = [days[0], numbers[0]];
  const isSure = days.length === 1 && numbers.length === 1 && kinds.length < 2 && others.length < 2;
  if (date === undefined || number === undefined || !isSure) return null;
  const isHourly = number.cells.some((cell) => (hoursFrom(cell) ?? 0) > 1);
  return {
    date: date.place,
    [isHourly ? "hours" : "amount"]: number.place,
    ...(kinds[0] === undefined ? {} : { kind: kinds[0].place }),
    ...(others[0] === undefined ? {} : { mission: others[0].place }),
  };
}

/**
 * Reads a month's days from a sheet; a day on which nothing is written is no day worked, and is told. Lines of other months are counted,
 * and not judged.
 * @throws {PorteError} `csv.malformed` naming the line and the column, `activity.empty` for a sheet without a day.
 */
export async function readTimesheet(
  table: Table<Column>,
  terms: CsvTerms,
  order: DayOrder,
): Promise<{ days: ReportDay[]; reading: CsvReading; notes: readonly ImportNote[] }> {
  const { layout } = table;
  const writing: Writing = { order, mark: table.decimalMark("amount", "hours") };
  const { rows, asides } = await table.rows();
  const days = new Map<Day, Entry[]>();
  const left: { line: number }[] = [...asides];
  let elsewhere: PorteError | null = null;
  let others = 0;
  for (const row of rows) {
    const sheet = new SheetRow(row, layout, terms, writing);
    const other = sheet.otherMonth();
    if (other !== null) {
      elsewhere ??= other;
      others += 1;
      continue;
    }
    const found = sheet.read();
    if (found === null) left.push({ line: row.line });
    else days.set(found.date, [...(days.get(found.date) ?? []), found.entry]);
  }
  /** A month without activity is said, never read from a file that holds nothing. */
  if (days.size === 0) throw elsewhere ?? new PorteError("activity.empty", { month: terms.month });
  const dates = rows.every((row) => isDay(row.cell("date"))) ? "iso" : order;
  const named = Object.entries(layout.columns).every(([column, name]) => column === name);
  return {
    days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, entries]) => ({ date, entries })),
    reading: {
      layout,
      decimal: writing.mark ?? ".",
      dates,
      isModel: dates === "iso" && named && "kind" in layout.columns && left.length === 0,
      asides: left.sort((one, other) => one.line - other.line),
    },
    notes: elsewhereNotes(others),
  };
}

/** One line of a sheet. */
class SheetRow {
  private readonly row: TableRow<Column>;
  private readonly layout: TableLayout<Column>;
  private readonly terms: CsvTerms;
  private readonly writing: Writing;

  constructor(row: TableRow<Column>, layout: TableLayout<Column>, terms: CsvTerms, writing: Writing) {
    this.row = row;
    this.layout = layout;
    this.terms = terms;
    this.writing = writing;
  }

  /** Why a line whose day is of another month is not this one's; null for any other line. */
  otherMonth(): PorteError | null {
    const date = dayFrom(this.row.cell("date"), this.writing.order);
    return date === null || monthOf(date) === this.terms.month ? null : this.fault("date", date, "month");
  }

  /** Null for a day on which nothing was done. */
  read(): { date: Day; entry: Entry } | null {
    const { dayHours } = this.terms;
    if (this.row.isOver) throw this.fault("amount", this.row.cells.join(" "), "width");
    const typed = this.row.cell("date");
    const date = dayFrom(typed, this.writing.order);
    if (date === null) throw this.fault("date", typed, "day");
    if (this.isIdle()) return null;
    const { kind, mission } = this.what();
    const projectCode = this.row.cell("project") || null;
    return { date, entry: { kind, mission, projectCode, ...this.length(dayHours(mission)) } };
  }

  /** Says whether a line has its day alone, or counts nothing. */
  private isIdle(): boolean {
    const counted = [this.row.cell("amount"), this.row.cell("hours")].filter((cell) => cell !== "");
    if (counted.length > 0) return counted.every((cell) => /^[-0.,:h\s]+$/.test(cell));
    return this.row.cell("kind") === "" && this.row.cell("mission") === "" && this.row.cell("project") === "";
  }

  /** What a line's time was spent for. A sheet without kinds is all missions; one without missions is of the only one. */
  private what(): Pick<Entry, "kind" | "mission"> {
    const { places } = this.layout;
    const [said, reference] = [this.row.cell("kind"), this.row.cell("mission")];
    const isPlain = places.kind === undefined || (said === "" && reference !== "");
    const kind: Kind | null = isPlain ? "mission" : kindFromWord(said);
    if (kind === null) throw this.fault("kind", said, "kind");
    const isOnly = places.mission === undefined && needsMission(kind);
    const mission = reference || (isOnly ? (this.terms.onlyMission ?? "") : "");
    if (needsMission(kind) !== (mission !== "")) throw this.fault("mission", mission, "mission");
    return { kind, mission: mission === "" ? null : mission };
  }

  /** How long it lasted: a part of the day, hours, or both. */
  private length(dayHours: number): Pick<Entry, "amount" | "hours"> {
    const [days, counted] = [this.row.cell("amount"), this.row.cell("hours")];
    const hours = counted === "" ? undefined : (hoursFrom(counted, this.writing.mark) ?? Number.NaN);
    if (hours !== undefined && !isHours(hours)) throw this.fault("hours", counted, "hours");
    if (days === "" && hours !== undefined) {
      const amount = amountOf(hours, dayHours);
      if (amount === 0) throw this.fault("hours", counted, "hours");
      return { amount, hours };
    }
    const amount = partFrom(days, this.writing.mark);
    if (amount === null || !isPart(amount)) throw this.fault("amount", days, "amount");
    return hours === undefined ? { amount } : { amount, hours };
  }

  private fault(column: Column, value: string, expected: Expected): PorteError {
    const { file } = this.terms;
    const name = this.layout.columns[column] ?? column;
    return new PorteError("csv.malformed", { file, line: this.row.line, column: name, value, expected });
  }
}

/** A part of a day, `0,5`, `½`, `1 j`, `x`; null for none. */
function partFrom(text: string, mark: DecimalMark | null): number | null {
  const plain = text.toLowerCase().replace(/\s*(?:j|jours?|jh|d|days?)\.?$/, "");
  if (plain === "½") return 0.5;
  if (/^[x✓✔]$/.test(plain)) return 1;
  const counted = decimalFrom(plain, 4, mark);
  return typeof counted === "number" ? counted / 10_000 : null;
}
