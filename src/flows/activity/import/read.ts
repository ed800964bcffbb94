import { isHours, isPart, KINDS, type ReportDay } from "../../../domain/activity.ts";
import { isDay } from "../../../domain/calendar.ts";
import { areTimes } from "../../../domain/clock-times.ts";
import { type Gathering, gather, type ImportNote } from "../../../domain/stretches.ts";
import { PorteError } from "../../../errors.ts";
import { type CsvReading, isTimesheetHeader, readTimesheet } from "../timesheet-csv.ts";
import { malformed, readTimewarrior, readTrackerCsv } from "./trackers.ts";

/** What a file of another program gives: days, and what must be said of it. */
export interface Imported {
  readonly format: "timesheet" | "ics" | "timewarrior" | "toggl" | "clockify" | "report";
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
 * report, the CSV of Toggl Track, of Clockify, or of `templates/timesheet.csv`.
 * @throws {PorteError} `import.*`, `csv.malformed`.
 */
export async function readImport(text: string, terms: ImportTerms): Promise<Imported> {
  const { file, month } = terms;
  const reading = null;
  const head = text.replace(/^\uFEFF/, "").trimStart();
  if (/^BEGIN:VCALENDAR/i.test(head)) {
    const { readIcs } = await import("./ics.ts");
    return { format: "ics", reading, ...gather(readIcs(file, head, month), terms) };
  }
  if (/^[[{]/.test(head)) return fromJson(head, terms);
  const header = head.slice(0, head.search(/\r?\n|$/)).toLowerCase();
  if (header.includes("start date") && header.includes("start time")) {
    const format = header.includes("duration (h)") || header.includes("duration (decimal)") ? "clockify" : "toggl";
    return { format, reading, ...gather(readTrackerCsv(file, text, format), terms) };
  }
  if (terms.isSheet || isTimesheetHeader(header))
    return { format: "timesheet", notes: [], ...readTimesheet(file, text, terms) };
  throw malformed(file, "1", head.slice(0, 40), "known");
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
