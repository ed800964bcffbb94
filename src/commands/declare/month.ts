import type { Context } from "../../cli/context.ts";
import type { Key, Screen } from "../../cli/screen.ts";
import { hoursOf, KINDS, type ReportDay } from "../../domain/activity.ts";
import { act, daysOfGrid, type GridAction, type MonthGrid, openGrid } from "../../domain/month-grid.ts";
import { PorteError } from "../../errors.ts";
import { check, type MonthAtHand } from "../../flows/activity/declare.ts";
import { countedMonth, guessedMonth, keepMonth, worthOf } from "../../flows/activity/month-view.ts";
import type { Owner } from "../../flows/activity/outbox.ts";
import { LETTERS, monthText } from "../../view/month.ts";

interface Filling {
  readonly context: Context;
  readonly owner: Owner;
  readonly atHand: MonthAtHand;
}

const WEEK = 7;
const ARROWS: Readonly<Record<string, number>> = { left: -1, right: 1, up: -WEEK, down: WEEK };
const PLAIN: Readonly<Record<string, GridAction["type"]>> = {
  space: "cycle",
  "/": "half",
  x: "clear",
  backspace: "clear",
  delete: "clear",
  f: "fill",
  z: "undo",
  tab: "next-mission",
};
const KIND_OF = new Map(KINDS.map((kind) => [LETTERS[kind].toLowerCase(), kind]));

/**
 * Fills a month on the screen, from the best guess: each change is on disk before the next key is read.
 * @throws {PorteError} `run.interrupted` where it is left without sending; what was typed is kept.
 */
export async function fillMonth(filling: Filling, screen: Screen): Promise<readonly ReportDay[]> {
  const { atHand } = filling;
  let grid = openGrid(termsOf(atHand), await guessedMonth(filling.owner, atHand));
  let message = "";
  try {
    for (;;) {
      draw(filling, screen, grid, message);
      const key = await screen.key();
      if (isLeaving(key)) throw new PorteError("run.interrupted", { kept: true });
      message = isSending(key) ? refusal(filling, grid) : "";
      if (isSending(key) && message === "") return daysOfGrid(grid);
      const next = stepFor(grid, key);
      if (next.cells !== grid.cells) await keep(filling, next);
      grid = next;
    }
  } finally {
    screen.close();
  }
}

function termsOf({ month, missions, alsaceMoselle, workingTime }: MonthAtHand) {
  return { month, alsaceMoselle, missions, countsHours: workingTime === "hours" };
}

function draw({ context, atHand, owner }: Filling, screen: Screen, grid: MonthGrid, message: string): void {
  const days = daysOfGrid(grid);
  const hours = grid.terms.countsHours ? hoursOf(countedMonth(atHand, days).flatMap(({ entries }) => entries)) : null;
  const look = { ...context.look, width: screen.width(), paint: context.problemPaint };
  screen.draw(monthText(look, grid, { ...worthOf(owner, atHand, days), hours }, message));
}

function isLeaving({ name, ctrl }: Key): boolean {
  return name === "q" || name === "escape" || (ctrl && (name === "c" || name === "d"));
}

function isSending({ name }: Key): boolean {
  return name === "return" || name === "enter";
}

/** Says what the company would refuse; work on a rest day is asked about afterwards. */
function refusal({ context, atHand }: Filling, grid: MonthGrid): string {
  try {
    const days = countedMonth(atHand, daysOfGrid(grid));
    check(atHand, { month: atHand.month, days, restDaysConfirmed: true });
    return "";
  } catch (failure) {
    if (failure instanceof PorteError) return context.words(failure);
    throw failure;
  }
}

function stepFor(grid: MonthGrid, { name, shift }: Key): MonthGrid {
  const days = ARROWS[name];
  if (days !== undefined) return act(grid, { type: shift ? "extend" : "move", days });
  const plain = PLAIN[name];
  if (plain !== undefined) return act(grid, { type: plain } as GridAction);
  if (grid.terms.countsHours && /^[1-9]$/.test(name)) return act(grid, { type: "hours", hours: Number(name) });
  const kind = KIND_OF.get(name.toLowerCase());
  return kind === undefined ? grid : act(grid, { type: "set", kind });
}

async function keep({ owner, atHand, context }: Filling, grid: MonthGrid): Promise<void> {
  await keepMonth(owner, atHand, daysOfGrid(grid));
  context.keeps();
}
