import { type BadLine, type ContentLine, linesOf } from "./lines.ts";

/** A part of a calendar, with the lines that are its own. */
export interface Component {
  readonly name: string;
  readonly line: number;
  readonly lines: readonly ContentLine[];
  readonly bad: readonly BadLine[];
  /** The parts within it: the changes of a time zone. */
  readonly parts: readonly Component[];
  /** Whether the file ended before it did. */
  readonly isCut: boolean;
}

/** What a file of calendars holds. */
export interface CalendarParts {
  /** Each with the lines of its calendar: several calendars may stand in one file. */
  readonly events: readonly { readonly event: Component; readonly calendar: CalendarWords }[];
  readonly zones: readonly Component[];
  /** Lines of no event that could not be read. */
  readonly bad: readonly BadLine[];
  /** Whether it holds a calendar at all, empty or not. */
  readonly isCalendar: boolean;
}

/** What a calendar says of all its events. */
export interface CalendarWords {
  method: string | null;
  name: string | null;
}

const KEPT = new Set(["VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"]);
const WANTED = new Set([
  ...[
    "BEGIN",
    "END",
    "METHOD",
    "X-WR-CALNAME",
    "UID",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "EXRULE",
    "RDATE",
    "EXDATE",
  ],
  ...["RECURRENCE-ID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "STATUS", "TRANSP", "SUMMARY", "LOCATION", "CATEGORIES"],
  ...["ATTENDEE", "ORGANIZER", "TZID", "TZOFFSETFROM", "TZOFFSETTO", "X-LIC-LOCATION", "X-MICROSOFT-CDO-BUSYSTATUS"],
]);

interface Open {
  readonly name: string;
  readonly line: number;
  readonly lines: ContentLine[];
  readonly bad: BadLine[];
  readonly parts: Component[];
}

/**
 * Cuts calendars into their events and time zones. What is within an event and is none of its own, as an alarm, is passed over; so is what ends that
 * never began. An event that begins within another ends it.
 */
export class CalendarCutter {
  private readonly events: { event: Component; calendar: CalendarWords }[] = [];
  private readonly zones: Component[] = [];
  private readonly bad: BadLine[] = [];
  private readonly open: Open[] = [];
  private isCalendar = false;
  private calendar: CalendarWords = { method: null, name: null };
  /** How deep in parts that nobody reads; they are counted, never kept. */
  private passed = 0;

  cut(bytes: Uint8Array): CalendarParts {
    for (const line of linesOf(bytes, (name) => WANTED.has(name))) {
      if ("text" in line) this.takeBad(line);
      else if (line.name === "BEGIN") this.begin(line.value.trim().toUpperCase(), line.number);
      else if (line.name === "END") this.end(line.value.trim().toUpperCase());
      else this.take(line);
    }
    while (this.open.length > 0) this.close(true);
    const { events, zones, bad, isCalendar } = this;
    return { events, zones, bad, isCalendar };
  }

  private begin(name: string, line: number): void {
    if (name === "VCALENDAR") {
      while (this.open.length > 0) this.close(true);
      this.passed = 0;
      this.calendar = { method: null, name: null };
    } else if (KEPT.has(name)) {
      if (name.startsWith("V")) while (this.open.length > 0) this.close(true);
      this.passed = 0;
      this.open.push({ name, line, lines: [], bad: [], parts: [] });
    } else this.passed += 1;
  }

  private end(name: string): void {
    if (name === "VCALENDAR") {
      this.isCalendar = true;
      while (this.open.length > 0) this.close(true);
    } else if (!KEPT.has(name)) this.passed = Math.max(0, this.passed - 1);
    else if (this.open.some((one) => one.name === name)) {
      while (this.open.at(-1)?.name !== name) this.close(false);
      this.close(false);
    }
  }

  private close(isCut: boolean): void {
    const closed = this.open.pop();
    if (closed === undefined) return;
    const component = { ...closed, isCut };
    this.passed = 0;
    this.isCalendar ||= !isCut;
    const outer = this.open.at(-1);
    if (outer !== undefined) outer.parts.push(component);
    else if (closed.name === "VEVENT") this.events.push({ event: component, calendar: this.calendar });
    else if (closed.name === "VTIMEZONE") this.zones.push(component);
  }

  private take(line: ContentLine): void {
    if (this.passed > 0) return;
    const inner = this.open.at(-1);
    if (inner !== undefined) inner.lines.push(line);
    else if (line.name === "METHOD") this.calendar.method = line.value.trim().toUpperCase();
    else if (line.name === "X-WR-CALNAME") this.calendar.name = line.value.trim();
  }

  private takeBad(line: BadLine): void {
    if (this.passed === 0) (this.open.at(-1)?.bad ?? this.bad).push(line);
  }
}
