import ICAL from "ical.js";
import { addDays, type Day, firstDay, lastDay, type Month } from "../../../domain/calendar.ts";
import { instantInParis } from "../../../domain/paris.ts";
import type { Stretch } from "../../../domain/stretches.ts";
import { PorteError } from "../../../errors.ts";

/** A calendar that repeats for ever gives no more than this in one month. */
const MOST_OCCURRENCES = 20_000;
const PARIS = new Set(["Europe/Paris", "Romance Standard Time"]);
const UTC = new Set(["UTC", "Z", "GMT", "Etc/UTC"]);

/**
 * Reads a month's events from an iCalendar file: all-day ones, those that repeat, and times of any zone that the file describes;
 * times of no zone are of Paris. Cancelled events are left out, as their calendar leaves them out.
 * @throws {PorteError} `import.malformed` for no calendar, `import.time_zone` for a zone that nobody describes.
 */
export function readIcs(file: string, text: string, month: Month): Stretch[] {
  const calendar = parse(file, text);
  const zones = new Map(
    calendar.getAllSubcomponents("vtimezone").map((zone) => {
      const known = new ICAL.Timezone(zone);
      return [known.tzid, known] as const;
    }),
  );
  const events = calendar.getAllSubcomponents("vevent");
  const isCancelled = (event: ICAL.Component) => event.getFirstPropertyValue("status") === "CANCELLED";
  const uidOf = (event: ICAL.Component) => String(event.getFirstPropertyValue("uid"));
  const alone = events.filter((event) => !event.hasProperty("recurrence-id"));
  const moved = new Map<string, ICAL.Component[]>();
  for (const event of events.filter((one) => one.hasProperty("recurrence-id")))
    moved
      .set(uidOf(event), moved.get(uidOf(event)) ?? [])
      .get(uidOf(event))
      ?.push(event);
  return alone
    .filter((event) => !isCancelled(event))
    .flatMap((component) => {
      const exceptions = moved.get(uidOf(component)) ?? [];
      /** They change one event: another that says it is the same has none. */
      moved.delete(uidOf(component));
      const event = new ICAL.Event(component, { exceptions });
      return occurrences(event, month).flatMap(({ item, start, end }) =>
        isCancelled(item.component) ? [] : [stretchOf(file, { item, start, end }, zones)],
      );
    });
}

interface Occurrence {
  readonly item: ICAL.Event;
  readonly start: ICAL.Time;
  readonly end: ICAL.Time;
}

function parse(file: string, text: string): ICAL.Component {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    if (calendar.name === "vcalendar") return calendar;
  } catch {
    /* Told below: what the library says of a file is of no use to who made it. */
  }
  throw new PorteError("import.malformed", { file, at: "1", value: text.slice(0, 40), expected: "ics" });
}

/** An event's times that touch the month; each keeps its own title and state where it was changed alone. */
function occurrences(event: ICAL.Event, month: Month): Occurrence[] {
  if (!event.isRecurring()) return [{ item: event, start: event.startDate, end: event.endDate }];
  const found: Occurrence[] = [];
  const steps = event.iterator();
  const last = addDays(lastDay(month), 1);
  for (let count = 0; count < MOST_OCCURRENCES; count += 1) {
    /** The library's types leave out that it ends with nothing. */
    const next = steps.next() as ICAL.Time | undefined;
    if (next === undefined || civil(next) > last) break;
    if (civil(next) < addDays(firstDay(month), -2)) continue;
    const { item, startDate: start, endDate: end } = event.getOccurrenceDetails(next);
    found.push({ item, start, end });
  }
  return found;
}

function stretchOf(file: string, { item, start, end }: Occurrence, zones: ReadonlyMap<string, ICAL.Timezone>): Stretch {
  const place = item.component.getFirstPropertyValue("location");
  const categories = item.component.getAllProperties("categories").flatMap((one) => one.getValues());
  const text = [item.summary, place, ...categories]
    .filter((part) => typeof part === "string" && part !== "")
    .join(" · ");
  const at = item.uid;
  if (start.isDate) return { at, text, span: { days: daysBetween(civil(start), civil(end)) } };
  const instant = (time: ICAL.Time, name: "dtstart" | "dtend") =>
    instantOf(file, { at, text, time, name, item }, zones);
  return { at, text, span: { start: instant(start, "dtstart"), end: instant(end, "dtend") } };
}

/** An all-day event ends on the morning of the day after. */
function daysBetween(from: Day, to: Day): Day[] {
  const days = [from];
  for (let day = addDays(from, 1); day < to && days.length < 400; day = addDays(day, 1)) days.push(day);
  return days;
}

interface Told {
  readonly at: string;
  readonly text: string;
  readonly time: ICAL.Time;
  readonly name: "dtstart" | "dtend";
  readonly item: ICAL.Event;
}

function instantOf(
  file: string,
  { at, text, time, name, item }: Told,
  zones: ReadonlyMap<string, ICAL.Timezone>,
): Date {
  const property = item.component.getFirstProperty(name) ?? item.component.getFirstProperty("dtstart");
  const named = property?.getFirstParameter("tzid");
  const wall = `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;
  if (time.zone === ICAL.Timezone.utcTimezone || (named !== undefined && UTC.has(named)))
    return new Date(`${civil(time)}T${wall}Z`);
  const zone = named === undefined ? undefined : zones.get(named);
  if (named === undefined || PARIS.has(named)) return instantInParis(civil(time), wall);
  if (zone === undefined) throw new PorteError("import.time_zone", { file, at, text, zone: named });
  const local = time.clone();
  local.zone = zone;
  return new Date(local.toUnixTime() * 1000);
}

const two = (part: number) => String(part).padStart(2, "0");

function civil({ year, month, day }: ICAL.Time): Day {
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
