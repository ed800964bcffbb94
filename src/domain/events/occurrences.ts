import { type EventFault, type EventVersion, isDuration, latest, type Moment } from "./event.ts";
import { type Allowance, expand, TooMany } from "./expand.ts";
import { type Occurrence, occurrenceAt } from "./occurrence.ts";
import type { Rule } from "./rule.ts";
import { DAY_MS, type Duration, midnightOf, type Wall } from "./stamp.ts";
import { instantOf, wallIn, type Zone } from "./zone.ts";

/** What an event gives: times within bounds, and what of it could not be read. */
export interface Found {
  readonly occurrences: readonly Occurrence[];
  readonly faults: readonly (EventFault & { readonly event: EventVersion })[];
}

/** The instants between which events are looked for, and the clocks of those that name no zone. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly home: Zone;
  readonly allowance: Allowance;
}

/** Zones differ from UTC by less, and so does what they do in a night. */
const ZONE_SLACK = 2 * DAY_MS;
const MAX_WORK = 10_000_000;

/**
 * The times of an event between two instants, from all that a calendar says under one identifier. An occurrence that was changed alone is
 * where its own start is, and no longer where the series had it; so is one whose series is not told.
 */
export function occurrencesOf(told: readonly EventVersion[], bounds: Bounds): Found {
  const series = latest(told.filter(({ replaces }) => replaces === null));
  if (series?.isCancelled === true) return { occurrences: [], faults: [] };
  const versions = told.map((version) => atItsTime(version, series, bounds));
  const changes = changesOf(versions, series, bounds.home);
  const standing = [...changes.values()].filter((change) => !change.isCancelled && !isOutdated(change, series, bounds));
  const faults = [...(series === undefined ? [] : [series]), ...standing].flatMap((event) =>
    event.faults.map((fault) => ({ ...fault, event })),
  );
  const ofSeries: Occurrence[] = [];
  try {
    if (series !== undefined) ofSeries.push(...repeated(series, changes, bounds));
  } catch (failure) {
    if (!(failure instanceof TooMany) || series === undefined) throw failure;
    faults.push({ event: series, code: "too_many", line: series.line, value: series.text });
  }
  const alone = standing.flatMap((change) => single(change, series, bounds.home));
  return { occurrences: [...ofSeries, ...alone].filter((one) => touches(one, bounds)), faults };
}

/** A change of what the series was, before all of it was changed: its sequence is lower, and the series no longer has its occurrence. */
function isOutdated(change: EventVersion, series: EventVersion | undefined, { home, allowance }: Bounds): boolean {
  const { replaces } = change;
  if (series?.start == null || replaces === null || change.version[0] >= series.version[0]) return false;
  const { start } = series;
  const zone = start.zone ?? home;
  const at = replaces.isDate ? replaces.wall : wallIn(zone, instantOf(replaces.zone ?? home, replaces.wall));
  const wanted = keyOf(replaces, start, home);
  const times = timesNear(series, start, at, { zone, allowance });
  return (
    times !== null &&
    !times.some((wall) => wanted === `day ${midnightOf(wall)}` || wanted === `at ${instantOf(zone, wall)}`)
  );
}

/** The times that a series has around one of them; null where nobody can count them. */
function timesNear(
  series: EventVersion,
  start: Moment,
  at: Wall,
  { zone, allowance }: { readonly zone: Zone; readonly allowance: Allowance },
): Wall[] | null {
  const reach = { from: midnightOf(at) - DAY_MS, to: midnightOf(at) + 2 * DAY_MS, allowance };
  try {
    return [...series.added.map((one) => addedWall(one.start, start, zone)), ...wallsOf(series, start, zone, reach)];
  } catch (failure) {
    if (failure instanceof TooMany) return null;
    throw failure;
  }
}

