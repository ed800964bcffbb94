import { addDays, type Day, type Month, monthOf } from "../../../domain/calendar.ts";
import { dayInParis, instantInParis } from "../../../domain/paris.ts";
import { touchesMonth } from "../../../domain/segments.ts";
import { elsewhereNotes, type ImportNote, type TimeInterval } from "../../../domain/time-intervals.ts";
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

/** The stretches of a tracker's file, and what is left aside of it: those that still run, and how many are of other months. */
export interface TrackerReading {
  readonly timeIntervals: readonly TimeInterval[];
  readonly notes: readonly ImportNote[];
}

/** What a tracker's file is read against. */
export interface TrackerTerms {
  readonly file: string;
  readonly month: Month;
  readonly order: DayOrder;
}

/** Lengths of time without a clock, laid one after the other from each day's midnight, over all the files of a command. */
export class Laid {
  private readonly next = new Map<Day, number>();
  /** How often each line stands in the file that has it most. */
  private readonly seen = new Map<string, number>();
  private twice = 0;

  /** Where a length goes; null for a line that an earlier file has. @param place the line's place among those of its file that are alike, from 1. */
  place(day: Day, hours: number, line: string, place: number): { start: Date; end: Date } | null {
    if (place <= (this.seen.get(line) ?? 0)) {
      this.twice += 1;
      return null;
    }
    this.seen.set(line, place);
    const from = this.next.get(day) ?? instantInParis(day, "00:00:00").getTime();
    const to = from + Math.round(hours * 3_600_000);
    this.next.set(day, to);
    return { start: new Date(from), end: new Date(to) };
  }

  notes(): ImportNote[] {
    return this.twice === 0 ? [] : [{ code: "twice", at: "", text: String(this.twice), day: null }];
  }
}

/**
 * Reads the stretches of a tracker's export; times without a zone are of Paris. One that still runs is left to its tracker, by name.
 * Where the file has lengths of time and no clock, they follow one another from the day's midnight. Lines of other months are counted,
 * and not judged.
 * @throws {PorteError} `import.malformed` naming the line.
 */
export async function readTracker(table: Table<Column>, terms: TrackerTerms, laid: Laid): Promise<TrackerReading> {
  const { rows } = await table.rows();
  const reader = new TrackerRows(table, terms, laid);
  const read = rows.map((row) => reader.read(row));
  return {
    timeIntervals: read.flatMap((one) => (one !== null && "span" in one ? [one] : [])),
    notes: [
      ...read.flatMap((one) => (one !== null && "code" in one ? [one] : [])),
      ...elsewhereNotes(reader.elsewhere),
    ],
  };
}

class TrackerRows {
  /** How many lines begin in other months. */
  elsewhere = 0;
  private readonly file: string;
  private readonly month: Month;
  private readonly order: DayOrder;
  private readonly mark: DecimalMark | null;
  private readonly hasEnd: boolean;
  private readonly laid: Laid;
  /** How often each line without a clock was met. */
  private readonly alike = new Map<string, number>();

  constructor(table: Table<Column>, { file, month, order }: TrackerTerms, laid: Laid) {
    this.file = file;
    this.month = month;
    this.order = order;
    this.laid = laid;
    this.mark = table.decimalMark("duration");
    this.hasEnd = table.layout.places.endTime !== undefined || table.layout.places.endDate !== undefined;
  }

  /** Null for what is of another month, or was read from another file. */
  read(row: TableRow<Column>): TimeInterval | ImportNote | null {
    const at = `${row.line}`;
    const text = SAID.map((name) => row.cell(name))
      .filter((part) => part !== "" && part !== "-")
      .join(" · ");
    const day = dayFrom(row.cell("startDate"), this.order);
    if (day === null) throw this.fault(row, row.cell("startDate"));
    if (monthOf(day) !== this.month) return this.fromElsewhere(row, day, { at, text });
    if (this.hasEnd && endOf(row) === "" && isRunning(row.cell("duration"))) return { code: "running", at, text, day };
    const span = this.spanOf(row, day);
    return span === null ? null : { at, text, span };
  }

  /** What begins on the eve of the month may last into it, and a day of another zone may be one of Paris; nothing else is read. */
  private fromElsewhere(row: TableRow<Column>, day: Day, said: Pick<TimeInterval, "at" | "text">): TimeInterval | null {
    const isNear = [-1, 1].some((days) => monthOf(addDays(day, days)) === this.month);
    const hasClock = row.cell("startTime") !== "" || endOf(row) !== "";
    const span = isNear && hasClock ? readable(() => this.spanOf(row, day)) : null;
    if (span !== null && touchesMonth({ ...said, span }, this.month)) return { ...said, span };
    this.elsewhere += 1;
    return null;
  }

  private spanOf(row: TableRow<Column>, day: Day): { start: Date; end: Date } | null {
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

  private lengthOf(row: TableRow<Column>, day: Day): { start: Date; end: Date } | null {
    const hours = hoursFrom(row.cell("duration"), this.mark);
    if (hours === null) throw this.fault(row, row.cell("duration"));
    const line = JSON.stringify([day, ...row.cells.map((cell) => cell.trim())]);
    const place = (this.alike.get(line) ?? 0) + 1;
    this.alike.set(line, place);
    return this.laid.place(day, hours, line, place);
  }

  private fault(row: TableRow<Column>, value: string): PorteError {
    return malformed(this.file, String(row.line), value.trim(), "instant");
  }
}

/** What can be read; null for what is at fault. */
function readable<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof PorteError && failure.code === "import.malformed") return null;
    throw failure;
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
 * Reads what `timew export` writes: JSON intervals in UTC. One that still runs is left to its tracker, by name.
 * @throws {PorteError} `import.malformed` naming the interval.
 */
export function readTimewarrior(
  intervals: readonly unknown[],
  { file, month }: Omit<TrackerTerms, "order">,
): TrackerReading {
  const notes: ImportNote[] = [];
  const timeIntervals = intervals.flatMap((interval, index): TimeInterval[] => {
    const { start, end, tags, annotation } = (interval ?? {}) as Readonly<Record<string, unknown>>;
    const span = { start: utcOf(start), end: utcOf(end) };
    const said = [...(Array.isArray(tags) ? tags : []), annotation].filter((part) => typeof part === "string");
    const [at, text] = [`${index + 1}`, said.join(" · ")];
    if (end === undefined && span.start !== null) {
      const day = dayInParis(span.start);
      if (monthOf(day) === month) notes.push({ code: "running", at, text, day });
      return [];
    }
    if (span.start === null || span.end === null)
      throw malformed(file, at, JSON.stringify(interval).slice(0, 60), "instant");
    return [{ at, text, span: { start: span.start, end: span.end } }];
  });
  return { timeIntervals, notes };
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
