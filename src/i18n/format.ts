import { type Day, type Month, weekday } from "../domain/calendar.ts";
import type { Cents, Ppm } from "../domain/money.ts";
import { dayInParis, timeInParis } from "../domain/paris.ts";

const NARROW = "\u202f";
const HARD = "\u00a0";
const MINUS = "\u2212";

/** How one language writes amounts, rates and dates. Written by hand: loading Intl's data costs more than a command's start. */
export interface Format {
  euros(cents: Cents): string;
  percent(ppm: Ppm): string;
  days(count: number): string;
  day(day: Day): string;
  month(month: Month): string;
  /** A plain decimal, as it is typed: `45,00` for `45.00`. */
  typed(plain: string): string;
  /** A day, as it is typed. */
  typedDay(day: Day): string;
  /** A moment, by the clock of Paris. */
  instant(iso: string | null): string;
}

interface Words {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
}

function grouped(digits: string, mark: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, mark);
}

function decimal(value: number, most: number, mark: string, group: string): string {
  const [whole = "0", rest = ""] = Math.abs(value).toFixed(most).split(".");
  const kept = rest.replace(/0+$/, "");
  return `${value < 0 ? MINUS : ""}${grouped(whole, group)}${kept === "" ? "" : mark + kept}`;
}

function cents(amount: Cents, mark: string, group: string): string {
  const digits = Math.abs(amount).toString().padStart(3, "0");
  return `${grouped(digits.slice(0, -2), group)}${mark}${digits.slice(-2)}`;
}

const FR: Words = {
  weekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
  months: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
};
const EN: Words = {
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

const monthName = ({ months }: Words, month: Month) => `${months[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;

/** `3 933,86 €`, `7,5 %`, `18,5 j`, `ven. 13/11/2026`. */
export const frenchFormat: Format = {
  euros: (amount) => `${amount < 0 ? MINUS : ""}${cents(amount, ",", NARROW)}${HARD}€`,
  percent: (ppm) => `${decimal(ppm / 10_000, 4, ",", NARROW)}${HARD}%`,
  days: (count) => `${decimal(count, 1, ",", NARROW)}${HARD}j`,
  day: (day) => `${FR.weekdays[weekday(day) - 1]} ${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`,
  month: (month) => monthName(FR, month),
  typed: (plain) => plain.replaceAll(".", ","),
  typedDay: (day) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`,
  instant: (iso) =>
    iso === null ? "–" : `${frenchFormat.day(dayInParis(new Date(iso)))} à ${timeInParis(new Date(iso))}`,
};

/** `€3,933.86`, `7.5%`, `18.5 d`, `Fri 13 Nov 2026`. */
export const englishFormat: Format = {
  euros: (amount) => `${amount < 0 ? MINUS : ""}€${cents(amount, ".", ",")}`,
  percent: (ppm) => `${decimal(ppm / 10_000, 4, ".", ",")}%`,
  days: (count) => `${decimal(count, 1, ".", ",")}${HARD}d`,
  day: (day) =>
    `${EN.weekdays[weekday(day) - 1]} ${Number(day.slice(8))} ${EN.months[Number(day.slice(5, 7)) - 1]?.slice(0, 3)} ${day.slice(0, 4)}`,
  month: (month) => monthName(EN, month),
  typed: (plain) => plain,
  typedDay: (day) => englishFormat.day(day).slice(4),
  instant: (iso) =>
    iso === null ? "–" : `${englishFormat.day(dayInParis(new Date(iso)))} at ${timeInParis(new Date(iso))}`,
};
