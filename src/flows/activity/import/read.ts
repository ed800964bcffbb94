import { isHours, isPart, KINDS, type ReportDay } from "../../../domain/activity.ts";
import { isDay } from "../../../domain/calendar.ts";
import { areTimes } from "../../../domain/clock-times.ts";
import { type Gathering, gather, type ImportNote, type Stretch } from "../../../domain/stretches.ts";
import { PorteError } from "../../../errors.ts";
import type { CalendarFile } from "../../calendar/read.ts";
import { type CsvReading, isTimesheetHeader, readTimesheet } from "../timesheet-csv.ts";
import { malformed, readTimewarrior, readTrackerCsv } from "./trackers.ts";

type Format = "timesheet" | "ics" | "timewarrior" | "toggl" | "clockify" | "report";

/** What files of other programs give: days, and what must be said of them. */
export interface Imported {
  /** What the first of them is. */
  readonly format: Format;
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
  /** The addresses of the porté, in small letters: what they declined in a calendar is left aside. */
  readonly owners: readonly string[];
}

/** What one file gives: pieces of time, or days as they are. */
interface Source extends Omit<Imported, "days"> {
  readonly stretches: readonly Stretch[];
  readonly days: readonly ReportDay[];
}

/**
 * Reads a month from files of other programs, whose kind is seen from what they hold: iCalendar, the JSON of `timew export` or of a
 * report, the CSV of Toggl Track, of Clockify, or of `templates/timesheet.csv`. Times of several files are counted together, and once
 * where they overlap.
 * @throws {PorteError} `import.*`, `csv.malformed`.
 */
export async function readImport(files: readonly CalendarFile[], terms: ImportTerms): Promise<Imported> {
  const calendars = files.filter(isCalendar);
  const others = files.filter((one) => !isCalendar(one));
  const sources = [
    ...(calendars.length === 0 ? [] : [await fromCalendars(calendars, terms)]),
    ...others.map(({ file, bytes }) => fromText(new TextDecoder().decode(bytes), { ...terms, file })),
  ];
  const gathered = gather(
    sources.flatMap(({ stretches }) => stretches),
    terms,
  );
  return {
    format: sources[0]?.format ?? "report",
    reading: sources.find(({ reading }) => reading !== null)?.reading ?? null,
    days: mergeDays(
      gathered.days,
      sources.flatMap(({ days }) => days),
    ),
    notes: [...sources.flatMap(({ notes }) => notes), ...gathered.notes],
  };
}

/** What a calendar begins with, whatever its letters are. */
function isCalendar({ bytes }: CalendarFile): boolean {
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1").replaceAll("\0", "");
  return /^[^A-Z]*BEGIN:VCALENDAR/i.test(head);
}

async function fromCalendars(files: readonly CalendarFile[], { month, owners }: ImportTerms): Promise<Source> {
  const { readCalendars } = await import("../../calendar/read.ts");
  return { format: "ics", reading: null, days: [], ...readCalendars(files, { month, owners }) };
}

function fromText(text: string, terms: ImportTerms): Source {
  const { file } = terms;
  const timed = (format: Format, stretches: readonly Stretch[]): Source => ({
    format,
    reading: null,
    days: [],
    notes: [],
    stretches,
  });
  const head = text.replace(/^\uFEFF/, "").trimStart();
  if (/^[[{]/.test(head)) return fromJson(head, file);
  const header = head.slice(0, head.search(/\r?\n|$/)).toLowerCase();
  if (header.includes("start date") && header.includes("start time")) {
    const format = header.includes("duration (h)") || header.includes("duration (decimal)") ? "clockify" : "toggl";
    return timed(format, readTrackerCsv(file, text, format));
  }
  if (terms.isSheet || isTimesheetHeader(header))
    return { ...timed("timesheet", []), ...readTimesheet(file, text, terms) };
  throw malformed(file, "1", head.slice(0, 40), "known");
}

/** Puts imported days over those that stand: a day that the file speaks of is the file's, and the others stay. */
export function mergeDays(standing: readonly ReportDay[], imported: readonly ReportDay[]): ReportDay[] {
  const days = new Map([...standing, ...imported].map((day) => [day.date, day]));
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

function fromJson(text: string, file: string): Source {
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
  const empty = { reading: null, notes: [], days: [], stretches: [] };
  if (Array.isArray(found)) return { ...empty, format: "timewarrior", stretches: readTimewarrior(file, found) };
  const { days } = found as { days?: unknown };
  if (!Array.isArray(days)) throw malformed(file, "1", text.slice(0, 40), "json");
  return { ...empty, format: "report", days: days.map((day, index) => dayFrom(file, day, index)) };
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
