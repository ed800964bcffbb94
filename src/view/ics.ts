import { addDays, type Day } from "../domain/calendar.ts";

/** One day of a calendar. */
export interface CalendarDay {
  /** The same for the same thing, however often it is written. */
  readonly uid: string;
  readonly day: Day;
  readonly title: string;
  readonly text: string;
}

/** A line holds so many bytes at most before it goes on in the next (RFC 5545, 3.1). */
const MOST_BYTES = 75;

/**
 * Writes whole days as a calendar that other programs read (RFC 5545): each is an entry of its civil day, in whatever zone it is read.
 * @param now the instant at which it is written.
 */
export function calendarFile(days: readonly CalendarDay[], now: Date): string {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//porte//porte status//FR",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...days.flatMap(({ uid, day, title, text }) => [
      "BEGIN:VEVENT",
      `UID:${escaped(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      `DTEND;VALUE=DATE:${addDays(day, 1).replaceAll("-", "")}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r?\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

/** Parts a line between letters, never within one. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, bytes] = ["", 0];
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (bytes + size > MOST_BYTES) {
      parts.push(part);
      [part, bytes] = [" ", 1];
    }
    part += letter;
    bytes += size;
  }
  return [...parts, part].join("\r\n");
}
