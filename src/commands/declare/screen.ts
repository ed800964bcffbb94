import type { Context } from "../../cli/context.ts";
import type { Key, Screen } from "../../cli/screen.ts";
import { KINDS, type ReportDay } from "../../domain/activity.ts";
import { act, daysOfGrid, type GridAction, type MonthGrid, openGrid } from "../../domain/month-grid.ts";
import { PorteError } from "../../errors.ts";
import type { MonthForm } from "../../flows/activity/declare/month-form.ts";
import { LETTERS, monthText } from "../../view/month.ts";

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
export async function fillMonth(
  context: Pick<Context, "look" | "problemPaint" | "words" | "keeps">,
  screen: Screen,
  form: MonthForm,
): Promise<readonly ReportDay[]> {
  let grid = openGrid(form.terms, form.guess);
  let refusal: PorteError | null = null;
  try {
    for (;;) {
      draw(context, screen, form, { grid, refusal });
      const key = await screen.key();
      if (isLeaving(key)) throw new PorteError("run.interrupted", { kept: true });
      refusal = isSending(key) ? form.refusal(daysOfGrid(grid)) : null;
      if (isSending(key) && refusal === null) return daysOfGrid(grid);
      const next = stepFor(grid, key);
      if (next.cells !== grid.cells) await keep(context, form, next);
      grid = next;
    }
  } finally {
    screen.close();
  }
}

function draw(
  context: Pick<Context, "look" | "problemPaint" | "words">,
  screen: Screen,
  form: MonthForm,
  { grid, refusal }: { readonly grid: MonthGrid; readonly refusal: PorteError | null },
): void {
  const look = { ...context.look, width: screen.width(), paint: context.problemPaint };
  const message = refusal === null ? "" : context.words(refusal);
  screen.draw(monthText(look, grid, form.worth(daysOfGrid(grid)), message));
}

async function keep(context: Pick<Context, "keeps">, form: MonthForm, grid: MonthGrid): Promise<void> {
  await form.keep(daysOfGrid(grid));
  context.keeps();
}

function isLeaving({ name, ctrl }: Key): boolean {
  return name === "q" || name === "escape" || (ctrl && (name === "c" || name === "d"));
}

function isSending({ name }: Key): boolean {
  return name === "return" || name === "enter";
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
