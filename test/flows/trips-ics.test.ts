import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTripEvents } from "../../src/flows/expenses/trips-ics.ts";
import { ExpenseDrafts } from "../../src/store/expense-drafts.ts";
import { calendar } from "./calendars/month-of.ts";

function drivesOf(events: readonly (readonly string[])[], more: { word?: string; metres?: number } = {}) {
  const { word = null, metres = null } = more;
  const terms = { month: "2026-11", today: "2026-11-27", word, metres, includeDeclined: false, owners: [] };
  return readTripEvents({ file: "f", bytes: Buffer.from(calendar(events)) }, terms);
}
const on = (day: string, title: string, ...more: string[]) => [
  `UID:${day}${title}`,
  `DTSTART;VALUE=DATE:202611${day}`,
  `SUMMARY:${title}`,
  ...more,
];

test.each<[string, number | null]>([
  ["Grenoble 106 km", 106_000],
  ["Grenoble 106\\,5 km A/R", 213_000],
  ["Grenoble 106.55 km", 106_550],
  ["Brest 1 200 km", 1_200_000],
  ["Brest 1\u202f200\\,5 km", 1_200_500],
  ["Par l'A6 106 km", 106_000],
  ["Brest 1.200 km", null],
  ["Brest 1.2.3 km", null],
  ["Brest 0 km", null],
  ["Brest 900 000 km", null],
  ["Trajet (12km)", 12_000],
])("%s is read to the metre, or named", (title, metres) => {
  const { drives, leftAside, notes } = drivesOf([on("03", title), on("04", "Lyon 10 km")]);
  expect(drives.map(({ trip }) => trip.metres)).toEqual(metres === null ? [10_000] : [metres, 10_000]);
  expect(notes.map(({ code, day }) => `${code} ${day}`)).toEqual(metres === null ? ["bad_distance 2026-11-03"] : []);
  expect(leftAside).toBe(0);
});

test("two drives of a series on one day are two, and what an earlier porte kept of them is one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "porte-drives-"));
  const drafts = new ExpenseDrafts(join(folder, "default"));
  const now = new Date("2026-11-27T08:00:00Z");
  const rule = "RRULE:FREQ=DAILY;COUNT=4;BYHOUR=8,18";
  const { drives } = drivesOf([["UID:a", "DTSTART:20261103T080000Z", "DURATION:PT1H", "SUMMARY:Vienne 30 km", rule]]);
  const plain = {
    category: "mileage",
    amountCents: 1_000,
    vat: [],
    mission: null,
    merchant: null,
    units: 1,
    department: null,
  } as const;
  const facts = (date: string) => ({ ...plain, date, note: "Vienne 30 km", trip: null });
  const earlier = createHash("sha256").update("a 2026-11-03 Vienne 30 km").digest("hex");
  await drafts.add([{ facts: facts("2026-11-03"), receipt: null, source: earlier }], now);
  const take = async () => {
    const news = drives.map(({ date, source, ...one }) => ({
      facts: facts(date),
      receipt: null,
      source,
      ...(one.before === undefined ? {} : { before: one.before }),
    }));
    return (await drafts.add(news, now)).map(({ isNew }) => isNew);
  };
  expect(await take()).toEqual([false, true, true, true]);
  expect(await take()).toEqual([false, false, false, false]);
  rmSync(folder, { recursive: true });
});
