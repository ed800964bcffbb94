import { createHash } from "node:crypto";
import { type Day, type Month, monthOf } from "../../domain/calendar.ts";
import { plainWord } from "../../domain/columns.ts";
import { parseKilometres } from "../../domain/mileage.ts";
import { dayInParis } from "../../domain/paris.ts";
import type { ImportNote, Stretch } from "../../domain/stretches.ts";
import { saysThereAndBack } from "../../domain/there-and-back.ts";
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

/** A whole number of its own: neither the end of another one (`12,55`), nor the last digits of one with a space (`1 200`). */
const KILOMETRES = /(?<![\d.,]\s?)(\d+(?:[.,]\d)?)\s*km(?![a-z])/i;
const MOST_NOTE = 200;

/**
 * Reads drives from the events of a month: `Grenoble 106 km A/R`, or those that hold a word, all of one distance.
 * @throws {PorteError} what `readCalendars` throws, `expense.distance` for a distance that nobody drives in a day.
 */
export function readTripEvents(file: CalendarFile, wanted: TripEvents): ReadTripEvents {
  const { month, today, word, metres, owners, includeDeclined } = wanted;
  const read = readCalendars([file], { month, owners });
  const notes = [...read.notes];
  const ofMonth = read.stretches.flatMap((event) => {
    const date = dayOf(event);
    return date !== undefined && monthOf(date) === month ? [{ ...event, date }] : [];
  });
  const looked = ofMonth.filter((event) =>
    word === null ? KILOMETRES.test(event.text) : plainWord(event.text).includes(plainWord(word)),
  );
  const drives = looked.flatMap(({ date, aside, ...event }) => {
    if (aside !== undefined && !includeDeclined) {
      notes.push({ code: aside, at: event.at, text: event.text, day: date });
      return [];
    }
    const driven = metresOf(event.text) ?? metres;
    if (driven === null || date > today) return [];
    const source = createHash("sha256").update(`${event.at} ${date} ${event.text}`).digest("hex");
    const trip = { metres: driven, from: null, to: null };
    return [{ date, trip, mission: null, note: event.text.slice(0, MOST_NOTE), source }];
  });
  const told = notes.length - read.notes.length;
  const leftAside = looked.length - drives.length - told;
  return { drives: drives.sort((a, b) => a.date.localeCompare(b.date)), leftAside, notes };
}

/** The day on which a drive begins. */
function dayOf({ span }: Stretch): Day | undefined {
  return "days" in span ? span.days[0] : dayInParis(span.start);
}

function metresOf(text: string): number | null {
  const [, said] = KILOMETRES.exec(text) ?? [];
  if (said === undefined) return null;
  const metres = parseKilometres(said);
  return saysThereAndBack(text) ? metres * 2 : metres;
}
