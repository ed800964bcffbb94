import { isPart, KINDS, type ReportDay } from "../../../domain/activity.ts";
import { isDay } from "../../../domain/calendar.ts";
import { areTimes } from "../../../domain/clock-times.ts";
import { isHours } from "../../../domain/hours.ts";
import { joinDays } from "../../../domain/joined-days.ts";
import { type Collected, collectDays, type ImportNote, type TimeInterval } from "../../../domain/time-intervals.ts";
import { isFailure, PorteError } from "../../../errors.ts";
import { textIn } from "../../../files/tables/encoding.ts";
import type { TableReader } from "../../../files/tables/reader.ts";
import { bytesOf, firstBytes, type TableSource } from "../../../files/tables/source.ts";
import { type CsvReading, readTimesheet, TIMESHEET } from "../timesheet-csv.ts";
import { Laid, malformed, readTimewarrior, readTracker, TRACKER, trackerOf } from "./trackers.ts";

type Format = "timesheet" | "ics" | "timewarrior" | "toggl" | "clockify" | "harvest" | "kimai" | "tracker" | "report";

/** What files of other programs give: days, and what must be said of them. */
export interface Imported {
  /** What the first of them is. */
  readonly format: Format;
  readonly days: readonly ReportDay[];
  readonly notes: readonly ImportNote[];
  /** What was guessed of each sheet; the other formats say what they hold. */
  readonly readings: readonly CsvReading[];
}

/** What a file is read against. */
export interface ImportTerms extends Collected {
  readonly onlyMission: string | null;
  /** Whether the file was said to be a sheet: what it lacks as one is then named. */
  readonly isSheet: boolean;
  /** The addresses of the porté, in small letters: what they declined in a calendar is left aside. */
  readonly owners: readonly string[];
}

/** What one file gives: pieces of time, or days as they are. */
interface Source extends Omit<Imported, "days" | "readings"> {
  readonly reading: CsvReading | null;
  readonly timeIntervals: readonly TimeInterval[];
  readonly days: readonly ReportDay[];
}

/**
 * Reads a month from files of other programs, whose kind is seen from what they hold: iCalendar, the JSON of `timew export` or of a
 * report, and as text or as a workbook the export of a tracker, or a sheet as `templates/timesheet.csv`. Times of several files are
 * counted together, and once where they overlap; days of several are joined.
 * @throws {PorteError} `import.*`, `csv.malformed`, `table.*`.
 */
export async function readImport(readers: readonly TableReader[], terms: ImportTerms): Promise<Imported> {
  const calendars: TableSource[] = [];
  const sources: Source[] = [];
  const laid = new Laid();
  for (const reader of readers) {
    const { name } = reader.source;
    if (await isCalendar(reader.source)) calendars.push(reader.source);
    else sources.push(await fromOther(reader, { ...terms, file: name }, laid));
  }
  if (calendars.length > 0) sources.unshift(await fromCalendars(calendars, terms));
  const collected = collectDays(
    sources.flatMap(({ timeIntervals: stretches }) => stretches),
    terms,
  );
  return {
    format: sources[0]?.format ?? "report",
    readings: sources.flatMap(({ reading }) => reading ?? []),
    days: joinDays([collected.days, ...sources.map(({ days }) => days)]),
    notes: [...sources.flatMap(({ notes }) => notes), ...laid.notes(), ...collected.notes],
  };
}

/** What a calendar begins with, whatever its letters are. */
async function isCalendar(source: TableSource): Promise<boolean> {
  const head = (await firstBytes(source, 200)).toString("latin1").replaceAll("\0", "");
  return /^[^A-Z]*BEGIN:VCALENDAR/i.test(head);
}

async function fromCalendars(sources: readonly TableSource[], { month, owners }: ImportTerms): Promise<Source> {
  const { MAX_BYTES, readCalendars } = await import("../../calendar/read.ts");
  const files = await Promise.all(
    sources.map(async (source) => {
      const tooLarge = () => new PorteError("import.too_large", { file: source.name });
      return { file: source.name, bytes: await bytesOf(source, MAX_BYTES, tooLarge) };
    }),
  );
  return { ...NOTHING, format: "ics", ...readCalendars(files, { month, owners }) };
}

const NOTHING = { reading: null, days: [], notes: [], timeIntervals: [] };

async function fromOther(reader: TableReader, terms: ImportTerms, laid: Laid): Promise<Source> {
  const text = await textIn(reader.source);
  if (text !== null && /^\s*[[{]/.test(text)) return fromJson(text, terms);
  return (terms.isSheet ? null : await fromTracker(reader, terms, laid)) ?? fromSheet(reader, terms);
}

async function fromTracker(reader: TableReader, terms: ImportTerms, laid: Laid): Promise<Source | null> {
  const table = await reader.find(TRACKER);
  if (table === null) return null;
  const order = await reader.dayOrder(table, "startDate", terms.month);
  const { timeIntervals, notes } = await readTracker(table, { file: terms.file, month: terms.month, order }, laid);
  return { ...NOTHING, format: trackerOf(table.layout.header ?? []), timeIntervals, notes };
}

async function fromSheet(reader: TableReader, terms: ImportTerms): Promise<Source> {
  const table = await reader.open(TIMESHEET).catch((failure: unknown) => {
    throw terms.isSheet ? failure : notKnown(terms.file, failure);
  });
  const order = await reader.dayOrder(table, "date", terms.month);
  return { ...NOTHING, format: "timesheet", ...(await readTimesheet(table, terms, order)) };
}

/** A text that nothing cuts into cells is no table at all. */
function notKnown(file: string, failure: unknown): unknown {
  if (!isFailure(failure, "table.columns")) return failure;
  const { row } = failure.facts;
  return row.length > 1 ? failure : malformed(file, "1", row.join("") || "?", "known");
}

/** Puts imported days over those that stand: a day that the file speaks of is the file's, and the others stay. */
export function mergeDays(standing: readonly ReportDay[], imported: readonly ReportDay[]): ReportDay[] {
  const days = new Map([...standing, ...imported].map((day) => [day.date, day]));
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

function fromJson(text: string, { file, month }: ImportTerms): Source {
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
  if (Array.isArray(found)) return { ...NOTHING, format: "timewarrior", ...readTimewarrior(found, { file, month }) };
  const { days } = found as { days?: unknown };
  if (!Array.isArray(days)) throw malformed(file, "1", text.slice(0, 40), "json");
  return { ...NOTHING, format: "report", days: days.map((day, index) => dayFrom(file, day, index)) };
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
