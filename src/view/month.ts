import { stripVTControlCharacters } from "node:util";
import { type Entry, type Kind, totalsOf } from "../domain/activity.ts";
import { type Day, daysOf, weekday } from "../domain/calendar.ts";
import { isRestDay } from "../domain/holidays.ts";
import type { Cents } from "../domain/money.ts";
import { daysOfGrid, type MonthGrid, selectedDays } from "../domain/month-grid.ts";
import { inOneLine } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";
import { wrap } from "./wrap.ts";

/** The letter of each kind of time, on the screen and on the keyboard, in every language; small for half a day. */
export const LETTERS: Readonly<Record<Kind, string>> = {
  mission: "M",
  unbilled: "U",
  prospecting: "P",
  training: "T",
  delegation: "D",
  "paid-leave": "C",
  "unpaid-leave": "N",
  sick: "S",
  holiday: "H",
  intermission: "I",
};

/** What the month is worth as it stands; the net is null where it cannot be simulated. */
export interface Worth {
  readonly turnoverCents: Cents;
  readonly netPaidCents: Cents | null;
  /** Whether the net goes past the law that was checked. */
  readonly isEstimate: boolean;
  /** Null where the contract counts none. */
  readonly hours: number | null;
}

const CELL = 6;
const BESIDE = 84;

/** Draws a month: weeks as rows, days as columns, what it adds up to beside or under it, and the keys. */
export function monthText(look: RenderOptions, grid: MonthGrid, worth: Worth, message: string): string {
  const { say, paint } = look;
  const { grid: words, format } = say;
  const title = paint.strong(
    words.title(format.month(grid.terms.month), grid.mission === null ? null : inOneLine(grid.mission)),
  );
  const weeks = weeksText(look, grid);
  const sums = sumsText(look, grid, worth);
  const isWide = (look.width ?? 80) >= BESIDE;
  const body = isWide ? besides(weeks, sums) : [...weeks, "", ...sums];
  const keys = [words.keys, words.letters, ...(grid.terms.countsHours ? [words.hours] : [])].map((text) =>
    paint.soft(wrap(look, text, 1)),
  );
  return [title, "", ...body, "", ...keys, ...(message === "" ? [] : [paint.warn(message)])].join("\n");
}

function weeksText(look: RenderOptions, grid: MonthGrid): string[] {
  const { grid: words } = look.say;
  const header = words.weekdays.map((name) => ` ${name.padEnd(CELL - 1)}`).join("");
  const selected = new Set(selectedDays(grid));
  const rows: string[] = [];
  let row = "";
  for (const day of daysOf(grid.terms.month)) {
    if (row === "") row = " ".repeat(CELL * (rows.length === 0 ? weekday(day) - 1 : 0));
    row += cellText(look, grid, day, selected.has(day));
    if (weekday(day) === 7) {
      rows.push(row);
      row = "";
    }
  }
  if (row !== "") rows.push(row);
  return [look.paint.soft(header), ...rows];
}

/** A day: its number, the letters of what it holds, and a sign before it at the cursor. */
function cellText(
  { paint }: RenderOptions,
  { terms, cells, cursor }: MonthGrid,
  day: Day,
  isSelected: boolean,
): string {
  const entries = cells[day] ?? [];
  const isRest = isRestDay(day, terms.alsaceMoselle);
  const marks = entries.map(({ kind, amount, hours }) => `${letterOf(kind, amount)}${hours ?? ""}`).join("");
  const sign = day === cursor ? "›" : isSelected ? "+" : " ";
  const number = String(Number(day.slice(8))).padStart(2);
  const text = `${sign}${number}${(marks || (isRest ? "·" : "–")).padEnd(CELL - 3)}`;
  if (day === cursor) return paint.strong(text);
  return entries.length === 0 ? paint.soft(text) : colourOf(paint, entries[0])(text);
}

/** A kind that only a later company knows has no letter of its own. */
function letterOf(kind: Kind, amount: number): string {
  const letter = (LETTERS as Partial<typeof LETTERS>)[kind] ?? "?";
  return amount === 1 ? letter : letter.toLowerCase();
}

function colourOf(paint: RenderOptions["paint"], entry: Entry | undefined): (text: string) => string {
  switch (entry?.kind) {
    case "mission":
      return paint.good;
    case "sick":
      return paint.bad;
    case "holiday":
    case "paid-leave":
    case "unpaid-leave":
      return paint.soft;
    default:
      return paint.warn;
  }
}

function sumsText(
  { say, paint }: RenderOptions,
  grid: MonthGrid,
  { turnoverCents, netPaidCents, isEstimate, hours }: Worth,
): string[] {
  const { kinds, declare, format, pay, simulate } = say;
  const netName = `≈ ${pay.netPaid}${isEstimate ? ` (${simulate.anEstimate})` : ""}`;
  const days = daysOfGrid(grid);
  const missions = new Map<string, number>();
  for (const { kind, mission, amount } of days.flatMap(({ entries }) => entries))
    if (kind === "mission" && mission !== null) missions.set(mission, (missions.get(mission) ?? 0) + amount);
  const { mission: _mission, ...others } = totalsOf(days);
  const rows: [string, string][] = [
    ...[...missions].map(([name, count]): [string, string] => [inOneLine(name), format.days(count)]),
    ...Object.entries(others).map(([kind, count]): [string, string] => [kinds[kind as Kind], format.days(count)]),
    ...(hours === null ? [] : [[declare.hoursWorked, declare.hours(hours)] as [string, string]]),
    [declare.turnover, format.euros(turnoverCents)],
    ...(netPaidCents === null ? [] : [[netName, format.euros(netPaidCents)] as [string, string]]),
  ];
  const name = Math.max(...rows.map(([one]) => one.length));
  const figure = Math.max(...rows.map(([, one]) => one.length));
  return rows.map(([one, other]) => `${one.padEnd(name)}  ${paint.strong(other.padStart(figure))}`);
}

function besides(left: readonly string[], right: readonly string[]): string[] {
  const width = Math.max(...left.map((line) => stripVTControlCharacters(line).length)) + 3;
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const line = left[index] ?? "";
    return `${line}${" ".repeat(width - stripVTControlCharacters(line).length)}${right[index] ?? ""}`.trimEnd();
  });
}