/** A change that names the day of a series of hours is of the time that the series has on that day, where it has one only. */
function atItsTime(change: EventVersion, series: EventVersion | undefined, { home, allowance }: Bounds): EventVersion {
  const { replaces } = change;
  if (series?.start == null || series.start.isDate || replaces?.isDate !== true) return change;
  const { start } = series;
  const times = timesNear(series, start, replaces.wall, { zone: start.zone ?? home, allowance }) ?? [];
  const [wall, ...others] = new Set(times.filter((time) => midnightOf(time) === replaces.wall));
  if (wall === undefined || others.length > 0) return change;
  return { ...change, replaces: { ...start, wall } };
}

function touches({ start, end, isDays }: Occurrence, { from, to }: Bounds): boolean {
  if (isDays) return start.wall < to + DAY_MS && Math.max(end.wall, start.wall + DAY_MS) > from - DAY_MS;
  return start.instant < to && Math.max(end.instant, start.instant + 1) > from;
}

/** The latest version of each occurrence that was changed alone, by the occurrence. */
function changesOf(
  versions: readonly EventVersion[],
  series: EventVersion | undefined,
  home: Zone,
): ReadonlyMap<string, EventVersion> {
  const found = new Map<string, EventVersion[]>();
  for (const version of versions) {
    if (version.replaces === null) continue;
    const key = keyOf(version.replaces, series?.start ?? null, home);
    const ofOccurrence = found.get(key) ?? [];
    ofOccurrence.push(version);
    found.set(key, ofOccurrence);
  }
  return new Map([...found].map(([key, all]) => [key, latest(all) as EventVersion]));
}

/** Which occurrence a time means: a day of a series of whole days, else an instant. A day of a series of hours is one of its own clocks. */
function keyOf(moment: Moment, of: Moment | null, home: Zone): string {
  const { wall, isDate, isUtc, zone } = moment;
  if (isDate) return `day ${midnightOf(wall)}`;
  if (of?.isDate !== true) return `at ${instantOf(zone ?? home, wall)}`;
  /** A midnight of UTC is a day written as a time; any other instant of UTC is a day of Paris. */
  return `day ${midnightOf(isUtc && wall % DAY_MS !== 0 ? wallIn(home, wall) : wall)}`;
}

/** The series itself, but for what is taken out of it or changed alone. */
function repeated(series: EventVersion, changes: ReadonlyMap<string, EventVersion>, bounds: Bounds): Occurrence[] {
  const { start, end } = series;
  const { home } = bounds;
  if (start === null) return [];
  const zone = start.zone ?? home;
  const gone = new Set([...series.except.map((one) => keyOf(one, start, home)), ...changes.keys()]);
  const isGone = (wall: Wall) => gone.has(`day ${midnightOf(wall)}`) || gone.has(`at ${instantOf(zone, wall)}`);
  const shifts = shiftsOf(changes, zone);
  const times = new Map<Wall, EventVersion["end"]>();
  for (const wall of wallsOf(series, start, zone, reachOf(series, shifts, bounds))) times.set(wall, null);
  for (const added of series.added) times.set(addedWall(added.start, start, zone), added.end);
  if (times.size * shifts.length > MAX_WORK) throw new TooMany();
  return [...times]
    .filter(([wall]) => !isGone(wall))
    .flatMap(([wall, ownEnd]) => {
      const shift = shifts.findLast(({ from }) => from <= wall);
      if (shift === undefined)
        return occurrenceAt({ ...series, start }, wall, { zone, home, end: ownEnd ?? end, isOwn: ownEnd !== null });
      const { event } = shift;
      if (event.isCancelled || event.start === null) return [];
      const moved = { zone: event.start.zone ?? home, home, end: event.end, isOwn: false };
      return occurrenceAt({ ...event, start: event.start }, wall + shift.by, moved);
    });
}

/** A day that is added keeps the hours of its series. */
function addedWall({ wall, isDate, zone: own }: Moment, start: Moment, zone: Zone): Wall {
  if (isDate) return wall + start.wall - midnightOf(start.wall);
  const shown = own === null || own === zone ? wall : wallIn(zone, instantOf(own, wall));
  return start.isDate ? midnightOf(shown) : shown;
}

