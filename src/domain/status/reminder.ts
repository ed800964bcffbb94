import type { Day } from "../calendar.ts";
import { isRestDay } from "../holidays.ts";
import { dayInParis, timeInParis } from "../paris.ts";
import { uidOf } from "./agenda.ts";
import type { StatusItem } from "./items.ts";
import type { QuietHours } from "./quiet-hours.ts";

/** What was told, and on which day the last time. */
export interface Told {
  readonly day: Day | null;
  readonly keys: readonly string[];
}

/** What is to be told now, and what is then known to be told. */
export interface Digest {
  readonly items: readonly StatusItem[];
  readonly told: Told;
}

/** Says whether nobody is to be told anything at an instant, by the clocks of Paris: in those hours, on a weekend, on a public holiday. */
export function isQuiet(now: Date, hours: QuietHours | null, alsaceMoselle = false): boolean {
  if (hours === null) return false;
  const time = timeInParis(now);
  const { from, to } = hours;
  const isNight = from <= to ? time >= from && time < to : time >= from || time < to;
  return isNight || isRestDay(dayInParis(now), alsaceMoselle);
}

/** Says what is to be told of what needs somebody: each thing once as it stands, all in one digest a day at most. */
export function digestOf(todo: readonly StatusItem[], told: Told, today: Day): Digest {
  const standing = new Set(todo.map(keyOf));
  /** What is over is forgotten: where it comes again, it is told again. */
  const known = told.keys.filter((key) => standing.has(key));
  const items = told.day === today ? [] : todo.filter((item) => !known.includes(keyOf(item)));
  if (items.length === 0) return { items, told: { day: told.day, keys: known } };
  return { items, told: { day: today, keys: [...known, ...items.map(keyOf)] } };
}

/** A thing as it stands: a report that was due and is late is told again. */
function keyOf(item: StatusItem): string {
  return `${item.kind}${"isLate" in item && item.isLate ? "-late" : ""} ${uidOf(item)}`;
}
