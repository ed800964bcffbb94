import { addDays, type Day, isDay, type Month } from "./calendar.ts";
import { once } from "./once.ts";
import { monthsNamed } from "./typed/month.ts";

/** What a day written with three numbers begins with; a year of two digits may be the first. */
export const DAY_ORDERS = ["day-first", "month-first", "year-first"] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

/** What may stand behind a day: a time, which is left out. */
const TIME = "(?:[T ,]+\\d{1,2}[:h]\\d{2}.{0,30})?$";
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}`);
const COMPACT = /^(20\d\d)(\d\d)(\d\d)$/;
/** After the name of a day of the week, if there is one. */
const dayNamed = once(
  () =>
    new RegExp(
      `^(?:\\p{L}{3,9}[.,]* )?(\\d{1,2})(?:er|st|nd|rd|th)?[-/. ]+(\\p{L}{3,9})[-/., ]+(\\d{4}|\\d{2})${TIME}`,
      "u",
    ),
);
const monthNamed = once(
  () => new RegExp(`^(?:\\p{L}{3,9}[.,]* )?(\\p{L}{3,9})[-. ]+(\\d{1,2})(?:st|nd|rd|th)?[, -]+(\\d{4})${TIME}`, "u"),
);
/** Days since the last day of 1899 that spreadsheets write; those of this century. */
const SERIAL = /^([3-7]\d{4})(?:[.,]\d{1,15})?$/;
const LONGEST = 60;

/**
 * Reads a day as people, banks and spreadsheets write it: `2026-11-03`, `03/11/2026`, `3.11.26`, `3 nov. 2026`, `Nov 3, 2026`,
 * `20261103`, `46329`; a time behind it is left out, a year of two digits is of this century. Null for what is no day.
 */
export function dayFrom(text: string, order: DayOrder = "day-first"): Day | null {
  const typed = text.trim();
  if (typed.length > LONGEST || !/\d/.test(typed)) return null;
  return fromNumbers(typed, order) ?? fromNames(typed) ?? fromSerial(typed);
}

function fromNumbers(text: string, order: DayOrder): Day | null {
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return civil(first[1], first[3], first[4]);
  const compact = COMPACT.exec(text);
  if (compact !== null) return civil(compact[1], compact[2], compact[3]);
  const [, one, , other, year] = YEAR_LAST.exec(text) ?? [];
  if (order === "year-first") return one?.length === 2 && year?.length === 2 ? civil(one, other, year) : null;
  return order === "day-first" ? civil(year, other, one) : civil(year, one, other);
}

function fromNames(text: string): Day | null {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ");
  const [, day, name = "", year] = dayNamed().exec(plain) ?? [];
  const [month] = monthsNamed(name);
  if (month !== undefined) return civil(year, String(month), day);
  const [, other = "", its, of] = monthNamed().exec(plain) ?? [];
  const [found] = monthsNamed(other);
  return found === undefined ? null : civil(of, String(found), its);
}

function fromSerial(text: string): Day | null {
  const [, days] = SERIAL.exec(text) ?? [];
  if (days === undefined) return null;
  const day = addDays("1899-12-30", Number(days));
  return isDay(day) ? day : null;
}

function civil(year = "", month = "", day = ""): Day | null {
  const whole = `${year.length === 2 ? "20" : ""}${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(whole) ? whole : null;
}

/** How the days of a column are written, and whether nothing speaks against it. */
export interface DayReading {
  readonly order: DayOrder;
  /** Whether it is sure: where it is not, somebody is to be asked. */
  readonly isSure: boolean;
  /** Whether a day that can be read one way alone says so, or no day has two readings: others of the column change nothing. */
  readonly isProven: boolean;
  /** Those in which they can be read. */
  readonly orders: readonly DayOrder[];
}

/** What is known beside the days of a column: the month in which they must be, and today. */
interface DayTerms {
  readonly month: Month | null;
  readonly today: Day | null;
}

/** Days older than this are none that somebody writes with a year of two digits; nor are those much later than today. */
const OLDEST_DAYS = 20 * 365;
const LATEST_DAYS = 31;

