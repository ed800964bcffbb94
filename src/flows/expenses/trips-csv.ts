import { createHash } from "node:crypto";
import { type Day, isDay } from "../../domain/calendar.ts";
import { columnsOf, plainWord } from "../../domain/columns.ts";
import { parseKilometres } from "../../domain/mileage.ts";
import { PorteError } from "../../errors.ts";
import { readRows } from "../csv-rows.ts";

/** A drive as a file says it; the vehicle is said once for all. */
export interface WrittenDrive {
  readonly date: Day;
  readonly trip: { readonly metres: number; readonly from: string | null; readonly to: string | null };
  readonly mission: string | null;
  readonly note: string | null;
  /** Made from the line and its place among those that are alike: the same file twice gives the same ones. */
  readonly source: string;
}

const NAMES = {
  date: ["date", "jour", "day"],
  km: ["km", "kilometres", "kilometers", "distance"],
  from: ["from", "depart", "de"],
  to: ["to", "arrivee", "a", "destination"],
  return: ["return", "retour", "aller-retour", "ar"],
  mission: ["mission"],
  note: ["note", "motif", "objet", "purpose"],
} as const;
type Column = keyof typeof NAMES;

const YES = new Set(["1", "x", "oui", "yes", "o", "y", "true", "vrai"]);

/**
 * Reads drives from CSV: a day, kilometres, and where the file says so, from where to where, whether there and back, the mission and why.
 * @throws {PorteError} `csv.malformed` naming the line and the column.
 */
export function readTrips(file: string, text: string): WrittenDrive[] {
  const rows = readRows(file, text, [";", ",", "\t"]);
  const columns = columnsOf(Object.keys(rows[0]?.record ?? {}), NAMES);
  const seen = new Map<string, number>();
  return rows.map(({ record, line }) => {
    const cell = (column: Column) => record[columns[column] ?? ""] ?? "";
    const fault = (column: Column, expected: "day" | "distance") =>
      new PorteError("csv.malformed", { file, line, column, value: cell(column), expected });
    const date = dayOf(cell("date"));
    if (date === null) throw fault("date", "day");
    const metres = metresOf(cell("km"));
    if (metres === null) throw fault("km", "distance");
    const written = JSON.stringify(record);
    const place = (seen.get(written) ?? 0) + 1;
    seen.set(written, place);
    const isReturn = YES.has(plainWord(cell("return")));
    const trip = { metres: isReturn ? metres * 2 : metres, from: cell("from") || null, to: cell("to") || null };
    const source = createHash("sha256").update(`${place} ${written}`).digest("hex");
    return { date, trip, mission: cell("mission") || null, note: cell("note") || null, source };
  });
}

function dayOf(cell: string): Day | null {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(cell) ?? [];
  const civil = year === "" ? cell : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(civil) ? civil : null;
}

function metresOf(cell: string): number | null {
  try {
    return parseKilometres(cell);
  } catch {
    return null;
  }
}
