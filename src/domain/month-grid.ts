import { type Entry, isWork, KINDS, type Kind, type ReportDay, uncounted } from "./activity.ts";
import { addDays, type Day, daysOf, monthOf } from "./calendar.ts";
import { isRestDay } from "./holidays.ts";
import { type FillingTerms, filledDays, missionsOn, wholeDay } from "./month-filling.ts";

/** What a month is filled against. */
export interface GridTerms extends FillingTerms {
  /** Whether the contract counts hours, which the figures of the keyboard then set. */
  readonly countsHours: boolean;
}

type Cells = Readonly<Record<Day, readonly Entry[]>>;

/** A month that is being filled: where the hand is, what each day holds, and how to go back. */
export interface MonthGrid {
  readonly terms: GridTerms;
  readonly cursor: Day;
  /** Where a selection began; null where one day is meant. */
  readonly anchor: Day | null;
  readonly cells: Cells;
  /** The mission that a mission day is for; null where none is under way. */
  readonly mission: string | null;
  readonly past: readonly Cells[];
}

/** What a key can do to a month. */
export type GridAction =
  | { readonly type: "move" | "extend"; readonly days: number }
  | { readonly type: "set"; readonly kind: Kind }
  | { readonly type: "hours"; readonly hours: number }
  | { readonly type: "cycle" | "half" | "clear" | "fill" | "undo" | "next-mission" };

/** Opens a month on its first working day, with what is guessed or was typed. */
export function openGrid(terms: GridTerms, days: readonly ReportDay[]): MonthGrid {
  const all = daysOf(terms.month);
  const cursor = all.find((day) => !isRestDay(day, terms.alsaceMoselle)) ?? (all[0] as Day);
  const cells = Object.fromEntries(days.map(({ date, entries }) => [date, entries]));
  const mission = missionsOn(terms)[0]?.reference ?? null;
  return { terms, cursor, anchor: null, cells, mission, past: [] };
}

/** Gives the days of a grid as a report holds them: in order, without the empty ones. */
export function daysOfGrid({ terms, cells }: MonthGrid): ReportDay[] {
  return daysOf(terms.month)
    .map((date) => ({ date, entries: cells[date] ?? [] }))
    .filter(({ entries }) => entries.length > 0);
}

/** The days that are meant: the one under the hand, or from where the selection began. */
export function selectedDays({ cursor, anchor, terms }: MonthGrid): Day[] {
  const [from, to] = anchor === null || anchor > cursor ? [cursor, anchor ?? cursor] : [anchor, cursor];
  return daysOf(terms.month).filter((day) => day >= from && day <= to);
}

/** Does one thing to a month; what cannot be done leaves it as it is. */
export function act(grid: MonthGrid, action: GridAction): MonthGrid {
  switch (action.type) {
    case "move":
      return { ...grid, cursor: moved(grid, action.days), anchor: null };
    case "extend":
      return { ...grid, cursor: moved(grid, action.days), anchor: grid.anchor ?? grid.cursor };
    case "undo":
      return undone(grid);
    case "next-mission":
      return { ...grid, mission: nextMission(grid) };
    case "fill":
      return changed(grid, { ...grid.cells, ...filled(grid) });
    default:
      return changed(grid, changedCells(grid, action));
  }
}

function moved({ cursor, terms }: MonthGrid, days: number): Day {
  const day = addDays(cursor, days);
  return monthOf(day) === terms.month ? day : cursor;
}

function undone(grid: MonthGrid): MonthGrid {
  const before = grid.past.at(-1);
  return before === undefined ? grid : { ...grid, cells: before, past: grid.past.slice(0, -1) };
}

function nextMission({ mission, terms }: MonthGrid): string | null {
  const references = missionsOn(terms).map(({ reference }) => reference);
  return references[(references.indexOf(mission ?? "") + 1) % Math.max(1, references.length)] ?? mission;
}

function changed(grid: MonthGrid, cells: Cells): MonthGrid {
  return JSON.stringify(cells) === JSON.stringify(grid.cells)
    ? grid
    : { ...grid, cells, past: [...grid.past, grid.cells] };
}

/** A selection leaves rest days alone; a rest day that is named alone is meant. */
function changedCells(grid: MonthGrid, action: Exclude<GridAction, { type: "move" | "extend" }>): Cells {
  const { terms } = grid;
  const days = selectedDays(grid);
  const meant = days.length === 1 ? days : days.filter((day) => !isRestDay(day, terms.alsaceMoselle));
  const cells = { ...grid.cells };
  for (const day of meant) cells[day] = changedDay(grid, day, action);
  return cells;
}

function changedDay(
  grid: MonthGrid,
  day: Day,
  action: Exclude<GridAction, { type: "move" | "extend" }>,
): readonly Entry[] {
  const entries = grid.cells[day] ?? [];
  if (action.type === "clear") return [];
  if (action.type === "half") return halved(entries);
  if (action.type === "hours") return withHoursOf(entries, action.hours);
  if (action.type === "set") return withKind(entries, entryOf(grid, day, action.kind));
  return action.type === "cycle" ? cycled(grid, day, entries) : entries;
}

/** Counts the hours of a day that holds one piece of work. */
function withHoursOf(entries: readonly Entry[], hours: number): readonly Entry[] {
  const [only, ...others] = entries;
  return only === undefined || others.length > 0 || !isWork(only.kind) ? entries : [{ ...only, hours }];
}

/** A whole day becomes half of it, and half of one thing the whole; a public holiday that nothing else shares stays whole. */
function halved(entries: readonly Entry[]): readonly Entry[] {
  const [only, ...others] = entries;
  return only === undefined || others.length > 0 || only.kind === "holiday"
    ? entries
    : [{ ...uncounted(only), amount: only.amount === 1 ? 0.5 : 1 }];
}

/** Sets a whole day; beside half a day of another kind, the other half. */
function withKind(entries: readonly Entry[], entry: Entry | null): readonly Entry[] {
  if (entry === null) return entries;
  const [first, ...others] = entries;
  const isOtherHalf = first !== undefined && others.length === 0 && first.amount === 0.5 && first.kind !== entry.kind;
  return isOtherHalf ? [first, { ...entry, amount: 0.5 }] : [entry];
}

function entryOf({ mission, terms }: MonthGrid, day: Day, kind: Kind): Entry | null {
  return wholeDay(terms, mission, day, kind);
}

/** From one kind to the next, and after the last to nothing. */
function cycled(grid: MonthGrid, day: Day, entries: readonly Entry[]): readonly Entry[] {
  const possible = KINDS.map((kind) => entryOf(grid, day, kind)).filter((entry) => entry !== null);
  const next = entries[0] === undefined ? 0 : possible.findIndex(({ kind }) => kind === entries[0]?.kind) + 1;
  const entry = possible[next];
  return entry === undefined ? [] : [entry];
}

/** Whole days of the mission on every working day that holds nothing yet, and the public holidays. */
function filled({ terms, mission, cells }: MonthGrid): Cells {
  const days = filledDays(terms, mission, (day) => (cells[day] ?? []).length === 0);
  return Object.fromEntries(days.map(({ date, entries }) => [date, entries]));
}
