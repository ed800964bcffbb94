import { isHours, isPart, KINDS, type ReportDay } from "../../../domain/activity.ts";
import { isDay, monthOf } from "../../../domain/calendar.ts";
import { areTimes } from "../../../domain/clock-times.ts";
import { type Gathering, gather, type ImportNote } from "../../../domain/stretches.ts";
import { type Failures, PorteError } from "../../../errors.ts";
import { textIn } from "../../../files/tables/encoding.ts";
import type { TableReader } from "../../../files/tables/reader.ts";
import { type CsvReading, readTimesheet, TIMESHEET } from "../timesheet-csv.ts";
import { malformed, readTimewarrior, readTracker, TRACKER, trackerOf } from "./trackers.ts";

/** What a file of another program gives: days, and what must be said of it. */
export interface Imported {
  readonly format:
    | "timesheet"
    | "ics"
    | "timewarrior"
    | "toggl"
    | "clockify"
    | "harvest"
    | "kimai"
    | "tracker"
    | "report";
  readonly days: readonly ReportDay[];
  readonly notes: readonly ImportNote[];
  /** What was guessed of a sheet; null for the other formats, which say what they hold. */
  readonly reading: CsvReading | null;
}

/** What a file is read against. */
export interface ImportTerms extends Gathering {
  readonly onlyMission: string | null;
  /** Whether the file was said to be a sheet: what it lacks as one is then named. */
  readonly isSheet: boolean;
}

/**
 * Reads a month from a file of another program, whose kind is seen from what it holds: iCalendar, the JSON of `timew export` or of a
 * report, and as text or as a workbook the export of a tracker, or a sheet as `templates/timesheet.csv`.
 * @throws {PorteError} `import.*`, `csv.malformed`, `table.*`.
 */
export async function readImport(reader: TableReader, terms: ImportTerms): Promise<Imported> {
  const { file, month } = terms;
  const text = await textIn(reader.source);
  if (text !== null && /^\s*BEGIN:VCALENDAR/i.test(text)) {
    const { readIcs } = await import("./ics.ts");
    return { format: "ics", reading: null, ...gather(readIcs(file, text.trimStart(), month), terms) };
  }
  if (text !== null && /^\s*[[{]/.test(text)) return fromJson(text, terms);
  return (terms.isSheet ? null : await fromTracker(reader, terms)) ?? fromSheet(reader, terms);
}

async function fromTracker(reader: TableReader, terms: ImportTerms): Promise<Imported | null> {
  const table = await reader.find(TRACKER);
  if (table === null) return null;
  const order = await reader.dayOrder(table, "startDate", terms.month);
  const { stretches, running } = await readTracker(terms.file, table, order);
  const { days, notes } = gather(stretches, terms);
  const ofMonth = running.filter(({ day }) => monthOf(day) === terms.month);
  return { format: trackerOf(table.layout.header ?? []), reading: null, days, notes: [...notes, ...ofMonth] };
}

async function fromSheet(reader: TableReader, terms: ImportTerms): Promise<Imported> {
  const table = await reader.open(TIMESHEET).catch((failure: unknown) => {
    throw terms.isSheet ? failure : notKnown(terms.file, failure);
  });
  const order = await reader.dayOrder(table, "date", terms.month);
  return { format: "timesheet", notes: [], ...(await readTimesheet(table, terms, order)) };
}

/** A text that nothing cuts into cells is no table at all. */
function notKnown(file: string, failure: unknown): unknown {
  if (!(failure instanceof PorteError) || failure.code !== "table.columns") return failure;
  const { row } = failure.facts as Failures["table.columns"];
  return row.length > 1 ? failure : malformed(file, "1", row.join("") || "?", "known");
}

/** Puts imported days over those that stand: a day that the file speaks of is the file's, and the others stay. */
export function mergeDays(standing: readonly ReportDay[], imported: readonly ReportDay[]): ReportDay[] {
  const days = new Map([...standing, ...imported].map((day) => [day.date, day]));
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

function fromJson(text: string, terms: Gathering): Imported {
  const { file } = terms;
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (cause) {
    throw new PorteError(
      "import.malformed",
      { file, at: "1", value: (cause as Error).message.slice(0, 60), expected: "json" },
      { cause },
    );
  }
  if (Array.isArray(found))
    return { format: "timewarrior", reading: null, ...gather(readTimewarrior(file, found), terms) };
  const { days } = found as { days?: unknown };
  if (!Array.isArray(days)) throw malformed(file, "1", text.slice(0, 40), "json");
  return { format: "report", days: days.map((day, index) => dayFrom(file, day, index)), notes: [], reading: null };
}

/** A day as `declare --dry-run` and `declare show --json` write it. */
function dayFrom(file: string, found: unknown, index: number): ReportDay {
  const { date, entries, start, end } = (found ?? {}) as Readonly<Record<string, unknown>>;
  const times = { ...(typeof start === "string" ? { start } : {}), ...(typeof end === "string" ? { end } : {}) };
  const isWhole = areTimes(times) && typeof date === "string" && isDay(date);
  if (!isWhole || !Array.isArray(entries) || !entries.every(isEntry))
    throw malformed(file, `days[${index}]`, JSON.stringify(found).slice(0, 60), "json");
  return {
    date,
    entries: entries.map(({ kind, mission, projectCode, amount, hours }) => ({
      kind,
      mission: mission ?? null,
      projectCode: projectCode ?? null,
      amount,
      ...(hours === undefined ? {} : { hours }),
    })),
    ...times,
  };
}

function isEntry(found: unknown): found is ReportDay["entries"][number] {
  const { kind, mission, amount, hours } = (found ?? {}) as Readonly<Record<string, unknown>>;
  const isText = mission === undefined || mission === null || typeof mission === "string";
  const isCounted = hours === undefined || (typeof hours === "number" && isHours(hours));
  return KINDS.some((one) => one === kind) && isText && isCounted && typeof amount === "number" && isPart(amount);
}
