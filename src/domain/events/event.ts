import type { Rule } from "./rule.ts";
import type { Duration, Stamp } from "./stamp.ts";
import type { Zone } from "./zone.ts";

/** A time of an event, with the clocks that it is read on; null for those of a zone that nobody knows. */
export interface Moment extends Stamp {
  readonly zone: Zone | null;
  /** The zone as it is named; null where none is. */
  readonly zoneName: string | null;
}

/** Why an event is left aside though it can be read. */
export type Aside = "declined" | "transparent";

/** One version of an event, as a calendar holds it. */
export interface EventVersion {
  /** The event's own identifier; where it has none, all that it says. */
  readonly uid: string;
  /** The line on which it begins. */
  readonly line: number;
  readonly text: string;
  /** Null for an event that does not say it, or not so that it can be read. */
  readonly start: Moment | null;
  readonly end: Moment | Duration | null;
  /** Which occurrence of its series it replaces; null for an event of its own, or for a series. */
  readonly replaces: Moment | null;
  /** Whether the series is as this says from that occurrence on. */
  readonly isFromThereOn: boolean;
  readonly rules: readonly Rule[];
  readonly exceptRules: readonly Rule[];
  readonly added: readonly { readonly start: Moment; readonly end: Moment | Duration | null }[];
  readonly except: readonly Moment[];
  readonly isCancelled: boolean;
  readonly aside: Aside | null;
  /** Which version it is: the sequence, then when it was stamped, then when it was changed. */
  readonly version: readonly [sequence: number, stamped: number, changed: number];
  /** The lines of it that could not be read. */
  readonly faults: readonly EventFault[];
}

/** A line of an event that could not be read. */
export interface EventFault {
  readonly code: "bad_line" | "bad_rule" | "bad_time" | "no_start" | "no_zone" | "too_many" | "cut";
  readonly line: number;
  readonly value: string;
}

/** Says whether an end is a length of time. */
export function isDuration(end: Moment | Duration): end is Duration {
  return "days" in end;
}

/**
 * The version that stands among several of one event or occurrence: the highest sequence, then the latest stamp, then the latest change
 * (RFC 5546, 2.1.5). A cancellation stands before what it is told with, and of two that differ in nothing that says which is later, the
 * same one is taken whatever their order.
 */
export function latest(versions: readonly EventVersion[]): EventVersion | undefined {
  let best: EventVersion | undefined;
  for (const version of versions) if (best === undefined || compare(best, version) < 0) best = version;
  return best;
}

function compare(one: EventVersion, other: EventVersion): number {
  for (const place of [0, 1, 2] as const) {
    const difference = one.version[place] - other.version[place];
    if (difference !== 0) return difference;
  }
  if (one.isCancelled !== other.isCancelled) return one.isCancelled ? 1 : -1;
  const [mine, its] = [contentOf(one), contentOf(other)];
  return mine === its ? 0 : mine < its ? -1 : 1;
}

/** All that makes an event what it is, to be compared. */
export function contentOf({ text, start, end, rules, added, except, replaces }: EventVersion): string {
  return JSON.stringify([text, start, end, rules, added, except, replaces], (key, value) =>
    key === "zone" ? undefined : value,
  );
}