interface Shift {
  readonly from: Wall;
  readonly by: number;
  readonly event: EventVersion;
}

/** The changes that hold from their occurrence on (`RANGE=THISANDFUTURE`), in their order. */
function shiftsOf(changes: ReadonlyMap<string, EventVersion>, zone: Zone): Shift[] {
  return [...changes.values()]
    .flatMap((event) => {
      const { replaces, start, isFromThereOn } = event;
      if (!isFromThereOn || replaces === null) return [];
      const from = replaces.isDate ? replaces.wall : wallIn(zone, instantOf(replaces.zone ?? zone, replaces.wall));
      return [{ from, by: start === null ? 0 : start.wall - from, event }];
    })
    .sort((one, other) => one.from - other.from);
}

type Reach = Pick<Bounds, "from" | "to" | "allowance">;

/** How far around the bounds the series' own times must be looked at: one may be long, or have been moved. */
function reachOf(series: EventVersion, shifts: readonly Shift[], { from, to, allowance }: Bounds): Reach {
  const furthest = shifts.reduce((max, { by }) => Math.max(max, Math.abs(by)), 0);
  const longest = shifts.reduce((max, { event }) => Math.max(max, lengthOf(event)), lengthOf(series));
  return { from: from - ZONE_SLACK - longest - furthest, to: to + ZONE_SLACK + furthest, allowance };
}

function lengthOf({ start, end }: EventVersion): number {
  if (start === null || end === null) return DAY_MS;
  return Math.max(0, isDuration(end) ? end.days * DAY_MS + end.ms : end.wall - start.wall) + DAY_MS;
}

function wallsOf(series: EventVersion, start: Moment, zone: Zone, reach: Reach): Wall[] {
  if (series.rules.length === 0) return [start.wall];
  const isShown = (wall: Wall) => start.isDate || wallIn(zone, instantOf(zone, wall)) === wall;
  const timesOf = (rule: Rule) =>
    expand(rule, start.wall, { ...reach, isShown, isInTime: (wall) => isInTime(rule, wall, start, zone) });
  const except = new Set(series.exceptRules.flatMap(timesOf));
  /** The start is of every rule, and is taken out by its date only. */
  except.delete(start.wall);
  return series.rules.flatMap(timesOf).filter((wall) => !except.has(wall));
}

/** An end in UTC is an instant; one that is a day holds all of it; one without a zone is of the series' own clocks. */
function isInTime({ until }: Rule, wall: Wall, start: Moment, zone: Zone): boolean {
  if (until === null) return true;
  if (until.isDate) return wall < until.wall + DAY_MS;
  if (!until.isUtc) return wall <= until.wall;
  /** For days, a midnight of UTC is the day that it names, and any other instant is on the clocks of Paris. */
  if (start.isDate && until.wall % DAY_MS === 0) return wall <= until.wall;
  return instantOf(zone, wall) <= until.wall;
}

/** An occurrence that was changed alone: what it does not say is as its series has it. */
function single(change: EventVersion, series: EventVersion | undefined, home: Zone): Occurrence[] {
  const start = change.start ?? change.replaces;
  if (start === null) return [];
  const text = change.text === "" ? (series?.text ?? "") : change.text;
  const end = change.end ?? (series === undefined ? null : lasting(series, home));
  const event = { ...change, start, text };
  return [occurrenceAt(event, start.wall, { zone: start.zone ?? home, home, end, isOwn: false })];
}

/** How long a series' events last, as a length of time. */
function lasting({ start, end }: EventVersion, home: Zone): Duration | null {
  if (start === null || end === null || isDuration(end)) return end as Duration | null;
  if (start.isDate) return { days: (end.wall - start.wall) / DAY_MS, ms: 0 };
  return { days: 0, ms: instantOf(end.zone ?? home, end.wall) - instantOf(start.zone ?? home, start.wall) };
}
