import type { Rule } from "./rule.ts";
import { completeRule, isDayOf, weekOf } from "./rule-days.ts";
import { DAY_MS, HOUR_MS, type Wall, wallOf } from "./stamp.ts";

/** What an expansion may cost, in days and times looked at. It is shared by all of a file, and counted down. */
export interface Allowance {
  left: number;
}

/** An event repeats more often, or is counted from further away, than anybody's calendar does. */
export class TooMany extends Error {
  override readonly name = "TooMany";
}

/** What bounds the times of a rule besides what it says itself. */
export interface ExpansionTerms {
  /** Only times from the first on and before the second are given. */
  readonly from: Wall;
  readonly to: Wall;
  /** Says whether a time is not past the rule's end; every later one then is. */
  readonly isInTime: (wall: Wall) => boolean;
  /** Says whether the clocks of its zone ever show a time: those that they skip are none (RFC 5545, 3.3.10). */
  readonly isShown: (wall: Wall) => boolean;
  readonly allowance: Allowance;
}

const MAX_TIMES = 10_000;

/**
 * The times of an event that repeats, within bounds. Its start is always the first of them, and counts as one. A rule that is not counted
 * is looked at only around the bounds, wherever it began.
 * @throws {TooMany} for more than ten thousand times, or where the allowance is used up.
 */
export function expand(given: Rule, start: Wall, terms: ExpansionTerms): Wall[] {
  const rule = completeRule(given, start);
  const isWithin = (wall: Wall) => wall >= terms.from && wall < terms.to;
  const found = isWithin(start) ? [start] : [];
  if (start >= terms.to) return found;
  for (const wall of countedTimes(rule, start, terms)) {
    if (isWithin(wall)) found.push(wall);
    if (found.length > MAX_TIMES) throw new TooMany();
  }
  return found;
}

/** The times after the start, until the rule, its count or the bounds end. */
function* countedTimes(rule: Rule, start: Wall, terms: ExpansionTerms): Generator<Wall> {
  let left = (rule.count ?? Number.POSITIVE_INFINITY) - 1;
  for (const wall of timesFrom(rule, start, terms)) {
    if (left === 0 || wall >= terms.to || !terms.isInTime(wall)) return;
    if (wall <= start || !terms.isShown(wall)) continue;
    yield wall;
    left -= 1;
  }
}

/** The times of a rule in their order, from its start where they are counted, else from the period in which the bounds begin. */
function* timesFrom(rule: Rule, start: Wall, { from, to, allowance }: ExpansionTerms): Generator<Wall> {
  const bounds = { first: rule.count === null ? Math.max(start, from) : start, to, allowance };
  const periods = rule.frequency in UNITS ? shortPeriods(rule, start, bounds) : longPeriods(rule, start, bounds);
  for (const period of periods) yield* atPositions(rule.positions, period);
}

function atPositions(positions: readonly number[], period: readonly Wall[]): readonly Wall[] {
  if (positions.length === 0) return period;
  const kept = new Set(positions.map((one) => period.at(one > 0 ? one - 1 : one)));
  return period.filter((wall) => kept.has(wall));
}

/** The times of the day at which a rule falls, in milliseconds since midnight. */
function dayTimes({ hours, minutes, seconds }: Rule, start: Wall): readonly number[] {
  const at = new Date(start);
  const or = (list: readonly number[], own: number) => (list.length > 0 ? [...list].sort((a, b) => a - b) : [own]);
  return or(hours, at.getUTCHours()).flatMap((hour) =>
    or(minutes, at.getUTCMinutes()).flatMap((minute) =>
      or(seconds, at.getUTCSeconds()).map((second) => hour * HOUR_MS + minute * 60_000 + Math.min(second, 59) * 1_000),
    ),
  );
}

interface Bounds {
  readonly first: Wall;
  readonly to: Wall;
  readonly allowance: Allowance;
}

function spend(allowance: Allowance, cost: number): void {
  allowance.left -= cost;
  if (allowance.left < 0) throw new TooMany();
}

