import { addDays, type Day } from "../../../domain/calendar.ts";
import { instantInParis } from "../../../domain/paris.ts";
import type { ImportNote, Stretch } from "../../../domain/stretches.ts";
import type { DecimalMark } from "../../../domain/written-amount.ts";
import { type DayOrder, dayFrom } from "../../../domain/written-day.ts";
import { clockFrom, hoursFrom } from "../../../domain/written-time.ts";
import { PorteError } from "../../../errors.ts";
import type { TableKind } from "../../../files/tables/kind.ts";
import type { TableRow } from "../../../files/tables/rows.ts";
import type { Table } from "../../../files/tables/table.ts";

const SAID = ["project", "client", "task", "activity", "description", "tags"] as const;
type Column =
  | "startDate"
  | "startTime"
  | "endDate"
  | "endTime"
  | "duration"
  | "member"
  | "rate"
  | (typeof SAID)[number];

/**
 * The export of a tracker, with a line for each stretch of time: Toggl Track, Clockify, Harvest, Kimai and others, in English and in
 * French. Days stand beside their times or with them; an end, a length, or both.
 */
export const TRACKER: TableKind<Column> = {
  name: "tracker",
  titles: {
    startDate: [
      "start date",
      "date de debut",
      "date debut",
      "date",
      "jour",
      "spent date",
      "started at",
      "start",
      "debut",
    ],
    startTime: [
      "start time",
      "heure de debut",
      "heure debut",
      "from",
      "de",
      "begin",
      "in",
      "start at",
      "start",
      "debut",
    ],
    endDate: ["end date", "stop date", "date de fin", "date fin"],
    endTime: ["end time", "stop time", "heure de fin", "heure fin", "to", "a", "out", "end", "stop", "fin", "ended at"],
    duration: ["duration", "duree", "hours", "heures", "time h", "rounded hours", "duration h", "temps"],
    project: ["project", "projet", "project name"],
    client: ["client", "customer", "client name"],
    task: ["task", "tache", "task name"],
    activity: ["activity", "activite"],
    description: ["description", "notes", "note", "comment", "commentaire"],
    tags: ["tags", "tag", "etiquettes", "mots cles"],
    member: ["member", "user", "username", "utilisateur", "membre", "first name", "email", "prenom"],
    rate: ["hourly rate", "billable rate", "taux horaire", "billable", "billable?", "facturable", "rate", "exported"],
  },
  needed: [
    ["startDate"],
    ["endTime", "endDate", "duration"],
    ["project", "client", "task", "activity", "description", "tags"],
    ["startTime", "endDate", "endTime", "member", "rate"],
  ],
  anchor: "startDate",
};

/** What each program's own titles are; the first that a header has names the program. */
const PROGRAMS = [
  ["clockify", ["duration (decimal)", "duration (h)"]],
  ["kimai", ["exported", "hourly rate", "staff number", "total price", "prix total"]],
  ["harvest", ["billable?", "invoiced?", "first name"]],
  ["toggl", ["stop date", "start date"]],
] as const;

/** Names the program that wrote a tracker's file. */
export function trackerOf(header: readonly string[]): "clockify" | "kimai" | "harvest" | "toggl" | "tracker" {
  const titles = header.map((title) => title.trim().toLowerCase());
  const found = PROGRAMS.find(([, own]) => own.some((title) => titles.includes(title)));
  return found?.[0] ?? "tracker";
}

/** The stretches of a tracker's file, and those that still run. */
export interface TrackerReading {
  readonly stretches: readonly Stretch[];
  readonly running: readonly ImportNote[];
}

/**
 * Reads the stretches of a tracker's export; times without a zone are of Paris. One that still runs is left to its tracker, by name.
 * Where the file has lengths of time and no clock, they follow one another from the day's midnight.
 * @throws {PorteError} `import.malformed` naming the line.
 */
