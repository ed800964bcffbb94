import { parseStamp, type Stamp } from "./stamp.ts";

const FREQUENCIES = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A day of the week, from 0 for Monday, and which one of its month or year: 1 the first, -1 the last, 0 for every one. */
export interface WeekDay {
  readonly day: number;
  readonly nth: number;
}

/** How an event repeats (RFC 5545, 3.3.10); a list that is empty says nothing. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: Stamp | null;
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly weekDays: readonly WeekDay[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weekNumbers: readonly number[];
  readonly months: readonly number[];
  readonly positions: readonly number[];
  /** The day on which a week begins, from 0 for Monday. */
  readonly weekStart: number;
}

const WEEK = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/** What is said of a rule without changing when it falls: the calendar of this world, and dates that do not exist left out. */
const PLAIN: Readonly<Record<string, string>> = { RSCALE: "GREGORIAN", SKIP: "OMIT" };
const LISTS = {
  BYSECOND: ["seconds", 0, 60],
  BYMINUTE: ["minutes", 0, 59],
  BYHOUR: ["hours", 0, 23],
  BYMONTHDAY: ["monthDays", -31, 31],
  BYYEARDAY: ["yearDays", -366, 366],
  BYWEEKNO: ["weekNumbers", -53, 53],
  BYMONTH: ["months", 1, 12],
  BYSETPOS: ["positions", -366, 366],
} as const;

/** Reads how an event repeats; null for what is no rule, or for one that other calendars than ours would read. */
export function parseRule(text: string): Rule | null {
  const parts = partsOf(text);
  const frequency = FREQUENCIES.find((one) => one === parts?.get("FREQ"));
  if (parts === null || frequency === undefined || !isKnown(parts)) return null;
  const lists = listsOf(parts);
  const weekDays = weekDaysOf(parts.get("BYDAY"));
  const bounds = boundsOf(parts);
  if (lists === null || weekDays === null || bounds === null) return null;
  return { frequency, weekDays, ...bounds, ...lists };
}

function boundsOf(parts: ReadonlyMap<string, string>): Pick<Rule, "interval" | "count" | "until" | "weekStart"> | null {
  const [interval, count] = [wholeOf(parts.get("INTERVAL")), wholeOf(parts.get("COUNT"))];
  const until = parts.has("UNTIL") ? parseStamp(parts.get("UNTIL") ?? "") : undefined;
  const weekStart = WEEK.indexOf(parts.get("WKST") ?? "MO");
  if (interval === null || count === null || until === null || weekStart < 0) return null;
  return { interval: interval ?? 1, count: count ?? null, until: until ?? null, weekStart };
}

/** The parts of a rule by their names; null for what is none, or is said twice. */
function partsOf(text: string): Map<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of text.split(";").filter((one) => one.trim() !== "")) {
    const at = part.indexOf("=");
    const name = part.slice(0, at).trim().toUpperCase();
    if (at < 1 || parts.has(name)) return null;
    parts.set(
      name,
      part
        .slice(at + 1)
        .trim()
        .toUpperCase(),
    );
  }
  return parts;
}

const KNOWN = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", ...Object.keys(LISTS)]);

function isKnown(parts: ReadonlyMap<string, string>): boolean {
  return [...parts].every(([name, value]) => KNOWN.has(name) || name.startsWith("X-") || PLAIN[name] === value);
}

/** A whole number from 1; undefined where nothing is said, null for anything else. */
function wholeOf(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  return /^\+?\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

type Lists = Pick<Rule, (typeof LISTS)[keyof typeof LISTS][0]>;

function listsOf(parts: ReadonlyMap<string, string>): Lists | null {
  const lists: Record<string, readonly number[]> = {};
  for (const [part, [name, least, most]] of Object.entries(LISTS)) {
    const written = parts.get(part)?.split(",") ?? [];
    const numbers = written.map((one) => (/^[+-]?\d{1,3}$/.test(one.trim()) ? Number(one) : Number.NaN));
    const isFair = (one: number) => one >= least && one <= most && (one !== 0 || least === 0);
    if (!numbers.every(isFair)) return null;
    lists[name] = [...new Set(numbers)];
  }
  return lists as unknown as Lists;
}

function weekDaysOf(text: string | undefined): WeekDay[] | null {
  const days = (text?.split(",") ?? []).map((one) => {
    const [, nth = "", name = ""] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(one.trim()) ?? [];
    return { day: WEEK.indexOf(name), nth: Number(nth) };
  });
  return days.every(({ day, nth }) => day >= 0 && Math.abs(nth) <= 53) ? days : null;
}
