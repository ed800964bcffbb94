import { emitKeypressEvents, type Key as NodeKey } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { printable } from "../i18n/printable.ts";

/** One key as it was pressed. */
export interface Key {
  /** Its name where it has one (`up`, `return`, `space`), else the character. */
  readonly name: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
}

/** A part of the terminal that is drawn again at each key, on stderr, so that stdout keeps the answer alone. */
export interface Screen {
  width(): number;
  /** The rows of the terminal. */
  height(): number;
  /** Draws lines in the place of the last ones. */
  draw(text: string): void;
  /** Waits for the next key; a terminal that has another size now gives one named `resize`. */
  key(): Promise<Key>;
  /** Leaves the last lines where they are and gives the terminal back. */
  close(): void;
}

const HIDE = "\u001b[?25l";
const SHOW = "\u001b[?25h";
const CLEAR_DOWN = "\u001b[J";

/** The rows that a text takes on a terminal: a line that is wider than it goes on below, as one that was drawn wider does. */
function rowsOf(text: string, columns: number): number {
  const rows = (line: string) => Math.max(1, Math.ceil(stripVTControlCharacters(line).length / columns));
  return text.split("\n").reduce((sum, line) => sum + rows(line), 0);
}

/** Takes the keyboard until it is closed. Keys that are pressed before they are asked for wait in their order. */
export function openScreen(): Screen {
  const { stdin, stderr } = process;
  const waiting: Key[] = [];
  let ask: ((key: Key) => void) | null = null;
  let drawn: string | null = null;
  const give = (key: Key) => {
    if (ask === null) waiting.push(key);
    else ask(key);
    ask = null;
  };
  const listen = (text: string | undefined, { name, shift = false, ctrl = false }: NodeKey) =>
    give({ name: name ?? text ?? "", shift, ctrl });
  const resized = () => give({ name: "resize", shift: false, ctrl: false });
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  stdin.on("keypress", listen).resume();
  stderr.on("resize", resized).write(HIDE);
  return {
    width: () => stderr.columns || 80,
    height: () => stderr.rows || 24,
    draw: (given) => {
      const text = printable(given);
      const up = drawn === null ? "" : `\u001b[${rowsOf(drawn, stderr.columns || 80)}A`;
      stderr.write(`\r${up}${CLEAR_DOWN}${text}\n`);
      drawn = text;
    },
    key: () =>
      new Promise((resolve) => {
        const first = waiting.shift();
        if (first === undefined) ask = resolve;
        else resolve(first);
      }),
    close: () => {
      stderr.off("resize", resized).write(SHOW);
      stdin.off("keypress", listen).setRawMode(false).pause();
    },
  };
}