export async function readTracker(file: string, table: Table<Column>, order: DayOrder): Promise<TrackerReading> {
  const { rows } = await table.rows();
  const reader = new TrackerRows(file, table, order);
  const read = rows.map((row) => reader.read(row));
  return {
    stretches: read.flatMap((one) => ("span" in one ? [one] : [])),
    running: read.flatMap((one) => ("code" in one ? [one] : [])),
  };
}

class TrackerRows {
  private readonly file: string;
  private readonly order: DayOrder;
  private readonly mark: DecimalMark | null;
  private readonly hasEnd: boolean;
  /** Where the next length of time of each day begins. */
  private readonly laid = new Map<Day, number>();

  constructor(file: string, table: Table<Column>, order: DayOrder) {
    this.file = file;
    this.order = order;
    this.mark = table.decimalMark("duration");
    this.hasEnd = table.layout.places.endTime !== undefined || table.layout.places.endDate !== undefined;
  }

  read(row: TableRow<Column>): Stretch | ImportNote {
    const at = `${row.line}`;
    const text = SAID.map((name) => row.cell(name))
      .filter((part) => part !== "" && part !== "-")
      .join(" · ");
    const day = dayFrom(row.cell("startDate"), this.order);
    if (day === null) throw this.fault(row, row.cell("startDate"));
    if (this.hasEnd && endOf(row) === "" && isRunning(row.cell("duration"))) return { code: "running", at, text, day };
    return { at, text, span: this.spanOf(row, day) };
  }

  private spanOf(row: TableRow<Column>, day: Day): { start: Date; end: Date } {
    const [from, to] = [`${row.cell("startDate")} ${row.cell("startTime")}`.trim(), endOf(row)];
    const [start, end] = [this.instantOf(from, day), to === "" ? null : this.instantOf(to, day)];
    if (start === null && to === "" && row.cell("startTime") === "") return this.lengthOf(row, day);
    if (start === null || (to !== "" && end === null)) throw this.fault(row, `${from} ${to}`);
    if (end !== null) {
      /** A time alone that is before its start is of the day after. */
      const isNextDay = end < start && dayFrom(to, this.order) === null;
      return { start, end: isNextDay ? (this.instantOf(to, addDays(day, 1)) ?? end) : end };
    }
    const hours = hoursFrom(row.cell("duration"), this.mark);
    if (hours === null) throw this.fault(row, row.cell("duration"));
    return { start, end: new Date(start.getTime() + Math.round(hours * 3_600_000)) };
  }

  /** An instant of a text that has a time, and a day unless it is of the day that is given; null for none. */
  private instantOf(text: string, day: Day): Date | null {
    if (/T\d{2}:\d{2}.*(?:Z|[-+]\d{2}:?\d{2})$/.test(text)) {
      const exact = new Date(text);
      return Number.isNaN(exact.getTime()) ? null : exact;
    }
    const [written = "", time = ""] = /(?:^|[T ,])(\d{1,2}[:h]\d{2}.*)$/.exec(text) ?? [];
    const before = text.slice(0, text.length - written.length).trim();
    const own = before === "" ? day : dayFrom(before, this.order);
    const clock = clockFrom(time);
    return own === null || clock === null ? null : instantInParis(own, clock);
  }

  private lengthOf(row: TableRow<Column>, day: Day): { start: Date; end: Date } {
    const hours = hoursFrom(row.cell("duration"), this.mark);
    if (hours === null) throw this.fault(row, row.cell("duration"));
    const from = this.laid.get(day) ?? instantInParis(day, "00:00:00").getTime();
    const to = from + Math.round(hours * 3_600_000);
    this.laid.set(day, to);
    return { start: new Date(from), end: new Date(to) };
  }

  private fault(row: TableRow<Column>, value: string): PorteError {
    return malformed(this.file, String(row.line), value.trim(), "instant");
  }
}

/** What is written of an end: its day, its time, or both. */
function endOf(row: TableRow<Column>): string {
  return `${row.cell("endDate")} ${row.cell("endTime")}`.trim();
}

/** Trackers write less than nothing for how long one lasts that has not ended. */
function isRunning(duration: string): boolean {
  return duration === "" || duration.startsWith("-") || (hoursFrom(duration) ?? 0) === 0;
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
