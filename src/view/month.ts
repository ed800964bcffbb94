import { stripVTControlCharacters } from "node:util";
import { type Entry, type Kind, totalsOf } from "../domain/activity.ts";
import { type Day, daysOf, weekday } from "../domain/calendar.ts";
import { isRestDay } from "../domain/holidays.ts";
import type { Cents } from "../domain/money.ts";
import { daysOfGrid, type MonthGrid, selectedDays } from "../domain/month-grid.ts";
import type { RestStatement } from "../domain/rest-statement.ts";
import { inOneLine } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";
import { restText } from "./report.ts";
import { wrapLines, wrapParts } from "./wrap.ts";

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

/** What a month is drawn for: the terminal's rows, how far its lines were moved, and what is to be said of it. */
export interface MonthView {
  readonly height: number;
  /** Null where the lines follow the cursor. */
  readonly shift: number | null;
  readonly message: string;
}

/** A month as it is drawn, and whether all of it is on the screen. */
export interface DrawnMonth {
  readonly text: string;
  readonly isWhole: boolean;
  /** How many lines are above those that are shown. */
  readonly shift: number;
}

/**
 * Draws a month: weeks as rows, days as columns, what it adds up to beside or under it, and the keys. Where it is taller than the terminal, its
 * title and what is said of it stay, and the lines between them are moved.
 */
export function monthText(look: RenderOptions, grid: MonthGrid, worth: Worth, view: MonthView): DrawnMonth {
  const { say, paint } = look;
  const { grid: words, format } = say;
  const width = look.width ?? 80;
  const title = paint.strong(
    words.title(format.month(grid.terms.month), grid.mission === null ? null : inOneLine(grid.mission)),
  );
  const weeks = weeksText(look, grid);
  const sums = sumsText(look, grid, worth);
  const body = width >= BESIDE ? besides(weeks, sums) : [...weeks, "", ...sums];
  const lines = ["", ...body, "", ...keysText(look, grid.terms.countsHours, width)];
  const said = view.message === "" ? [] : wrapLines(paint.warn(view.message), width).split("\n");
  const room = view.height - 2 - said.length;
  if (lines.length <= room) return { text: [title, ...lines, ...said].join("\n"), isWhole: true, shift: 0 };
  const shown = Math.max(1, room - 1);
  const asked = view.shift ?? WEEKS_FROM + weekOf(grid.cursor) - shown + 1;
  const shift = Math.max(0, Math.min(asked, lines.length - shown));
  const more = paint.soft(words.more(shift, lines.length - shown - shift));
  return { text: [title, ...lines.slice(shift, shift + shown), more, ...said].join("\n"), isWhole: false, shift };
}

/** The lines between a month's title and its first week. */
const WEEKS_FROM = 2;

/** The row of a month that a day stands on, from 0 on. */
function weekOf(day: Day): number {
  return Math.floor((Number(day.slice(8)) + weekday(`${day.slice(0, 8)}01`) - 2) / 7);
}

/** The keys, each beside what it does; the letters say a kind of time on the keyboard and in the month. */
function keysText({ say, paint }: RenderOptions, countsHours: boolean, width: number): string[] {
  const { grid: words } = say;
  const letters = Object.entries(LETTERS).map(([kind, letter]) => words.kind(letter, words.kinds[kind as Kind]));
  const lines = [words.keys, [...letters, ...(countsHours ? [words.hours] : [])], [words.half]];
  return lines.flatMap((parts) => wrapParts(parts, width - 1).map((line) => paint.soft(` ${line}`)));
}

/** A month that would be sent: its weeks, what it adds up to, and what is stated of rest. */
export function previewText(
  look: RenderOptions,
  restStatement: RestStatement | null,
  grid: MonthGrid,
  worth: Worth,
): string {
  const weeks = weeksText(look, { ...grid, cursor: "", anchor: null }).map((line) => line.trimEnd());
  const title = look.paint.strong(
    look.say.declare.title(look.say.format.month(grid.terms.month), look.say.states.draft, null),
  );
  const rest = restStatement === null ? [] : [restText(look, restStatement)];
  return [title, ...weeks, "", ...sumsText(look, grid, worth), ...rest].join("\n");
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