/** Looks at the days of a column one after the other, to find what they begin with. */
class DayOrders {
  /** How many can be read in one order alone, by order, and how many in several. */
  private readonly alone = new Map<DayOrder, number>();
  private both = 0;
  /** Whether a day with hyphens may begin with its year, as `24-11-25`: with other signs it rather begins with the day. */
  private hasYear = false;
  private readonly months = new Map<DayOrder, Map<Month, number>>(DAY_ORDERS.map((order) => [order, new Map()]));
  private readonly month: Month | null;
  private readonly first: Day;
  private readonly last: Day;

  constructor({ month, today }: DayTerms) {
    this.month = month;
    this.first = today === null ? "2010-01-01" : addDays(today, -OLDEST_DAYS);
    this.last = today === null ? "2099-12-31" : addDays(today, LATEST_DAYS);
  }

  see(text: string): void {
    const [, , mark] = YEAR_LAST.exec(text.trim()) ?? [];
    if (mark === undefined) return;
    const read = this.readings(text);
    const [only] = read;
    if (only === undefined) return;
    if (read.length > 1) this.both += 1;
    else this.alone.set(only.order, (this.alone.get(only.order) ?? 0) + 1);
    if (read.length > 1 && mark === "-" && read.some(({ order }) => order === "year-first")) this.hasYear = true;
    for (const { order, day } of read) this.count(order, day);
  }

  /** A day that may begin with its year can be read otherwise only where it would be no day to come, nor one of long ago. */
  private readings(text: string): readonly { readonly order: DayOrder; readonly day: Day }[] {
    const read = DAY_ORDERS.flatMap((order) => {
      const day = dayFrom(text, order);
      return day === null ? [] : [{ order, day }];
    });
    const isLikely = ({ day }: { day: Day }) =>
      day.slice(0, 7) === this.month || (day >= this.first && day <= this.last);
    const isYear = read.some((one) => one.order === "year-first" && isLikely(one));
    return isYear ? read.filter(isLikely) : read.filter(({ order }) => order !== "year-first");
  }

  /**
   * Says in which order they are written. A day that can be read one way alone decides; else the month that was asked for does, in which
   * the days must be; else the day is first, as in France, unless each would then be of another month and all of one month otherwise,
   * or the year may be.
   */
  reading(): DayReading {
    const orders = DAY_ORDERS.filter((order) => (this.months.get(order)?.size ?? 0) > 0);
    const [most, ...others] = [...this.alone].sort(([, one], [, other]) => other - one);
    if (most !== undefined) return { order: most[0], isSure: others.length === 0, isProven: true, orders };
    const found = this.month === null ? this.ofSpread() : this.ofMonth(this.month);
    return { ...found, isProven: this.both === 0, orders };
  }

  private ofMonth(month: Month): Pick<DayReading, "order" | "isSure"> {
    const counts = DAY_ORDERS.map((order) => ({ order, count: this.months.get(order)?.get(month) ?? 0 }));
    const within = counts.filter(({ count }) => count > 0);
    const [only] = within;
    if (only === undefined) return { order: "day-first", isSure: true };
    const whole = within.length === 1 ? only : within.find(({ count }) => count === this.both);
    if (whole !== undefined) return { order: whole.order, isSure: true };
    return { order: within.reduce((max, one) => (one.count > max.count ? one : max)).order, isSure: false };
  }

  private ofSpread(): Pick<DayReading, "order" | "isSure"> {
    const months = (order: DayOrder) => this.months.get(order)?.size ?? 0;
    const isSpread = months("day-first") > 2 && months("month-first") === 1;
    return { order: "day-first", isSure: !isSpread && !this.hasYear };
  }

  private count(order: DayOrder, day: Day): void {
    const months = this.months.get(order);
    const month = day.slice(0, 7);
    months?.set(month, (months.get(month) ?? 0) + 1);
  }
}

/** Finds the order in which the days of a column are written. */
export function dayOrderOf(
  cells: Iterable<string>,
  { month = null, today = null }: Partial<DayTerms> = {},
): DayReading {
  const orders = new DayOrders({ month, today });
  for (const cell of cells) orders.see(cell);
  return orders.reading();
}
