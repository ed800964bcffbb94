import { findIana } from "windows-iana";
import { addDays, type Day, firstDay, lastDay, type Month } from "../../domain/calendar.ts";
import { type EventFault, type EventVersion, isDuration } from "../../domain/events/event.ts";
import type { Allowance } from "../../domain/events/expand.ts";
import type { Occurrence } from "../../domain/events/occurrence.ts";
import { type Found, occurrencesOf } from "../../domain/events/occurrences.ts";
import { DAY_MS } from "../../domain/events/stamp.ts";
import { instantInParis, PARIS } from "../../domain/paris.ts";
import type { ImportNote, TimeInterval } from "../../domain/time-intervals.ts";
import { PorteError } from "../../errors.ts";
import { CalendarCutter, type CalendarParts } from "./components.ts";
import { eventFrom } from "./events.ts";
import { Zones } from "./zones.ts";

/** A file of calendars, as its bytes: what is folded within a letter is whole in them only. */
export interface CalendarFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Which events are looked for. */
export interface CalendarTerms {
  readonly month: Month;
  /** The addresses of whom the calendars are of, in small letters. */
  readonly owners: readonly string[];
}

/** What calendars give: times that touch a month, and what of them could not be read. */
export interface ReadCalendars {
  readonly timeIntervals: readonly TimeInterval[];
  readonly notes: readonly ImportNote[];
}

/** What a calendar may hold, in bytes. */
export const MAX_BYTES = 64 * 1_048_576;
/** What all the files of a month may cost in days and times looked at, and one event of them. */
const MAX_WORK = 40_000_000;
const MAX_WORK_OF_ONE = 2_000_000;
const MAX_STRETCHES = 20_000;
const MAX_NOTES = 200;

/**
 * Reads the events of a month from calendars, as one: an event is known by its identifier and its occurrence, its latest version stands,
 * and copies of it count once, whatever files they are in. Times of no zone are of Paris. What cannot be read is set aside by name, and the rest is read.
 * @throws {PorteError} `import.malformed` for a file that holds no calendar, `import.too_large` for one that nobody has.
 */
export function readCalendars(files: readonly CalendarFile[], terms: CalendarTerms): ReadCalendars {
  const allowance = { left: MAX_WORK };
  const notes: ImportNote[] = [];
  const byUid = new Map<string, EventVersion[]>();
  for (const one of files) {
    const { events, bad } = eventsOf(one, terms, allowance);
    for (const event of events) byUid.set(event.uid, withVersion(byUid.get(event.uid), event));
    notes.push(...bad);
  }
  const timeIntervals: TimeInterval[] = [];
  const month = boundsOf(terms.month);
  for (const [uid, versions] of byUid) {
    if (versions.length === 1 && versions[0] !== undefined && isElsewhere(versions[0], month)) continue;
    const max = Math.min(MAX_WORK_OF_ONE, allowance.left);
    const own = { left: max };
    take(uid, occurrencesOf(versions, { ...month, home: PARIS, allowance: own }), month, { timeIntervals, notes });
    allowance.left -= max - Math.max(0, own.left);
    if (allowance.left <= 0 || timeIntervals.length > MAX_STRETCHES)
      throw new PorteError("import.too_large", { file: files[0]?.file ?? "" });
  }
  return { timeIntervals, notes: shortened(notes) };
}

/** Adds to a list in place: a file may hold a hundred thousand versions of one event. */
function withVersion(versions: EventVersion[] | undefined, event: EventVersion): EventVersion[] {
  if (versions === undefined) return [event];
  versions.push(event);
  return versions;
}

/** The events of a file, and its lines that could not be read. */
function eventsOf(
  given: CalendarFile,
  { owners }: CalendarTerms,
  allowance: Allowance,
): { readonly events: Iterable<EventVersion>; readonly bad: readonly ImportNote[] } {
  const parts = partsOf(given);
  const zones = new Zones(parts.zones, (name) => findIana(name)[0], allowance);
  const bad = parts.bad.map(({ number, text }) => ({ code: "bad_line" as const, at: `${number}`, text, day: null }));
  const read = parts.events.map(({ event, calendar }) => ({
    event,
    version: eventFrom(event, { calendar, zones, owners }),
  }));
  const isLost = ({ event, version }: (typeof read)[number]) =>
    version.replaces === null && event.lines.some(({ name }) => name === "RECURRENCE-ID");
  /** Of an occurrence that nobody can tell: it is neither its series, nor any time of it. */
  const lost = read
    .filter(isLost)
    .flatMap(({ version: { faults, text } }) =>
      faults.map(({ code, line, value }) => ({ code, at: `${line}`, text, day: null, detail: value })),
    );
  return { events: read.filter((one) => !isLost(one)).map(({ version }) => version), bad: [...bad, ...lost] };
}

