import type { Day } from "./calendar.ts";
import type { Zone } from "./events/zone.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Says on which civil day of Paris an instant falls, from 1996 on. */
export function dayInParis(instant: Date): Day {
  return inParis(instant).slice(0, 10);
}

/** Says what the clocks of Paris show at an instant: `18:04`. */
export function timeInParis(instant: Date): string {
  return inParis(instant).slice(11, 16);
}

/**
 * The wall clock of Paris, as text. The rule is written out because asking Intl for it takes a fifth of a command's start:
 * summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (directive 2000/84/CE).
 */
function inParis(instant: Date): string {
  const ms = instant.getTime();
  return new Date(ms + offsetInParis(ms)).toISOString();
}

function offsetInParis(ms: number): number {
  const year = new Date(ms).getUTCFullYear();
  const isSummer = ms >= lastSunday(year, 2) + HOUR_MS && ms < lastSunday(year, 9) + HOUR_MS;
  return (isSummer ? 2 : 1) * HOUR_MS;
}

/** The clocks of Paris, from 1996 on. */
export const PARIS: Zone = { offsetAt: offsetInParis };

/** Midnight UTC of a 31-day month's last Sunday; months count from 0. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31));
  return last.getTime() - last.getUTCDay() * DAY_MS;
}

/** Gives the instant at which the clocks of Paris show a day and a time; one that they skip is an hour later, one that they show twice is the first. */
export function instantInParis(day: Day, time: string): Date {
  const wall = Date.parse(`${day}T${time}Z`);
  const summer = new Date(wall - 2 * HOUR_MS);
  const shows = (instant: Date) => inParis(instant).slice(0, 19) === new Date(wall).toISOString().slice(0, 19);
  return shows(summer) ? summer : new Date(wall - HOUR_MS);
}
