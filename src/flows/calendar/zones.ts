import type { Allowance } from "../../domain/events/expand.ts";
import { parseRule } from "../../domain/events/rule.ts";
import { DAY_MS, HOUR_MS, parseStamp, type Stamp } from "../../domain/events/stamp.ts";
import { type Observance, UTC, type Zone, zoneFrom } from "../../domain/events/zone.ts";
import { PARIS } from "../../domain/paris.ts";
import type { Component } from "./components.ts";

const ZULU = /^(?:z|utc|gmt|tzone:\/\/microsoft\/utc)$/i;
const HOME = /^(?:europe\/paris|romance standard time)$/i;
/** `UTC+01:00`, `GMT+0100`, `(GMT+01.00) Paris`. */
const AHEAD = /^\(?(?:utc|gmt)\s*([+-])(\d{1,2})[:.]?(\d\d)?\)?$/i;

/**
 * The time zones that a file's events name. A name that the world knows, IANA's or Windows', is believed before what the file says of it: many
 * files describe one year of a zone only. Then come the file's own zones, the names that programs put paths around, and cities.
 */
export class Zones {
  private readonly known = new Map<string, Zone | null>();
  private readonly described = new Map<string, Component>();
  private readonly windows: (name: string) => string | undefined;
  private readonly allowance: Allowance;

  /** `windows` gives the IANA name of a zone of Windows. */
  constructor(components: readonly Component[], windows: (name: string) => string | undefined, allowance: Allowance) {
    this.windows = windows;
    this.allowance = allowance;
    for (const component of components) {
      const name = wordOf(component, "TZID");
      if (name !== undefined && !this.described.has(name)) this.described.set(name, component);
    }
  }

  /** The zone of a name; null where nobody knows it. */
  named(name: string): Zone | null {
    const found = this.known.get(name);
    if (found !== undefined) return found;
    const zone = this.find(name.trim());
    this.known.set(name, zone);
    return zone;
  }

  private find(name: string): Zone | null {
    if (ZULU.test(name)) return UTC;
    if (HOME.test(name)) return PARIS;
    const described = this.described.get(name);
    const own = described === undefined ? null : () => this.asDescribed(described);
    return (
      /** Names without a place, as `EST`, are several places' own. */
      (own !== null && !name.includes("/") && this.windows(name) === undefined ? own() : null) ??
      this.ofWorld(name) ??
      own?.() ??
      this.wrapped(name) ??
      aheadOfUtc(name) ??
      byCity(name)
    );
  }

  private asDescribed(component: Component): Zone | null {
    const located = wordOf(component, "X-LIC-LOCATION");
    const zone = located === undefined ? null : this.ofWorld(located);
    return zone ?? zoneFrom(observancesOf(component), this.allowance);
  }

  private ofWorld(name: string): Zone | null {
    const windows = this.windows(name);
    return ianaZone(name) ?? (windows === undefined ? null : ianaZone(windows));
  }

  /** `/freeassociation.sourceforge.net/Tzfile/Europe/Paris`, `/mozilla.org/20050126_1/Europe/Paris`. */
  private wrapped(name: string): Zone | null {
    const parts = name.split("/").filter((part) => part !== "");
    for (const count of [3, 2, 1]) {
      const zone = parts.length > count ? this.ofWorld(parts.slice(-count).join("/")) : null;
      if (zone !== null) return zone;
    }
    return null;
  }
}

function wordOf({ lines }: Component, name: string): string | undefined {
  return lines.find((line) => line.name === name)?.value.trim();
}

/** A zone by its IANA name, asked of Intl twice a day at most: what it says is kept. */
function ianaZone(name: string): Zone | null {
  const clock = clockOf(name);
  if (clock === null) return null;
  const days = new Map<number, number | null>();
  const offsets = new Map<number, number>();
  const asked = (instant: number) => {
    const minute = Math.floor(instant / 60_000) * 60_000;
    const known = offsets.get(minute) ?? offsetOf(clock, minute);
    offsets.set(minute, known);
    return known;
  };
  return {
    offsetAt(instant) {
      const day = Math.floor(instant / DAY_MS);
      let ofDay = days.get(day);
      if (ofDay === undefined) {
        const [before, after] = [asked(day * DAY_MS), asked((day + 1) * DAY_MS)];
        ofDay = before === after ? before : null;
        days.set(day, ofDay);
      }
      return ofDay ?? asked(instant);
    },
  };
}

function clockOf(name: string): Intl.DateTimeFormat | null {
  if (!/^[A-Za-z]+[A-Za-z0-9_+/-]*$/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return null;
  }
}

/** Dates past those that a Date holds are of no zone. */
const FURTHEST = 8.64e15;

function offsetOf(clock: Intl.DateTimeFormat, instant: number): number {
  if (Math.abs(instant) >= FURTHEST) return 0;
  const parts = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  const number = (name: string) => Number(parts[name]);
  const year = parts.era === "BC" ? 1 - number("year") : number("year");
  const day = new Date(0).setUTCFullYear(year, number("month") - 1, number("day"));
  return day + number("hour") * HOUR_MS + number("minute") * 60_000 + number("second") * 1_000 - instant;
}

function aheadOfUtc(name: string): Zone | null {
  const [, sign = "", hours = "", minutes = "0"] = AHEAD.exec(name) ?? [];
  if (hours === "") return null;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "-" ? -1 : 1);
  return { offsetAt: () => offset };
}

/** `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`: the first of the cities that has a zone of its own. */
function byCity(name: string): Zone | null {
  const cities = name.replace(/^\([^)]*\)\s*/, "").split(/\s*,\s*/);
  const zones = Intl.supportedValuesOf("timeZone");
  for (const city of cities) {
    const end = `/${city.replaceAll(" ", "_").toLowerCase()}`;
    const zone = zones.find((one) => one.toLowerCase().endsWith(end));
    if (zone !== undefined) return ianaZone(zone);
  }
  return null;
}

function observancesOf({ parts }: Component): Observance[] {
  return parts.flatMap(({ lines }) => {
    const all = (name: string) => lines.filter((line) => line.name === name).map(({ value }) => value);
    const start = parseStamp(all("DTSTART")[0] ?? "");
    const [offsetFrom, offsetTo] = [parseOffset(all("TZOFFSETFROM")[0]), parseOffset(all("TZOFFSETTO")[0])];
    if (start === null || offsetTo === null) return [];
    const more = all("RDATE").flatMap((value) => value.split(",").flatMap((one) => parseStamp(one) ?? [])) as Stamp[];
    const rules = all("RRULE").flatMap((value) => parseRule(value) ?? []);
    return [{ start, offsetFrom: offsetFrom ?? offsetTo, offsetTo, rules, more }];
  });
}

/** `+0100`, `-033000`; in milliseconds. */
function parseOffset(text: string | undefined): number | null {
  const [, sign = "", hours = "", minutes = "", seconds = "0"] =
    /^([+-]?)(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(text?.trim() ?? "") ?? [];
  if (hours === "") return null;
  const offset = Number(hours) * HOUR_MS + Number(minutes) * 60_000 + Number(seconds) * 1_000;
  return sign === "-" ? -offset : offset;
}
