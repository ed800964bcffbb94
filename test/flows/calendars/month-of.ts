import type { ImportNote } from "../../../src/domain/time-intervals.ts";
import { type ImportTerms, readImport } from "../../../src/flows/activity/import/read.ts";
import { readerOf } from "../../parts/tables.ts";

/** A calendar of events, each of them its lines but for the first and the last. */
export function calendar(events: readonly (readonly string[])[], lines: readonly string[] = []): string {
  const inside = events.flatMap((event) => ["BEGIN:VEVENT", ...event, "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a test//FR", ...lines, ...inside, "END:VCALENDAR", ""].join(
    "\r\n",
  );
}

let count = 0;

/** An event of ACME, from 09:00 to 17:00 of Paris on a day of November unless its lines say otherwise. */
export function event(day: number, ...lines: readonly string[]): string[] {
  count += 1;
  const has = (name: string) => lines.some((line) => line.startsWith(name));
  const at = `202611${String(day).padStart(2, "0")}`;
  return [
    ...(has("UID") ? [] : [`UID:${count}@porte.example`]),
    ...(has("DTSTAMP") ? [] : ["DTSTAMP:20261001T080000Z"]),
    ...(has("DTSTART") ? [] : [`DTSTART;TZID=Europe/Paris:${at}T090000`]),
    ...(has("DTEND") || has("DURATION") || has("DTSTART") ? [] : [`DTEND;TZID=Europe/Paris:${at}T170000`]),
    ...(has("SUMMARY") ? [] : ["SUMMARY:ACME"]),
    ...lines,
  ];
}

export interface Month {
  /** `03=1 04=0.5`; what is not for ACME is named: `19=paid-leave 1`. */
  readonly days: string;
  readonly notes: readonly ImportNote[];
}

/** The November of calendars, for one who has a mission at ACME and one at NORD. */
export async function monthOf(
  texts: string | Uint8Array | readonly (string | Uint8Array)[],
  terms: Partial<ImportTerms> = {},
): Promise<Month> {
  const all = typeof texts === "string" || texts instanceof Uint8Array ? [texts] : texts;
  const files = all.map((text, index) => readerOf(text, {}, `${index + 1}.ics`));
  const { days, notes } = await readImport(files, {
    file: "1.ics",
    month: "2026-11",
    alsaceMoselle: false,
    rules: [{ pattern: "congés", what: "paid-leave" }],
    missions: ["ACME", "NORD"],
    dayHours: () => 7,
    onlyMission: null,
    isSheet: false,
    owners: ["claire@porte.example"],
    includeDeclined: false,
    ...terms,
  });
  const said = days.map(({ date, entries }) => {
    const all = entries.map(({ kind, mission, amount }) =>
      mission === "ACME" ? `${amount}` : `${mission ?? kind} ${amount}`,
    );
    return `${date.slice(8)}=${all.join("+")}`;
  });
  return { days: said.join(" "), notes };
}
