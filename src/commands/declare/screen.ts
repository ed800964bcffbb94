import type { Context } from "../../cli/context.ts";
import type { Key, Screen } from "../../cli/screen.ts";
import { KINDS, type ReportDay } from "../../domain/activity.ts";
import { act, daysOfGrid, type GridAction, type MonthGrid, openGrid } from "../../domain/month-grid.ts";
import { PorteError } from "../../errors.ts";
import type { MonthForm } from "../../flows/activity/declare/month-form.ts";
import { type DrawnMonth, LETTERS, monthText } from "../../view/month.ts";

const WEEK = 7;
/** How far the lines of a month that is taller than its terminal are moved. */
const PAGES: Readonly<Record<string, number>> = { pageup: -WEEK, pagedown: WEEK };
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
  context: Pick<Context, "say" | "look" | "problemPaint" | "words" | "keeps">,
  screen: Screen,
  form: MonthForm,
): Promise<readonly ReportDay[]> {
  let filling: Filling = { grid: openGrid(form.terms, form.guess), message: "", shift: null, isAsked: false };
  let isKept = false;
  try {
    for (;;) {
      const drawn = draw(context, screen, form, filling);
      const key = await screen.key();
      if (isLeaving(key)) throw new PorteError("run.interrupted", { kept: isKept, isLeft: true, resume: null });
      const next = isSending(key) ? sending(context, form, filling, drawn) : moved(filling, key, drawn);
      if (next === null) return daysOfGrid(filling.grid);
      if (next.grid.cells !== filling.grid.cells) {
        await keep(context, form, next.grid);
        isKept = true;
      }
      filling = next;
    }
  } finally {
    screen.close();
  }
}

/** A month under the hand, and what is said under it. */
interface Filling {
  readonly grid: MonthGrid;
  readonly message: string;
  /** How far its lines were moved; null where they follow the hand. */
  readonly shift: number | null;
  /** Whether it was asked to send what is not all on the screen. */
  readonly isAsked: boolean;
}

/** What Enter does: null where the month may go. What the company would refuse is said; what is not all on the screen is asked about first. */
function sending(
  { say, words }: Pick<Context, "say" | "words">,
  form: MonthForm,
  filling: Filling,
  { isWhole }: DrawnMonth,
): Filling | null {
  const refusal = form.refusal(daysOfGrid(filling.grid));
  if (refusal !== null) return { ...filling, message: words(refusal), isAsked: false };
  return isWhole || filling.isAsked ? null : { ...filling, message: say.grid.askUnseen, isAsked: true };
}

/** What any other key does. A terminal of another size keeps what is said. */
function moved(filling: Filling, key: Key, { shift }: DrawnMonth): Filling {
  if (key.name === "resize") return filling;
  const lines = PAGES[key.name];
  if (lines !== undefined) return { ...filling, shift: Math.max(0, shift + lines), message: "", isAsked: false };
  return { grid: stepFor(filling.grid, key), message: "", shift: null, isAsked: false };
}

function draw(
  context: Pick<Context, "look" | "problemPaint">,
  screen: Screen,
  form: MonthForm,
  { grid, message, shift }: Filling,
): DrawnMonth {
  const look = { ...context.look, width: screen.width(), paint: context.problemPaint };
  const drawn = monthText(look, grid, form.worth(daysOfGrid(grid)), { height: screen.height(), shift, message });
  screen.draw(drawn.text);
  return drawn;
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
