import { type Allowance, expand, TooMany } from "./expand.ts";
import type { Rule } from "./rule.ts";
import { DAY_MS, type Stamp, type Wall, wallOf } from "./stamp.ts";

/** The clocks of a place: how far ahead of UTC they are at an instant, in milliseconds. */
export interface Zone {
  offsetAt(instant: number): number;
}

export const UTC: Zone = { offsetAt: () => 0 };

/** The instant at which a zone's clocks show a time: the first of two, and for one that they skip, as before they were put forward. */
export function instantOf(zone: Zone, wall: Wall): number {
  const [before, after] = [zone.offsetAt(wall - DAY_MS), zone.offsetAt(wall + DAY_MS)];
  if (before === after || zone.offsetAt(wall - before) === before) return wall - before;
  return zone.offsetAt(wall - after) === after ? wall - after : wall - before;
}

/** What the clocks of a zone show at an instant. */
export function wallIn(zone: Zone, instant: number): Wall {
  return instant + zone.offsetAt(instant);
}

/** A zone that says how it is now, of which nobody else knows: when its clocks changed, and how they change each year. */
export interface Observance {
  readonly start: Stamp;
  readonly offsetFrom: number;
  readonly offsetTo: number;
  readonly rules: readonly Rule[];
  readonly more: readonly Stamp[];
}

const NO_LIMIT = () => true;

/** Makes a zone of what a calendar says of it (RFC 5545, 3.6.5); null where it says nothing. */
export function zoneFrom(observances: readonly Observance[], allowance: Allowance): Zone | null {
  const [earliest] = [...observances].sort((one, other) => one.start.wall - other.start.wall);
  if (earliest === undefined) return null;
  const years = new Map<number, readonly Onset[]>();
  const ofYear = (year: number) => {
    const known = years.get(year) ?? onsetsOf(observances, year, allowance);
    years.set(year, known);
    return known;
  };
  return {
    offsetAt(instant) {
      const year = new Date(instant).getUTCFullYear();
      const last = lastBefore(ofYear(year), instant);
      return last?.offset ?? earliest.offsetFrom;
    },
  };
}

interface Onset {
  readonly instant: number;
  readonly offset: number;
}

/** All that may hold within a year: its own changes, and of each kind the last one before. */
function onsetsOf(observances: readonly Observance[], year: number, allowance: Allowance): Onset[] {
  return observances.flatMap(({ start, offsetFrom, offsetTo, rules, more }) => {
    /** Four years hold a change of every rule that names a day of each year, and the last one is enough. */
    const bounds = { from: wallOf(year - 4, 1, 1), to: wallOf(year + 1, 1, 3), isShown: NO_LIMIT, allowance };
    const repeated = rules.flatMap((rule) => {
      const { until } = rule;
      const end = until === null ? Number.POSITIVE_INFINITY : until.wall + (until.isUtc ? offsetFrom : 0);
      const isInTime = (wall: Wall) => wall <= end;
      const later = orNone(() => expand(rule, start.wall, { ...bounds, isInTime }));
      /** A rule that has ended holds until another begins. */
      const ended = until === null || end >= bounds.from ? [] : lastOf(rule, start.wall, end, allowance);
      return [...ended, ...later];
    });
    return [start.wall, ...more.map(({ wall }) => wall), ...repeated].map((wall) => ({
      instant: wall - offsetFrom,
      offset: offsetTo,
    }));
  });
}

function lastOf(rule: Rule, start: Wall, end: Wall, allowance: Allowance): Wall[] {
  const bounds = { from: end - 4 * 366 * DAY_MS, to: end + 1, isInTime: NO_LIMIT, isShown: NO_LIMIT, allowance };
  return orNone(() => expand(rule, start, bounds));
}

function orNone(work: () => Wall[]): Wall[] {
  try {
    return work();
  } catch (failure) {
    if (failure instanceof TooMany) return [];
    throw failure;
  }
}

function lastBefore(onsets: readonly Onset[], instant: number): Onset | undefined {
  let last: Onset | undefined;
  for (const onset of onsets)
    if (onset.instant <= instant && (last === undefined || onset.instant >= last.instant)) last = onset;
  return last;
}
