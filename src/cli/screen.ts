import { emitKeypressEvents, type Key as NodeKey } from "node:readline";

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
  /** Draws lines in the place of the last ones. */
  draw(text: string): void;
  /** Waits for the next key. */
  key(): Promise<Key>;
  /** Leaves the last lines where they are and gives the terminal back. */
  close(): void;
}

const HIDE = "\u001b[?25l";
const SHOW = "\u001b[?25h";
const CLEAR_DOWN = "\u001b[J";

/** Takes the keyboard until it is closed. Keys that are pressed before they are asked for wait in their order. */
export function openScreen(): Screen {
  const { stdin, stderr } = process;
  const waiting: Key[] = [];
  let ask: ((key: Key) => void) | null = null;
  let height = 0;
  const listen = (text: string | undefined, { name, shift = false, ctrl = false }: NodeKey) => {
    const key = { name: name ?? text ?? "", shift, ctrl };
    if (ask === null) waiting.push(key);
    else ask(key);
    ask = null;
  };
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  stdin.on("keypress", listen).resume();
  stderr.write(HIDE);
  return {
    width: () => stderr.columns || 80,
    draw: (text) => {
      const up = height === 0 ? "" : `\u001b[${height}A`;
      stderr.write(`\r${up}${CLEAR_DOWN}${text}\n`);
      height = text.split("\n").length;
    },
    key: () =>
      new Promise((resolve) => {
        const first = waiting.shift();
        if (first === undefined) ask = resolve;
        else resolve(first);
      }),
    close: () => {
      stderr.write(SHOW);
      stdin.off("keypress", listen).setRawMode(false).pause();
    },
  };
}
