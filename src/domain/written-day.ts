import { addDays, type Day, isDay, type Month } from "./calendar.ts";

/** Which of two numbers is the month where both could be. */
export type DayOrder = "day-first" | "month-first";

const MONTHS = [
  ["janvier", "janv", "jan", "january"],
  ["fevrier", "fevr", "fev", "february", "feb"],
  ["mars", "mar", "march"],
  ["avril", "avr", "april", "apr"],
  ["mai", "may"],
  ["juin", "june", "jun"],
  ["juillet", "juil", "july", "jul"],
  ["aout", "august", "aug"],
  ["septembre", "sept", "september", "sep"],
  ["octobre", "oct", "october"],
  ["novembre", "nov", "november"],
  ["decembre", "dec", "december"],
];
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** What may stand behind a day: a time, which is left out. */
const TIME = "(?:[T ,]+\\d{1,2}[:h]\\d{2}.{0,30})?$";
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}`);
const COMPACT = /^(20\d\d)(\d\d)(\d\d)$/;
/** After the name of a day of the week, if there is one. */
const DAY_NAMED = new RegExp(
  `^(?:\\p{L}{3,9}[.,]* )?(\\d{1,2})(?:er|st|nd|rd|th)?[-/. ]+(\\p{L}{3,9})[-/., ]+(\\d{4}|\\d{2})${TIME}`,
  "u",
);
const MONTH_NAMED = new RegExp(
  `^(?:\\p{L}{3,9}[.,]* )?(\\p{L}{3,9})[-. ]+(\\d{1,2})(?:st|nd|rd|th)?[, -]+(\\d{4})${TIME}`,
  "u",
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
  return order === "day-first" ? civil(year, other, one) : civil(year, one, other);
}

function fromNames(text: string): Day | null {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ");
  const [, day, name = "", year] = DAY_NAMED.exec(plain) ?? [];
  const month = MONTH_OF.get(name);
  if (month !== undefined) return civil(year, String(month), day);
  const [, other = "", its, of] = MONTH_NAMED.exec(plain) ?? [];
  const found = MONTH_OF.get(other);
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
}

/** Looks at the days of a column one after the other, to find whether the month is written first. */
class DayOrders {
  private dayFirst = 0;
  private monthFirst = 0;
  private both = 0;
  private readonly months = { "day-first": new Map<Month, number>(), "month-first": new Map<Month, number>() };

  see(text: string): void {
    const [, , mark] = YEAR_LAST.exec(text.trim()) ?? [];
    if (mark === undefined) return;
    const [one, other] = [dayFrom(text, "day-first"), dayFrom(text, "month-first")];
    if (one !== null && other !== null) this.both += 1;
    else if (one !== null) this.dayFirst += 1;
    else if (other !== null) this.monthFirst += 1;
    this.count("day-first", one);
    this.count("month-first", other);
  }

  /**
   * Says in which order they are written. A day that can be read one way alone decides; else the month that was asked for does, in which
   * the days must be; else the day is first, as in France, unless each would then be of another month and all of one month otherwise.
   */
  reading(month: Month | null = null): DayReading {
    if (this.dayFirst > 0 || this.monthFirst > 0)
      return {
        order: this.monthFirst > this.dayFirst ? "month-first" : "day-first",
        isSure: this.dayFirst === 0 || this.monthFirst === 0,
        isProven: true,
      };
    return { ...(month === null ? this.ofSpread() : this.ofMonth(month)), isProven: this.both === 0 };
  }

  private ofMonth(month: Month): Omit<DayReading, "isProven"> {
    const [day, other] = [this.months["day-first"].get(month) ?? 0, this.months["month-first"].get(month) ?? 0];
    if (other === 0 || day === this.both) return { order: "day-first", isSure: true };
    if (day === 0 || other === this.both) return { order: "month-first", isSure: true };
    return { order: day >= other ? "day-first" : "month-first", isSure: false };
  }

  private ofSpread(): Omit<DayReading, "isProven"> {
    const isSpread = this.months["day-first"].size > 2 && this.months["month-first"].size === 1;
    return { order: "day-first", isSure: !isSpread };
  }

  private count(order: DayOrder, day: Day | null): void {
    const month = day?.slice(0, 7);
    if (month !== undefined) this.months[order].set(month, (this.months[order].get(month) ?? 0) + 1);
  }
}

/** Finds the order in which the days of a column are written. */
export function dayOrderOf(cells: Iterable<string>, month: Month | null = null): DayReading {
  const orders = new DayOrders();
  for (const cell of cells) orders.see(cell);
  return orders.reading(month);
}
