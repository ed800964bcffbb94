import fc from "fast-check";
import { expect, test } from "vitest";
import { calendar, monthOf } from "./month-of.ts";
import { chanceOf, randomCalendar, shuffled } from "./random-calendar.ts";

const RUNS = process.env.npm_lifecycle_event === "check:calendars" ? 2_000 : 30;

/** A calendar made by chance, cut into its events; most are for ACME. */
const eventsOf = (seed: number): string[][] => {
  const text = randomCalendar(seed);
  return [...text.matchAll(/BEGIN:VEVENT\r\n([\s\S]*?)\r\nEND:VEVENT/g)].map(([, lines = ""]) =>
    lines.split("\r\n").map((line) => line.replace(/^SUMMARY:e[12]/, "SUMMARY:ACME")),
  );
};

/** Notes name lines and files; what they say of is the same. */
const saidOf = async (texts: Parameters<typeof monthOf>[0]) => {
  const { days, notes } = await monthOf(texts);
  return { days, notes: new Set(notes.map(({ code, text, day, detail }) => `${code} ${text} ${day} ${detail}`)) };
};

/** What another program does to a line when it writes it again: its own folds, and its parameters in another order. */
function rewritten(line: string, chance: (below: number) => number): string {
  const at = 1 + chance(Math.max(1, line.length - 1));
  return chance(3) === 0 ? `${line.slice(0, at)}\r\n ${line.slice(at)}` : line;
}

test("a calendar shuffled, doubled, split, written again: the same month", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      const chance = chanceOf(seed);
      const events = eventsOf(seed);
      const month = await saidOf(calendar(events));
      const mixed = shuffled(events, chance);
      const half = chance(mixed.length + 1);

      expect(await saidOf(calendar(mixed))).toEqual(month);
      expect(await saidOf(calendar([...events, ...mixed]))).toEqual(month);
      expect(await saidOf([calendar(mixed.slice(0, half)), calendar(mixed.slice(half))])).toEqual(month);
      expect(await saidOf(calendar(mixed.slice(0, half)) + calendar(mixed.slice(half)))).toEqual(month);
      expect(await saidOf([calendar(events), calendar(mixed)])).toEqual(month);
      const again = events.map((lines) =>
        shuffled(lines, chance).map((line) =>
          rewritten(line.replace("TZID=Europe/Paris", 'X-A=1;TZID="Romance Standard Time"'), chance),
        ),
      );
      expect(await saidOf(calendar(again, ["X-WR-CALNAME:Agenda"]))).toEqual(month);
    }),
    { numRuns: RUNS },
  );
});

const ZONES = [
  "Europe/Paris",
  "America/New_York",
  "Asia/Tokyo",
  "Pacific/Auckland",
  "America/St_Johns",
  "Asia/Kathmandu",
];
const clock = (instant: number, zone: string) =>
  new Date(instant).toLocaleString("sv-SE", { timeZone: zone }).replace(" ", "T").replaceAll(/[-:]/g, "");

test("a calendar whose times are said in other zones: the same month", async () => {
  const meeting = fc.record({
    start: fc.integer({
      min: Date.parse("2026-10-30T00:00Z") / 900_000,
      max: Date.parse("2026-12-01T23:00Z") / 900_000,
    }),
    quarters: fc.integer({ min: 1, max: 60 }),
    zones: fc.tuple(fc.constantFrom(...ZONES), fc.constantFrom(...ZONES)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(meeting, { minLength: 1, maxLength: 8 }), async (meetings) => {
      const said = (write: (instant: number, zone: string) => string) =>
        calendar(
          meetings.map(({ start, quarters, zones }, index) => [
            `UID:${index}`,
            `DTSTART${write(start * 900_000, zones[0])}`,
            `DTEND${write((start + quarters) * 900_000, zones[1])}`,
            "SUMMARY:ACME",
          ]),
        );
      const utc = (instant: number) => `:${clock(instant, "UTC")}Z`;
      /** What clocks show again as they go back is the first of the two (RFC 5545, 3.3.5): the second cannot be said on them. */
      const isShownAgain = (instant: number, zone: string) => clock(instant - 3_600_000, zone) === clock(instant, zone);
      const inZones = said((instant, zone) =>
        isShownAgain(instant, zone) ? utc(instant) : `;TZID=${zone}:${clock(instant, zone)}`,
      );
      const inUtc = said(utc);

      expect(await saidOf(inZones)).toEqual(await saidOf(inUtc));
    }),
    { numRuns: RUNS },
  );
});
