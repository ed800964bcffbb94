import { DAY_MS, HOUR_MS, wallOf } from "../../../src/domain/events/stamp.ts";

type Chance = (below: number) => number;

/** Mulberry32: the same numbers for the same seed, on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const ZONES = [
  "Europe/Paris",
  "Europe/Paris",
  "Europe/London",
  "America/New_York",
  "Asia/Tokyo",
  "Romance Standard Time",
  "UTC",
];
const WEEK = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const IANA: Readonly<Record<string, string>> = { "Romance Standard Time": "Europe/Paris" };

/** A calendar of one to three events that repeat, with what is taken out of them, added to them, moved and cancelled: the same for the same seed. */
export function randomCalendar(seed: number): string {
  const chance = chanceOf(seed);
  const events = Array.from({ length: 1 + chance(3) }, (_, index) => eventOf(`e${index + 1}`, chance));
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//chance//EN", ...shuffled(events.flat(), chance).flat()];
  return `${[...lines, "END:VCALENDAR"].join("\r\n")}\r\n`;
}

export function shuffled<Item>(list: readonly Item[], chance: Chance): Item[] {
  return list
    .map((item) => ({ item, place: chance(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function pick<Item>(list: readonly Item[], chance: Chance): Item {
  return list[chance(list.length)] as Item;
}

function some<Item>(list: readonly Item[], most: number, chance: Chance): Item[] {
  return shuffled(list, chance).slice(0, 1 + chance(most));
}

const date = (wall: number) => new Date(wall).toISOString().slice(0, 10).replaceAll("-", "");
const time = (wall: number) => `${date(wall)}T${new Date(wall).toISOString().slice(11, 19).replaceAll(":", "")}`;

/** A time of a zone in UTC, by asking Intl: no code that is being tried. */
function inUtc(wall: number, zone: string): number {
  const shown = (instant: number) =>
    Date.parse(`${new Date(instant).toLocaleString("sv-SE", { timeZone: IANA[zone] ?? zone }).replace(" ", "T")}Z`);
  const guess = wall - (shown(wall) - wall);
  return guess - (shown(guess) - wall);
}

function written(name: string, wall: number, zone: string | null): string {
  if (zone === null) return `${name};VALUE=DATE:${date(wall)}`;
  if (zone === "UTC") return `${name}:${time(wall)}Z`;
  return `${name};TZID=${zone}:${time(wall)}`;
}

function eventOf(uid: string, chance: Chance): string[][] {
  const zone = chance(4) === 0 ? null : pick(ZONES, chance);
  const day =
    chance(5) === 0 ? wallOf(2019 + chance(7), 1 + chance(12), 1 + chance(28)) : wallOf(2026, 8, 1 + chance(115));
  const start = zone === null ? day : day + (6 + chance(16)) * HOUR_MS + chance(4) * 15 * 60_000;
  const lasts = zone === null ? (1 + chance(chance(3) === 0 ? 12 : 2)) * DAY_MS : (1 + chance(9)) * HOUR_MS;
  const rule = ruleOf(start, zone, chance);
  const step = rule.text.includes("WEEKLY") ? 7 * rule.interval : rule.interval;
  const near = () => start + step * chance(Math.ceil(130 / step)) * DAY_MS;
  const lines = [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    "DTSTAMP:20261001T080000Z",
    written("DTSTART", start, zone),
    lastingOf(start, lasts, zone, chance),
    `SUMMARY:${uid}`,
    ...(rule.text === "" ? [] : [`RRULE:${rule.text}`]),
  ];
  const added = Array.from({ length: chance(4) === 0 ? 1 + chance(2) : 0 }, () => start + (1 + chance(120)) * DAY_MS);
  const dropped = Array.from({ length: chance(3) === 0 ? 1 + chance(4) : 0 }, near);
  for (const wall of added) lines.push(written("RDATE", wall, zone));
  for (const wall of dropped) lines.push(elsewhere("EXDATE", wall, zone, chance));
  const ofSeries = [...lines, "END:VEVENT"];
  const moved = [...new Set(Array.from({ length: chance(2) * (1 + chance(3)) }, near))];
  return [ofSeries, ...moved.map((wall, index) => changeOf(`${uid}`, index, { wall, lasts, zone }, chance))];
}

/** The same time in the event's own zone, or in UTC. */
function elsewhere(name: string, wall: number, zone: string | null, chance: Chance): string {
  return zone === null || chance(3) > 0 ? written(name, wall, zone) : written(name, inUtc(wall, zone), "UTC");
}

function lastingOf(start: number, lasts: number, zone: string | null, chance: Chance): string {
  if (chance(4) > 0) return written("DTEND", start + lasts, zone);
  return zone === null ? `DURATION:P${lasts / DAY_MS}D` : `DURATION:PT${lasts / HOUR_MS}H`;
}

interface Series {
  readonly wall: number;
  readonly lasts: number;
  readonly zone: string | null;
}

function changeOf(uid: string, index: number, { wall, lasts, zone }: Series, chance: Chance): string[] {
  const to = wall + (chance(81) - 40) * DAY_MS + (zone === null ? 0 : (chance(5) - 2) * HOUR_MS);
  const place = zone === null ? null : pick([zone, zone, ...ZONES], chance);
  const replaced = elsewhere("RECURRENCE-ID", wall, zone, chance);
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    "DTSTAMP:20261001T080000Z",
    replaced,
    written("DTSTART", to, place),
    lastingOf(to, lasts, place, chance),
    `SUMMARY:${uid} moved ${index}`,
    ...(chance(5) === 0 ? ["STATUS:CANCELLED"] : []),
    "END:VEVENT",
  ];
}

function ruleOf(
  start: number,
  zone: string | null,
  chance: Chance,
): { readonly text: string; readonly interval: number } {
  if (chance(7) === 0) return { text: "", interval: 1 };
  const frequency = pick(["DAILY", "WEEKLY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"], chance);
  const interval = chance(2) === 0 ? 1 : 1 + chance(4);
  const parts = [
    `FREQ=${frequency}`,
    ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
    ...partsOf(frequency, chance),
  ];
  const isSplit = parts.some((part) => part.startsWith("BY"));
  /** A second of what may have one only would send the other reader to the year 9999. */
  const hasTwo =
    frequency === "MONTHLY" &&
    parts.some((part) => /^BYDAY=[A-Z]/.test(part)) &&
    !parts.some((part) => /^BYMONTH/.test(part));
  const isPlaced = isSplit && chance(5) === 0;
  if (isPlaced) parts.push(`BYSETPOS=${some(hasTwo ? [1, 2, 3, -1, -2] : [1, -1], 2, chance).join(",")}`);
  /**
   * A place is one of the whole week (RFC 5545, 3.3.10), of which python-dateutil leaves out what is before the start: the
   * week begins with it then, and the cases by hand have the others.
   */
  const isWeekly = isPlaced && frequency === "WEEKLY";
  if (isWeekly) parts.push(`WKST=${WEEK[(new Date(start).getUTCDay() + 6) % 7]}`);
  else if (chance(4) === 0) parts.push(`WKST=${pick(WEEK, chance)}`);
  return { text: [...parts, ...endOf(start, zone, chance)].join(";"), interval };
}

function endOf(start: number, zone: string | null, chance: Chance): string[] {
  const end = chance(3);
  if (end === 0) return [];
  if (end === 1) {
    return [`COUNT=${1 + chance(40)}`];
  }
  const day = wallOf(2026, 10, 20) + chance(50) * DAY_MS + (start % DAY_MS);
  /** Not before the start, which is an occurrence whatever its rule says. */
  const until = Math.max(start, day + (zone === null ? 0 : (chance(5) - 2) * HOUR_MS));
  return [`UNTIL=${zone === null ? date(until) : `${time(inUtc(until, zone))}Z`}`];
}

const MONTHS = [1, 3, 6, 9, 10, 11, 12];

function partsOf(frequency: string, chance: Chance): string[] {
  const days = (most: number) => `BYDAY=${some(WEEK, most, chance).join(",")}`;
  const monthDays = () => `BYMONTHDAY=${some([1, 2, 5, 10, 15, 20, 28, 30, -1, -2, -5], 3, chance).join(",")}`;
  const months = () => `BYMONTH=${some(MONTHS, 4, chance).join(",")}`;
  const shapes: Readonly<Record<string, readonly (() => string[])[]>> = {
    DAILY: [() => [], () => [days(4)], () => [months()], () => [monthDays()]],
    WEEKLY: [() => [], () => [days(4)], () => [days(3)], () => [days(3), months()]],
    MONTHLY: [
      () => [],
      () => [monthDays()],
      () => [days(4)],
      () => [`BYDAY=${pick(["1", "2", "3", "4", "-1", "-2", "+2"], chance)}${pick(WEEK, chance)}`],
      () => [days(2), monthDays()],
      () => [monthDays(), months()],
    ],
    YEARLY: [
      () => [],
      () => [months()],
      () => [months(), `BYDAY=${pick(["1", "-1", "2"], chance)}${pick(WEEK, chance)}`],
      () => [months(), monthDays()],
      () => [`BYYEARDAY=${some([1, 305, 310, 320, 333, -40, -50], 3, chance).join(",")}`],
      () => [`BYWEEKNO=${some([44, 45, 46, 47, 48, -6], 3, chance).join(",")}`, days(3)],
    ],
  };
  return pick(shapes[frequency] ?? [], chance)();
}
