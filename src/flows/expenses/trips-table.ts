import { createHash } from "node:crypto";
import type { LineBefore } from "../../domain/bank-identity.ts";
import type { Day } from "../../domain/calendar.ts";
import { isDistance } from "../../domain/mileage.ts";
import { saysThereAndBack, thereAndBackFrom } from "../../domain/there-and-back.ts";
import { type DecimalMark, decimalFrom } from "../../domain/written-amount.ts";
import { type DayOrder, dayFrom } from "../../domain/written-day.ts";
import { PorteError } from "../../errors.ts";
import type { ColumnContent } from "../../files/tables/contents.ts";
import type { TableKind } from "../../files/tables/kind.ts";
import type { TableAside, TableRow } from "../../files/tables/rows.ts";
import type { Table } from "../../files/tables/table.ts";
import type { Places } from "../../files/tables/titles.ts";

/** A drive as a file says it; the vehicle is said once for all. */
export interface WrittenDrive {
  readonly date: Day;
  readonly trip: { readonly metres: number; readonly from: string | null; readonly to: string | null };
  readonly mission: string | null;
  readonly note: string | null;
  /** Made from the line and its place among those that are alike: the same file twice gives the same ones. */
  readonly source: string;
  /** How an earlier porte knew it. */
  readonly before?: LineBefore;
}

type Column = "date" | "total" | "outward" | "homeward" | "km" | "from" | "to" | "trip" | "return" | "mission" | "note";

/** A line for each drive. */
export const TRIPS: TableKind<Column> = {
  name: "trips",
  titles: {
    date: ["date", "jour", "day", "date du trajet", "date deplacement", "date du deplacement", "trip date"],
    total: [
      "km total",
      "total km",
      "distance totale",
      "kilometrage total",
      "total distance",
      "km a r",
      "km aller retour",
    ],
    outward: ["km aller", "distance aller", "aller km"],
    homeward: ["km retour", "distance retour", "retour km"],
    km: [
      "km",
      "kms",
      "kilometres",
      "kilometers",
      "kilometre",
      "distance",
      "kilometrage",
      "nb km",
      "nombre de km",
      "nombre de kilometres",
      "km parcourus",
      "distance parcourue",
      "miles driven km",
    ],
    from: [
      "from",
      "depart",
      "de",
      "lieu de depart",
      "ville de depart",
      "adresse de depart",
      "origine",
      "origin",
      "start",
    ],
    to: ["to", "arrivee", "a", "destination", "lieu d arrivee", "ville d arrivee", "adresse d arrivee", "end", "vers"],
    trip: ["trajet", "itineraire", "parcours", "deplacement", "trip", "route", "journey"],
    return: [
      "return",
      "retour",
      "aller retour",
      "ar",
      "a r",
      "round trip",
      "roundtrip",
      "return trip",
      "type de trajet",
      "type",
      "sens",
      "aller simple aller retour",
      "simple aller retour",
      "nombre de trajets",
      "nb trajets",
      "trajets",
      "legs",
      "way",
    ],
    mission: ["mission", "reference mission", "ref mission"],
    note: [
      "note",
      "motif",
      "objet",
      "purpose",
      "motif du deplacement",
      "objet du deplacement",
      "reason",
      "commentaire",
      "comment",
    ],
  },
  needed: [["date"], ["km", "total", "outward"]],
  anchor: "date",
  byContent: placesByContent,
};

/** Without titles: one column of days, one of numbers, and two of places at most. */
function placesByContent(columns: readonly ColumnContent[]): Places<Column> | null {
  const said = columns.filter(({ filled }) => filled > 0);
  const days = said.filter(({ isDays }) => isDays);
  const numbers = said.filter(({ isDays, isAmounts }) => isAmounts && !isDays);
  const texts = said.filter(({ isDays, isAmounts }) => !isAmounts && !isDays);
  const [date, km, from, to] = [days[0], numbers[0], texts[0], texts[1]];
  if (date === undefined || km === undefined || days.length > 1 || numbers.length > 1 || texts.length > 2) return null;
  const places: Places<Column> = { date: date.place, km: km.place };
  if (from === undefined) return places;
  return to === undefined ? { ...places, trip: from.place } : { ...places, from: from.place, to: to.place };
}

/** How a file of drives is read: its order of days, and what its words that nobody knows mean. */
export interface TripTerms {
  readonly file: string;
  readonly order: DayOrder;
  /** Says whether a word of the column of returns means there and back; null where nobody can say. */
  readonly isReturn: (word: string) => Promise<boolean | null>;
}

/** The drives of a file. */
export interface ReadTrips {
  readonly drives: readonly WrittenDrive[];
  /** How many were counted there and back. */
  readonly doubled: number;
  readonly asides: readonly TableAside[];
}

