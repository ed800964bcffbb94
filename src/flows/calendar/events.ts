import { type Aside, contentOf, type EventFault, type EventVersion, type Moment } from "../../domain/events/event.ts";
import { parseRule, type Rule } from "../../domain/events/rule.ts";
import { type Duration, parseDuration, parseStamp } from "../../domain/events/stamp.ts";
import { instantOf, UTC } from "../../domain/events/zone.ts";
import type { CalendarWords, Component } from "./components.ts";
import { type ContentLine, listOf, plainText } from "./lines.ts";
import type { Zones } from "./zones.ts";

/** What an event is read with. */
export interface EventTerms {
  readonly calendar: CalendarWords;
  readonly zones: Zones;
  /** The addresses of whom the calendar is of, in small letters: what they declined is left aside. */
  readonly owners: readonly string[];
}

const LONGEST_TEXT = 2_000;

/** Reads an event as its calendar holds it; what of it cannot be read is kept with it, by line. */
export function eventFrom(component: Component, { calendar, zones, owners }: EventTerms): EventVersion {
  const reader = new EventReader(component, zones);
  const [start, end] = [reader.moment("DTSTART"), reader.end()];
  const statusOf = (name: string) => reader.word(name)?.toUpperCase();
  const sequence = Number(reader.word("SEQUENCE") ?? 0);
  const version = {
    line: component.line,
    text: textOf(reader).slice(0, LONGEST_TEXT),
    start,
    end,
    replaces: reader.moment("RECURRENCE-ID"),
    isFromThereOn: reader.first("RECURRENCE-ID")?.parameters.get("RANGE")?.toUpperCase() === "THISANDFUTURE",
    rules: reader.rules("RRULE"),
    exceptRules: reader.rules("EXRULE"),
    added: reader.added(),
    except: reader.all("EXDATE").flatMap((line) => reader.moments(line)),
    isCancelled: statusOf("STATUS") === "CANCELLED" || calendar.method === "CANCEL",
    aside: asideOf(reader, calendar.name?.includes("@") === true ? [...owners, calendar.name.toLowerCase()] : owners),
    version: [Number.isFinite(sequence) ? sequence : 0, reader.instant("DTSTAMP"), reader.instant("LAST-MODIFIED")],
    faults: reader.faults(start),
  } as const;
  const uid = reader.word("UID");
  return { ...version, uid: uid === undefined || uid === "" ? contentOf({ ...version, uid: "" }) : uid };
}

function textOf(reader: EventReader): string {
  const categories = reader.all("CATEGORIES").flatMap(({ value }) => listOf(value));
  return [reader.word("SUMMARY"), reader.word("LOCATION"), ...categories]
    .flatMap((part) => (part === undefined || part.trim() === "" ? [] : plainText(part.trim())))
    .join(" · ");
}

/** Declined where the calendar's owner did, or where nobody who was asked comes; transparent where it leaves its time free. */
function asideOf(reader: EventReader, owners: readonly string[]): Aside | null {
  const asked = reader
    .all("ATTENDEE")
    .filter(({ parameters }) => !/^(?:ROOM|RESOURCE)$/i.test(parameters.get("CUTYPE") ?? ""));
  const own = asked.filter((line) => owners.includes(addressOf(line)));
  const organizer = reader.first("ORGANIZER");
  const others = asked.filter((line) => organizer === undefined || addressOf(line) !== addressOf(organizer));
  const judged = own.length > 0 ? own : others;
  if (judged.length > 0 && judged.every(({ parameters }) => parameters.get("PARTSTAT")?.toUpperCase() === "DECLINED"))
    return "declined";
  const isFree = reader.word("X-MICROSOFT-CDO-BUSYSTATUS")?.toUpperCase() === "FREE";
  const transparency = reader.word("TRANSP")?.toUpperCase() ?? (isFree ? "TRANSPARENT" : "OPAQUE");
  return transparency === "TRANSPARENT" ? "transparent" : null;
}

function addressOf({ value, parameters }: ContentLine): string {
  return (parameters.get("EMAIL") ?? value.replace(/^mailto:/i, "")).trim().toLowerCase();
}

/** Reads an event's lines by their names, and keeps those that cannot be read. */
class EventReader {
  private readonly found: EventFault[] = [];
  private readonly component: Component;
  private readonly zones: Zones;

  constructor(component: Component, zones: Zones) {
    this.component = component;
    this.zones = zones;
  }

  all(name: string): readonly ContentLine[] {
    return this.component.lines.filter((line) => line.name === name);
  }

  first(name: string): ContentLine | undefined {
    return this.component.lines.find((line) => line.name === name);
  }

  word(name: string): string | undefined {
    return this.first(name)?.value.trim();
  }

  /** When something was written, to be compared; 0 where it does not say. */
  instant(name: string): number {
    const stamp = parseStamp(this.word(name) ?? "");
    return stamp === null ? 0 : instantOf(UTC, stamp.wall);
  }

  moment(name: string): Moment | null {
    const line = this.first(name);
    return line === undefined ? null : this.momentOf(line, line.value);
  }

  moments(line: ContentLine): Moment[] {
    return line.value.split(",").flatMap((value) => this.momentOf(line, value) ?? []);
  }

  end(): EventVersion["end"] {
    const line = this.first("DURATION");
    if (this.first("DTEND") !== undefined || line === undefined) return this.moment("DTEND");
    return this.durationOf(line, line.value);
  }

  rules(name: string): Rule[] {
    return this.all(name).flatMap((line) => {
      const rule = parseRule(line.value);
      if (rule === null) this.found.push({ code: "bad_rule", line: line.number, value: line.value });
      return rule ?? [];
    });
  }

  /** `RDATE`, whose periods have ends of their own. */
  added(): EventVersion["added"] {
    return this.all("RDATE").flatMap((line) =>
      line.value.split(",").flatMap((value) => {
        const [from = "", to] = value.split("/");
        const start = this.momentOf(line, from);
        const end = to === undefined ? null : /^[+-]?P/i.test(to) ? this.durationOf(line, to) : this.momentOf(line, to);
        return start === null ? [] : [{ start, end }];
      }),
    );
  }

  /** All that could not be read, once everything was tried. */
  faults(start: Moment | null): EventFault[] {
    const { bad, line, isCut } = this.component;
    return [
      ...this.found,
      ...bad.map(({ number, text }): EventFault => ({ code: "bad_line", line: number, value: text })),
      ...(start === null && this.first("RECURRENCE-ID") === undefined ? [fault("no_start", line, "")] : []),
      ...(isCut ? [fault("cut", line, "")] : []),
    ];
  }

  private momentOf(line: ContentLine, value: string): Moment | null {
    const stamp = parseStamp(value);
    if (stamp === null) {
      this.found.push(fault("bad_time", line.number, value));
      return null;
    }
    const zoneName = stamp.isDate || stamp.isUtc ? null : (line.parameters.get("TZID") ?? null);
    const zone = stamp.isUtc ? UTC : zoneName === null ? null : this.zones.named(zoneName);
    if (zone === null && zoneName !== null) this.found.push(fault("no_zone", line.number, zoneName));
    return { ...stamp, zone, zoneName };
  }

  private durationOf(line: ContentLine, value: string): Duration | null {
    const duration = parseDuration(value);
    if (duration === null) this.found.push(fault("bad_time", line.number, value));
    return duration;
  }
}

function fault(code: EventFault["code"], line: number, value: string): EventFault {
  return { code, line, value };
}
