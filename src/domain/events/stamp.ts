/** Milliseconds of a civil time, counted as though its clock were that of UTC: what a wall shows, wherever it hangs. */
export type Wall = number;

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

/** A time as a calendar writes it: a whole day, an instant of UTC, or a time of a zone that is named beside it. */
export interface Stamp {
  readonly wall: Wall;
  readonly isDate: boolean;
  readonly isUtc: boolean;
}

const WRITTEN = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** Reads `20261103`, `20261103T090000`, `20261103T080000Z`, and `20261103T090000+0100` as some write it; null for what is no time that exists. */
export function parseStamp(text: string): Stamp | null {
  const match = WRITTEN.exec(text.trim());
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const midnight = wallOf(year, month, day);
  const isDay = month >= 1 && new Date(midnight).getUTCDate() === day && new Date(midnight).getUTCMonth() === month - 1;
  if (!isDay || hour > 24 || minute > 59 || second > 60) return null;
  /** A leap second is the one before it, which every clock here shows. */
  const wall = midnight + hour * HOUR_MS + minute * 60_000 + Math.min(second, 59) * 1_000;
  const [, sign = "", hours = "0", minutes = "0"] = /^([+-])(\d\d):?(\d\d)$/.exec(match[7] ?? "") ?? [];
  const ahead = (Number(hours) * HOUR_MS + Number(minutes) * 60_000) * (sign === "-" ? -1 : 1);
  return { wall: wall - ahead, isDate: match[4] === undefined, isUtc: match[7] !== undefined };
}

/** Midnight of a civil day; months count from 1, and years under 100 are those that they say. */
export function wallOf(year: number, month: number, day: number): Wall {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** The midnight before a time, and how long after it the time is. */
export function midnightOf(wall: Wall): Wall {
  return Math.floor(wall / DAY_MS) * DAY_MS;
}

/** How long something lasts: whole days of the clock, then exact time. */
export interface Duration {
  readonly days: number;
  readonly ms: number;
}

const LASTING = /^([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i;

/** Reads `PT1H30M`, `P2D` or `P1W`; null for what is no duration. */
export function parseDuration(text: string): Duration | null {
  const match = LASTING.exec(text.trim());
  if (match === null || /[PT]$/i.test(text.trim())) return null;
  const sign = match[1] === "-" ? -1 : 1;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part) => Number(part ?? 0) * sign);
  return { days: weeks * 7 + days, ms: hours * HOUR_MS + minutes * 60_000 + seconds * 1_000 };
}