/**
 * Reads drives: a day, kilometres, and where the file says so, from where to where, whether there and back, the mission and why. A
 * distance is of one way, and counts twice where the drive is there and back; one whose column says that it is the total, once.
 * @throws {PorteError} `csv.malformed` naming the line and the column.
 */
export async function readTrips(table: Table<Column>, terms: TripTerms): Promise<ReadTrips> {
  const { rows, asides } = await table.rows();
  const reader = new TripRows(table, terms);
  /** By its titles, as every porte has written it: a file that was read before gives nothing new. */
  const titles = (table.layout.header ?? rows[0]?.cells ?? []).map((cell, place) =>
    table.layout.header === null ? String(place) : cell.trim(),
  );
  const seen = new Map<string, number>();
  const drives: WrittenDrive[] = [];
  for (const row of rows) {
    const drive = await reader.read(row);
    const written = JSON.stringify(Object.fromEntries(titles.map((title, place) => [title, cellAt(row, place)])));
    const place = (seen.get(written) ?? 0) + 1;
    seen.set(written, place);
    drives.push({ ...drive, source: createHash("sha256").update(`${place} ${written}`).digest("hex") });
  }
  return { drives, doubled: reader.doubled, asides };
}

function cellAt({ cells }: TableRow<Column>, place: number): string {
  return cells[place]?.trim() ?? "";
}

/** A number, with what is said of it. */
const DISTANCE =
  /^(?:2\s?[x×]\s?)?(\d[\d.,\s'’]*)(?:km|kms|kilom\p{L}{1,6})?(?:\s?(?:[x×]\s?2|\(?\p{L}[\p{L}\s/-]{0,20}\)?))?$/iu;

class TripRows {
  doubled = 0;
  private readonly table: Table<Column>;
  private readonly terms: TripTerms;
  private readonly mark: DecimalMark | null;
  private readonly told = new Map<string, boolean>();

  constructor(table: Table<Column>, terms: TripTerms) {
    this.table = table;
    this.terms = terms;
    this.mark = table.decimalMark("km", "total", "outward", "homeward");
  }

  async read(row: TableRow<Column>): Promise<Omit<WrittenDrive, "source">> {
    if (row.isOver) throw this.fault(row, "km", "width", row.cells.join(" "));
    const date = dayFrom(row.cell("date"), this.terms.order);
    if (date === null) throw this.fault(row, "date", "day");
    const text = (column: Column) => row.cell(column) || null;
    const trip = { metres: await this.metresOf(row), from: text("from"), to: text("to") };
    const note = [row.cell("trip"), row.cell("note")].filter((part) => part !== "").join(" · ");
    return { date, trip, mission: text("mission"), note: note === "" ? null : note.slice(0, 200) };
  }

  private async metresOf(row: TableRow<Column>): Promise<number> {
    const { places } = this.table.layout;
    if (places.total !== undefined && row.cell("total") !== "") return this.distance(row, "total");
    if (places.outward !== undefined && row.cell("km") === "") {
      const back = row.cell("homeward") === "" ? 0 : this.distance(row, "homeward");
      return this.distance(row, "outward") + back;
    }
    const metres = this.distance(row, "km");
    if (!(await this.isThereAndBack(row))) return metres;
    this.doubled += 1;
    return metres * 2;
  }

  /** Its column says it; where there is none, the words of the drive do, as those of a calendar's events. */
  private async isThereAndBack(row: TableRow<Column>): Promise<boolean> {
    const words = [row.cell("km"), row.cell("from"), row.cell("to"), row.cell("trip"), row.cell("note")];
    if (this.table.layout.places.return === undefined) return words.some(saysThereAndBack);
    const cell = row.cell("return");
    const said = thereAndBackFrom(cell) ?? this.told.get(cell) ?? (await this.terms.isReturn(cell));
    if (said === null) throw this.fault(row, "return", "return");
    this.told.set(cell, said);
    return said;
  }

  /** To the metre: `106,5`, `106.55 km`, `10 km A/R`, `10 x 2`. */
  private distance(row: TableRow<Column>, column: Column): number {
    const [, digits = ""] = DISTANCE.exec(row.cell(column)) ?? [];
    const metres = decimalFrom(digits, 3, this.mark);
    if (typeof metres !== "number" || !isDistance(metres)) throw this.fault(row, column, "distance");
    return metres;
  }

  private fault(
    row: TableRow<Column>,
    column: Column,
    expected: "day" | "distance" | "return" | "width",
    value = row.cell(column),
  ): PorteError {
    const { file } = this.terms;
    const name = this.table.layout.columns[column] ?? column;
    return new PorteError("csv.malformed", { file, line: row.line, column: name, value, expected });
  }
}
