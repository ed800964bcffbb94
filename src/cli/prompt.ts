import { PorteError } from "../errors.ts";
import { inOneLine, printable } from "../i18n/printable.ts";
import type { Wording } from "./context.ts";

/** The questions a command may ask a person; each rejects when interrupted. */
export interface Prompt {
  /**
   * A line of text; `initial` stands where nothing is typed. What `check` refuses with a failure is told, and asked again.
   * @param check throws a `PorteError` for what cannot be read.
   */
  text(message: string, initial?: string, check?: (typed: string) => unknown): Promise<string>;
  /** What is typed is not shown. */
  secret(message: string): Promise<string>;
  choice<Value extends string>(message: string, choices: readonly { name: string; value: Value }[]): Promise<Value>;
  /** Any number of choices, none included. */
  many(message: string, choices: readonly { name: string; value: string }[]): Promise<readonly string[]>;
  /** @param isLikely whether Enter alone says yes; it does unless the contrary is said. */
  confirm(message: string, isLikely?: boolean): Promise<boolean>;
}

type Press = readonly [string, { readonly name: string; readonly sequence: string }];

/** Keys that together change nothing: the library draws a question again when a key changes it, and not when the terminal does. */
const THERE_AND_BACK = {
  line: [
    [" ", { name: "space", sequence: " " }],
    ["", { name: "backspace", sequence: "\u007f" }],
  ],
  list: [
    ["", { name: "up", sequence: "\u001b[A" }],
    ["", { name: "down", sequence: "\u001b[B" }],
  ],
} satisfies Record<string, readonly Press[]>;

/** Asks a question that is drawn again when the terminal changes its size. */
async function redrawn<Answer>(keys: readonly Press[], ask: () => Promise<Answer>): Promise<Answer> {
  const redraw = () => {
    for (const [text, key] of keys) process.stdin.emit("keypress", text, key);
  };
  process.stderr.on("resize", redraw);
  try {
    return await ask();
  } finally {
    process.stderr.off("resize", redraw);
  }
}

/** What a choice is called is a part of its line. */
function named<Choice extends { readonly name: string }>(choices: readonly Choice[]): Choice[] {
  return choices.map((choice) => ({ ...choice, name: inOneLine(choice.name) }));
}

/** What is wrong with what was typed, in one sentence; null where it can be read. @throws what is no `PorteError`. */
export function faultOf(
  typed: string,
  check: ((typed: string) => unknown) | undefined,
  words: Wording["words"],
): string | null {
  try {
    check?.(typed);
    return null;
  } catch (failure) {
    if (!(failure instanceof PorteError)) throw failure;
    return words(failure);
  }
}

/** Asks for what is not shown while it is typed: plain questions too, because a terminal shows what it reads by lines. */
export async function askSecret(text: string): Promise<string> {
  const { default: inquirer } = await import("inquirer");
  const module = inquirer.createPromptModule({ output: process.stderr });
  const question = { type: "password", name: "answer", message: printable(text), mask: false } as const;
  return (await redrawn(THERE_AND_BACK.line, () => module<{ answer: string }>([question]))).answer;
}

/** Opens the questions on stderr, so that stdout keeps the answer alone. */
export async function openPrompt({ say, words }: Pick<Wording, "say" | "words">): Promise<Prompt> {
  const { yes, no, yesOrNoNeeded, keys } = say.words;
  const { default: inquirer } = await import("inquirer");
  const module = inquirer.createPromptModule({ output: process.stderr });
  const transformer = (answer: boolean) => (answer ? yes : no);
  const { line, list } = THERE_AND_BACK;
  const keysHelpTip = (found: readonly (readonly [key: string, action: string])[]) =>
    found.map(([key, action]) => `${key} ${keys[action] ?? action}`).join(" · ");
  const listTheme = { style: { keysHelpTip } };
  const confirmTheme = { keywords: { yes, no, error: () => yesOrNoNeeded } };
  return {
    text: async (text, initial, check) => {
      const given = initial === undefined ? {} : { default: inOneLine(initial) };
      const validate = (typed: string) => faultOf(typed, check, words) ?? true;
      const question = { type: "input", name: "answer", message: printable(text), ...given, validate } as const;
      return (await redrawn(line, () => module<{ answer: string }>([question]))).answer;
    },
    secret: askSecret,
    choice: async <Value extends string>(text: string, choices: readonly { name: string; value: Value }[]) => {
      const message = printable(text);
      const question = { type: "select", name: "answer", message, choices: named(choices), theme: listTheme } as const;
      return (await redrawn(list, () => module<{ answer: string }>([question]))).answer as Value;
    },
    many: async (text, choices) => {
      const message = printable(text);
      const question = {
        type: "checkbox",
        name: "answer",
        message,
        choices: named(choices),
        theme: listTheme,
      } as const;
      return (await redrawn(list, () => module<{ answer: string[] }>([question]))).answer;
    },
    confirm: async (text, isLikely = true) => {
      const question = {
        type: "confirm",
        name: "answer",
        message: printable(text),
        default: isLikely,
        transformer,
        theme: confirmTheme,
      } as const;
      return (await redrawn(line, () => module<{ answer: boolean }>([question]))).answer;
    },
  };
}
