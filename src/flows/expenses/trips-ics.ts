import { createHash } from "node:crypto";
import { type Day, type Month, monthOf } from "../../domain/calendar.ts";
import { plainWord } from "../../domain/columns.ts";
import { isDistance } from "../../domain/mileage.ts";
import { dayInParis } from "../../domain/paris.ts";
import { saysThereAndBack } from "../../domain/there-and-back.ts";
import type { ImportNote, TimeInterval } from "../../domain/time-intervals.ts";
import { decimalFrom } from "../../domain/written-amount.ts";
import { type CalendarFile, readCalendars } from "../calendar/read.ts";
import type { WrittenDrive } from "./trips-table.ts";

/** Which events of a calendar are drives, and how long those are that do not say it. */
export interface TripEvents {
  readonly month: Month;
  /** Events after it have not been driven yet. */
  readonly today: Day;
  /** A word of the events to take; null for those that say their kilometres. */
  readonly word: string | null;
  /** There and back where it was said so; null where each event says its own. */
  readonly metres: number | null;
  /** Whether events that were declined, or that leave their time free, are drives too. */
  readonly includeDeclined: boolean;
  /** The porté's own addresses, in small letters. */
  readonly owners: readonly string[];
}

/** The drives of a calendar, and how many of the events that were looked for give none. */
export interface ReadTripEvents {
  readonly drives: readonly WrittenDrive[];
  readonly leftAside: number;
  /** What could not be read, and what was declined. */
  readonly notes: readonly ImportNote[];
}

/** Anything that says kilometres: what it says is read by itself, and named where it cannot be. */
const KILOMETRES = /\d\s*(?:km|kms|kilom[eè]tres?)(?!\p{L})/iu;
/** A number of its own, whose thousands may be apart: not the end of a name (`A6 106 km`). */
const DISTANCE =
  /(?<![\p{L}\d.,'’-])(\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?|\d[\d.,]*)\s*(?:km|kms|kilom[eè]tres?)(?!\p{L})/iu;
const MAX_NOTE = 200;

/**
 * Reads drives from the events of a month: `Grenoble 106 km A/R`, or those that hold a word, all of one distance.
 * @throws {PorteError} what `readCalendars` throws.
 */
export function readTripEvents(file: CalendarFile, wanted: TripEvents): ReadTripEvents {
  const { month, today, word, metres, owners, includeDeclined } = wanted;
  const read = readCalendars([file], { month, owners });
  const notes = [...read.notes];
  const ofMonth = read.timeIntervals.flatMap((event) => {
    const date = dayOf(event);
    return date !== undefined && monthOf(date) === month ? [{ ...event, date }] : [];
  });
  const looked = ofMonth.filter((event) =>
    word === null ? KILOMETRES.test(event.text) : plainWord(event.text).includes(plainWord(word)),
  );
  const named = new Set<string>();
  /** An earlier porte had one name for all the drives of an event on a day, and kept the first of them. */
  const earlier = (words: string) => {
    const isFirst = !named.has(words);
    named.add(words);
    return isFirst ? { before: { sources: [hashOf(words)], paid: null, place: 1 } } : {};
  };
  const drives = looked.flatMap(({ date, aside, ...event }) => {
    if (aside !== undefined && !includeDeclined) {
      notes.push({ code: aside, at: event.at, text: event.text, day: date });
      return [];
    }
    if (date > today) return [];
    const driven = KILOMETRES.test(event.text) ? metresOf(event.text) : metres;
    if (driven === null) {
      if (KILOMETRES.test(event.text)) notes.push({ code: "bad_distance", at: event.at, text: event.text, day: date });
      return [];
    }
    const trip = { metres: driven, from: null, to: null };
    const source = `drive ${hashOf(`${event.at} ${startOf(event)}`)}`;
    const before = earlier(`${event.at} ${date} ${event.text}`);
    return [{ date, trip, mission: null, note: event.text.slice(0, MAX_NOTE), source, ...before }];
  });
  const told = notes.length - read.notes.length;
  const leftAside = looked.length - drives.length - told;
  return { drives: drives.sort((a, b) => a.date.localeCompare(b.date)), leftAside, notes };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Which occurrence of its event it is: an instant, or a day. */
function startOf({ span }: TimeInterval): string {
  return "days" in span ? (span.days[0] ?? "") : span.start.toISOString();
}

/** The day on which a drive begins. */
function dayOf({ span }: TimeInterval): Day | undefined {
  return "days" in span ? span.days[0] : dayInParis(span.start);
}

function metresOf(text: string): number | null {
  const [, said = ""] = DISTANCE.exec(text) ?? [];
  const metres = decimalFrom(said, 3);
  if (typeof metres !== "number" || !isDistance(metres)) return null;
  return saysThereAndBack(text) ? metres * 2 : metres;
}