/** Days, weeks, months and years: each gives all its days, then all their times. */
function* longPeriods(rule: Rule, start: Wall, { first, to, allowance }: Bounds): Generator<Wall[]> {
  const { interval } = rule;
  const times = dayTimes(rule, start);
  const origin = periodIndex(rule, start);
  const steps = Math.max(0, Math.floor((periodIndex(rule, first) - origin) / interval));
  for (let index = origin + steps * interval; periodStart(rule, index) < to; index += interval) {
    spend(allowance, (periodStart(rule, index + 1) - periodStart(rule, index)) / DAY_MS);
    const days = daysIn(rule, index);
    spend(allowance, days.length * times.length);
    yield days.flatMap((midnight) => times.map((time) => midnight + time));
  }
}

/** The days of a period that the rule names; a month that it does not name has none. */
function daysIn(rule: Rule, index: number): Wall[] {
  const { frequency, months } = rule;
  if (frequency === "MONTHLY" && months.length > 0 && !months.includes((index % 12) + 1)) return [];
  const days: Wall[] = [];
  const until = periodStart(rule, index + 1);
  for (let midnight = periodStart(rule, index); midnight < until; midnight += DAY_MS)
    if (isDayOf(rule, midnight)) days.push(midnight);
  return days;
}

/** The place of a time's period among all those of its kind. */
function periodIndex({ frequency, weekStart }: Rule, wall: Wall): number {
  const midnight = Math.floor(wall / DAY_MS) * DAY_MS;
  const date = new Date(midnight);
  if (frequency === "DAILY") return midnight / DAY_MS;
  if (frequency === "WEEKLY") return (weekOf(midnight, weekStart) - weekOf(0, weekStart)) / DAY_MS / 7;
  if (frequency === "MONTHLY") return date.getUTCFullYear() * 12 + date.getUTCMonth();
  return date.getUTCFullYear();
}

function periodStart({ frequency, weekStart }: Rule, index: number): Wall {
  if (frequency === "DAILY") return index * DAY_MS;
  if (frequency === "WEEKLY") return weekOf(0, weekStart) + index * 7 * DAY_MS;
  if (frequency === "MONTHLY") return wallOf(Math.floor(index / 12), (index % 12) + 1, 1);
  return wallOf(index, 1, 1);
}

const UNITS = { HOURLY: HOUR_MS, MINUTELY: 60_000, SECONDLY: 1_000 } as const;

/** Hours, minutes and seconds: days and hours that the rule does not name are stepped over. */
function* shortPeriods(rule: Rule, start: Wall, { first, to, allowance }: Bounds): Generator<Wall[]> {
  const { frequency, interval, hours, minutes, seconds } = rule;
  const unit = UNITS[frequency as keyof typeof UNITS];
  const step = interval * unit;
  const origin = Math.floor(start / unit) * unit;
  const isOf = (list: readonly number[], one: number) => list.length === 0 || list.includes(one);
  const skip = (from: Wall, until: Wall) => from + Math.max(1, Math.ceil((until - from) / step)) * step;
  let at = origin + Math.max(0, Math.floor((first - origin) / step)) * step;
  while (at < to) {
    spend(allowance, 1);
    const midnight = Math.floor(at / DAY_MS) * DAY_MS;
    const hour = Math.floor((at - midnight) / HOUR_MS);
    const minute = Math.floor(at / 60_000) % 60;
    if (!isDayOf(rule, midnight)) at = skip(at, midnight + DAY_MS);
    else if (!isOf(hours, hour)) at = skip(at, midnight + (hour + 1) * HOUR_MS);
    else if (frequency !== "HOURLY" && !isOf(minutes, (minute + 60) % 60)) at = skip(at, at + 1);
    else if (frequency === "SECONDLY" && !isOf(seconds, ((Math.floor(at / 1_000) % 60) + 60) % 60)) at += step;
    else {
      yield timesOf(rule, start, at);
      at += step;
    }
  }
}

/** The times within an hour, a minute or a second. */
function timesOf({ frequency, minutes, seconds }: Rule, start: Wall, at: Wall): Wall[] {
  const own = new Date(start);
  const or = (list: readonly number[], one: number) => (list.length > 0 ? [...list].sort((a, b) => a - b) : [one]);
  const inMinute =
    frequency === "SECONDLY" ? [0] : or(seconds, own.getUTCSeconds()).map((one) => Math.min(one, 59) * 1_000);
  const inHour = frequency === "HOURLY" ? or(minutes, own.getUTCMinutes()).map((one) => one * 60_000) : [0];
  return inHour.flatMap((minute) => inMinute.map((second) => at + minute + second));
}