/** A file that is all wrong is not told line by line to its end. */
function shortened(notes: readonly ImportNote[]): ImportNote[] {
  const left = notes.length - MAX_NOTES;
  if (left <= 0) return [...notes];
  return [...notes.slice(0, MAX_NOTES), { code: "more", at: "", text: `${left}`, day: null }];
}

function partsOf({ file, bytes }: CalendarFile): CalendarParts {
  if (bytes.length > MAX_BYTES) throw new PorteError("import.too_large", { file });
  const parts = new CalendarCutter().cut(bytes);
  if (parts.isCalendar || parts.events.length > 0) return parts;
  const [first] = parts.bad;
  const at = `${first?.number ?? 1}`;
  throw new PorteError("import.malformed", { file, at, value: first?.text.slice(0, 40) ?? "", expected: "ics" });
}

/** The first instant of a month in Paris, and the first after it. */
interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** Most events of a calendar happen once, in another month: they are passed over with a look. */
function isElsewhere({ start, end, rules, added, replaces, faults }: EventVersion, { from, to }: Bounds): boolean {
  const happensOnce = rules.length === 0 && added.length === 0 && replaces === null;
  if (start === null || faults.length > 0 || !happensOnce || (end !== null && isDuration(end))) return false;
  return start.wall > to + NEAR_MS || Math.max(start.wall, end?.wall ?? 0) < from - NEAR_MS;
}

const NEAR_MS = 3 * DAY_MS;

function boundsOf(month: Month): Bounds {
  const [first, after] = [firstDay(month), addDays(lastDay(month), 1)];
  return { from: instantInParis(first, "00:00:00").getTime(), to: instantInParis(after, "00:00:00").getTime() };
}

interface Taken {
  readonly timeIntervals: TimeInterval[];
  readonly notes: ImportNote[];
}

/** Without these an event's time is not known, and it is set aside. */
const UNKNOWN_TIME = new Set(["no_zone", "bad_time", "cut", "no_start"]);

function take(uid: string, found: Found, month: Bounds, { timeIntervals: stretches, notes }: Taken): void {
  notes.push(...faultNotes(found, month));
  /** A version is known by its list of faults: what it is completed with, is not. */
  const aside = new Set(found.faults.filter(({ code }) => UNKNOWN_TIME.has(code)).map(({ event }) => event.faults));
  for (const one of found.occurrences.filter(({ event }) => !aside.has(event.faults))) {
    const { text, line, aside: why } = one.event;
    if (isBackwards(one)) notes.push({ code: "backwards", at: `${line}`, text, day: dayOf(one) });
    else stretches.push({ at: uid, text, span: spanOf(one, month), ...(why === null ? {} : { aside: why }) });
  }
}

function faultNotes({ occurrences, faults }: Found, month: Bounds): ImportNote[] {
  if (faults.length === 0) return [];
  const firstOf = new Map<EventVersion["faults"], Occurrence>();
  for (const one of [...occurrences].reverse()) firstOf.set(one.event.faults, one);
  return faults.flatMap(({ code, event, line, value }): ImportNote[] => {
    const first = firstOf.get(event.faults);
    if (first === undefined && !mayBeOf(month, event, code)) return [];
    return [{ code, at: `${line}`, text: event.text, day: first === undefined ? null : dayOf(first), detail: value }];
  });
}

function isBackwards({ start, end, isDays }: Occurrence): boolean {
  return isDays ? end.wall < start.wall : end.instant < start.instant;
}

/** What is of another month is never judged; what may be of any, as its start or how it repeats cannot be read, is told. */
function mayBeOf(month: Bounds, { start }: EventVersion, code: EventFault["code"]): boolean {
  if (code === "no_start" || code === "too_many") return true;
  return code === "bad_rule" && start !== null && start.wall < month.to;
}

function dayOf({ start, isDays }: Occurrence): Day {
  return civil(isDays ? start.wall : start.instant + PARIS.offsetAt(start.instant));
}

function spanOf({ start, end, isDays }: Occurrence, { from, to }: Bounds): TimeInterval["span"] {
  if (!isDays) return { start: new Date(start.instant), end: new Date(end.instant), isPlanned: true };
  const days: Day[] = [];
  for (let wall = Math.max(start.wall, from - 2 * DAY_MS); wall < Math.min(end.wall, to + 2 * DAY_MS); wall += DAY_MS)
    days.push(civil(wall));
  return { days };
}

function civil(wall: number): Day {
  return new Date(Math.floor(wall / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
}
