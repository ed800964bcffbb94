import joursFeries from "@socialgouv/jours-feries";
import { type Day, daysOf, type Month, weekday } from "./calendar.ts";

const HALF_DAY_MS = 43_200_000;

const known = new Map<string, ReadonlyMap<Day, string>>();

/** Names the public holidays of a year, by day: 11, plus Good Friday and 26 December in Alsace-Moselle (C. trav. L3133-1, L3134-13). */
export function holidaysOf(year: number, alsaceMoselle = false): ReadonlyMap<Day, string> {
  const key = `${year}${alsaceMoselle}`;
  let days = known.get(key);
  if (days === undefined) {
    const dates: Record<string, Date> = joursFeries(year, { alsace: alsaceMoselle });
    days = new Map(
      Object.entries(dates)
        .map(([name, date]): [Day, string] => [civilDay(date), name])
        .sort(),
    );
    known.set(key, days);
  }
  return days;
}

/** Says whether nobody is expected at work: Saturday, Sunday or a public holiday. */
export function isRestDay(day: Day, alsaceMoselle = false): boolean {
  return weekday(day) >= 6 || holidaysOf(Number(day.slice(0, 4)), alsaceMoselle).has(day);
}

const workingIn = new Map<string, readonly Day[]>();

/** Lists the working days of a month: Monday to Friday, public holidays out. */
export function workingDays(month: Month, alsaceMoselle = false): readonly Day[] {
  const key = `${month}${alsaceMoselle}`;
  const listed = workingIn.get(key) ?? daysOf(month).filter((day) => !isRestDay(day, alsaceMoselle));
  workingIn.set(key, listed);
  return listed;
}

/** The library gives local midnights, an hour off where a summer time lies between: noon is on the right day in every zone. */
function civilDay(date: Date): Day {
  const noon = new Date(date.getTime() + HALF_DAY_MS);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${noon.getFullYear()}-${two(noon.getMonth() + 1)}-${two(noon.getDate())}`;
}
