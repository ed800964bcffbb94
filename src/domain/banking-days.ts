import { addDays, addMonths, type Day, type Month, weekday } from "./calendar.ts";
import { type Dated, legalText, stepIfAny } from "./dated.ts";
import { holidaysOf } from "./holidays.ts";
import { CHECKED_UNTIL } from "./law-texts.ts";

/** Days counted from Easter, and days of each year as `12-25`. */
type Closing = "good-friday" | "easter-monday" | "01-01" | "05-01" | "12-25" | "12-26";

/**
 * The days on which no transfer between banks is settled, beside Saturdays and Sundays: those of TARGET, through which the euro's
 * transfers pass. They are not France's public holidays: 11 November is a banking day, Good Friday is none.
 */
export const TARGET_CLOSINGS: Dated<readonly Closing[]> = {
  name: "targetClosings",
  unit: { items: "word" },
  checkedUntil: CHECKED_UNTIL,
  steps: [
    {
      from: "2002-01-01",
      value: ["01-01", "good-friday", "easter-monday", "05-01", "12-25", "12-26"],
      text: legalText(
        "calendrier à long terme des jours de fermeture de TARGET (BCE), jusqu'à nouvel ordre",
        "2000-12-14",
        "2000-12-14",
        "https://www.ecb.europa.eu/press/pr/date/2000/html/pr001214_4.en.html",
      ),
    },
  ],
};

/** Says whether banks settle transfers on a day. */
export function isBankingDay(day: Day): boolean {
  if (weekday(day) >= 6) return false;
  const closings = stepIfAny(TARGET_CLOSINGS, day)?.value ?? [];
  return !closings.some((closing) => dayOfClosing(closing, day.slice(0, 4)) === day);
}

function dayOfClosing(closing: Closing, year: string): Day {
  if (closing !== "good-friday" && closing !== "easter-monday") return `${year}-${closing}`;
  const monday = [...holidaysOf(Number(year))].find(([, name]) => name === "Lundi de Pâques")?.[0] ?? "";
  return closing === "easter-monday" ? monday : addDays(monday, -3);
}

/**
 * The day on which a month's pay leaves: the company's day of the next month, or the last banking day before it. Pay is due at the latest
 * on the day that was announced, and at the same time each month (C. trav., art. L3242-1): a transfer that banks cannot settle then is
 * made before, never after.
 * @param transferDay the company's day of the month, from 1 to 28.
 */
export function payTransferDay(month: Month, transferDay: number): Day {
  let day = `${addMonths(month, 1)}-${String(transferDay).padStart(2, "0")}`;
  while (!isBankingDay(day)) day = addDays(day, -1);
  return day;
}
