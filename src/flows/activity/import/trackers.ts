import type { CsvError } from "csv-parse/sync";
import { type Day, isDay } from "../../../domain/calendar.ts";
import { instantInParis } from "../../../domain/paris.ts";
import type { Stretch } from "../../../domain/stretches.ts";
import { PorteError } from "../../../errors.ts";
import { type CsvRow, parsedRows } from "../../csv-rows.ts";

/** A tracker's CSV by the names of its columns, in small letters. */
interface Layout {
  readonly start: readonly [date: string, time: string];
  readonly end: readonly [date: string, time: string];
  readonly said: readonly string[];
}

const SAID = ["project", "client", "task", "description", "tags"];
const LAYOUTS: Readonly<Record<"toggl" | "clockify", Layout>> = {
  toggl: { start: ["start date", "start time"], end: ["end date", "end time"], said: SAID },
  clockify: { start: ["start date", "start time"], end: ["end date", "end time"], said: SAID },
};

/**
 * Reads the detailed export of Toggl Track or Clockify; times are of Paris, days as `2026-11-02`, `02/11/2026` or `11/02/2026`
 * where only one reading is a day.
 * @throws {PorteError} `import.malformed` naming the line.
 */
export function readTrackerCsv(file: string, text: string, tracker: keyof typeof LAYOUTS): Stretch[] {
  const { start, end, said } = LAYOUTS[tracker];
  const rows = rowsOf(file, text);
  const isMonthFirst = monthFirst(rows.map(({ record }) => record[start[0]] ?? ""));
  const instant = (line: number, record: Record<string, string>, [date, time]: readonly [string, string]) => {
    const day = dayOf(record[date] ?? "", isMonthFirst);
    const clock = clockOf(record[time] ?? "");
    if (day === null || clock === null)
      throw malformed(file, String(line), `${record[date] ?? ""} ${record[time] ?? ""}`.trim(), "instant");
    return instantInParis(day, clock);
  };
  return rows.map(({ record, line }) => ({
    at: `${line}`,
    text: said
      .map((name) => record[name] ?? "")
      .filter((part) => part !== "")
      .join(" · "),
    span: { start: instant(line, record, start), end: instant(line, record, end) },
  }));
}

function rowsOf(file: string, text: string): CsvRow[] {
  try {
    return parsedRows(text, (title) => title.trim().toLowerCase(), {
      delimiter: [",", ";"],
      relax_column_count: true,
    });
  } catch (failure) {
    const { lines, message } = failure as CsvError & { lines?: number };
    throw malformed(file, String(lines ?? 1), message.slice(0, 60), "csv");
  }
}

/** Days written with slashes put the month first where some day could not be read otherwise. */
function monthFirst(dates: readonly string[]): boolean {
  return dates.some((date) => Number(/^\d{1,2}\/(\d{1,2})\//.exec(date)?.[1] ?? 0) > 12);
}

function dayOf(text: string, isMonthFirst: boolean): Day | null {
  const [, one = "", other = "", year = ""] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  const [day, month] = isMonthFirst ? [other, one] : [one, other];
  const civil = year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(civil) ? civil : null;
}

/** `09:05`, `9:05:30`, `9:05 PM`. */
function clockOf(text: string): string | null {
  const [, hour = "", minute = "", second = "00", half = ""] =
    /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AP])M)?$/i.exec(text) ?? [];
  const shift = half.toUpperCase() === "P" ? 12 : 0;
  const hours = half === "" ? Number(hour) : (Number(hour) % 12) + shift;
  if (hour === "" || hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${String(hours).padStart(2, "0")}:${minute}:${second}`;
}

/**
 * Reads what `timew export` writes: JSON intervals in UTC. One that still runs is left to its tracker.
 * @throws {PorteError} `import.malformed` naming the interval.
 */
export function readTimewarrior(file: string, intervals: readonly unknown[]): Stretch[] {
  return intervals.flatMap((interval, index): Stretch[] => {
    const { start, end, tags, annotation } = (interval ?? {}) as Readonly<Record<string, unknown>>;
    if (end === undefined && utcOf(start) !== null) return [];
    const span = { start: utcOf(start), end: utcOf(end) };
    if (span.start === null || span.end === null)
      throw malformed(file, `${index + 1}`, JSON.stringify(interval).slice(0, 60), "instant");
    const said = [...(Array.isArray(tags) ? tags : []), annotation].filter((part) => typeof part === "string");
    return [{ at: `${index + 1}`, text: said.join(" · "), span: { start: span.start, end: span.end } }];
  });
}

/** `20261102T080000Z`. */
function utcOf(text: unknown): Date | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(typeof text === "string" ? text : "");
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

export function malformed(
  file: string,
  at: string,
  value: string,
  expected: "ics" | "csv" | "json" | "instant" | "known",
): PorteError<"import.malformed"> {
  return new PorteError("import.malformed", { file, at, value, expected });
}
