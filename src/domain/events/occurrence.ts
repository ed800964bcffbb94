import { type EventVersion, isDuration, type Moment } from "./event.ts";
import { DAY_MS, midnightOf, type Wall } from "./stamp.ts";
import { instantOf, wallIn, type Zone } from "./zone.ts";

/** A time as the walls of a place show it, and as the world counts. */
export interface Point {
  readonly wall: Wall;
  readonly instant: number;
}

/** A time at which an event takes place. */
export interface Occurrence {
  readonly event: EventVersion;
  readonly start: Point;
  readonly end: Point;
  /** Whether it is of whole days, which are then those of its walls: from the first midnight to the last. */
  readonly isDays: boolean;
}

/** Where an event takes place, and how it ends. */
export interface Setting {
  readonly zone: Zone;
  /** The clocks of Paris. */
  readonly home: Zone;
  readonly end: EventVersion["end"];
  /** Whether the end is that of this occurrence only, and not as long after each start as after the first. */
  readonly isOwn: boolean;
}

type Started = EventVersion & { readonly start: Moment };

/**
 * An event at a time of its zone. An end that is written stands as long after each occurrence as after the first, to the second; a
 * duration in days is of days of the clock (RFC 5545, 3.8.5.3).
 */
export function occurrenceAt(event: Started, wall: Wall, setting: Setting): Occurrence {
  const start = { wall, instant: instantOf(setting.zone, wall) };
  const end = endOf(event.start, start, setting);
  if (!event.start.isDate) return wholeDays(event, [start, end], setting) ?? { event, start, end, isDays: false };
  /** A day that ends as it begins is one all the same: several programs write it so. */
  const lastWall = end.wall === wall ? wall + DAY_MS : end.wall;
  return { event, start, end: { ...end, wall: lastWall }, isDays: true };
}

function endOf(first: Moment, start: Point, { zone, end, isOwn }: Setting): Point {
  if (end === null) return start;
  if (isDuration(end)) {
    const instant = instantOf(zone, start.wall + end.days * DAY_MS) + end.ms;
    return {
      instant,
      wall: first.isDate ? midnightOf(start.wall + end.days * DAY_MS + end.ms) : wallIn(zone, instant),
    };
  }
  if (first.isDate) {
    const wall = start.wall + midnightOf(end.wall - (isOwn ? start.wall : first.wall));
    return { wall, instant: instantOf(zone, wall) };
  }
  const written = instantOf(end.zone ?? zone, end.wall);
  const instant = isOwn ? written : start.instant + written - instantOf(zone, first.wall);
  return { instant, wall: wallIn(zone, instant) };
}

const LAST_MINUTE = DAY_MS - 60_000;

/** Whole days written as times: from a midnight to a midnight, or to the last minute before it, where the event is or in Paris. */
function wholeDays(event: EventVersion, points: readonly [Point, Point], { zone, home }: Setting): Occurrence | null {
  for (const place of [zone, home]) {
    const [start, end] = points.map(({ instant }) => ({ instant, wall: wallIn(place, instant) })) as [Point, Point];
    const last = end.wall - midnightOf(end.wall) >= LAST_MINUTE ? midnightOf(end.wall) + DAY_MS : end.wall;
    const isWhole = start.wall === midnightOf(start.wall) && last === midnightOf(last) && last - start.wall >= DAY_MS;
    if (isWhole) return { event, start, end: { ...end, wall: last }, isDays: true };
  }
  return null;
}
