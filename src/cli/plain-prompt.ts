import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { choiceMeant, comparable, yesOrNo } from "../domain/typed/meaning.ts";
import { inOneLine, printable } from "../i18n/printable.ts";
import type { Wording } from "./context.ts";
import { askSecret, faultOf, type Prompt } from "./prompt.ts";

/** What plain questions are asked with. */
interface PlainTerms extends Pick<Wording, "say" | "words"> {
  readonly input: Readable;
  readonly output: Pick<Writable, "write">;
}

/** What an answer was read as, or what is wrong with it. */
type Read<Answer> = { readonly answer: Answer } | { readonly fault: string };

interface Choice<Value extends string = string> {
  readonly name: string;
  readonly value: Value;
}

/** What is typed to leave, in either language. */
const LEAVING: ReadonlySet<string> = new Set(["q", "quitter", "quit", "exit"]);

/** Several numbers of a list: `1,3-4`, `1 3`. */
const NUMBERS = /^\d{1,3}(?:[-.]{1,2}\d{1,3})?(?:[ ,;]{1,2}\d{1,3}(?:[-.]{1,2}\d{1,3})?){0,98}$/;

/**
 * Opens questions that are written line after line: what is chosen has a number, nothing is drawn again and no key but Enter is needed.
 * A screen reader reads each line once, and a log can be kept of them.
 */
export function openPlainPrompt({ say, words, input, output }: PlainTerms): Prompt {
  const { words: own, labelled } = say;
  const next = linesOf(input);
  const write = (text: string) => void output.write(printable(text));
  let isFirst = true;
  /** Says once how these questions are left: no key is drawn under them. */
  const introduce = () => {
    if (isFirst) write(`${own.howToLeave}\n`);
    isFirst = false;
  };
  /** Asks until the answer can be read. */
  async function ask<Answer>(question: string, read: (typed: string) => Read<Answer>): Promise<Answer> {
    for (;;) {
      write(`${question} `);
      const line = await next();
      /** What is said next begins a line. */
      if (line === null) write("\n");
      if (line === null || isLeaving(line)) throw left();
      const found = read(line.trim());
      if ("answer" in found) return found.answer;
      write(`${found.fault}\n`);
    }
  }
  const asked = (message: string, aside: string) =>
    labelled(aside === "" ? message : `${message} (${aside})`, "").trimEnd();
  const showList = (message: string, choices: readonly Choice[]) => {
    introduce();
    write(`${asked(message, "")}\n`);
    for (const [index, { name }] of choices.entries()) write(`  ${index + 1}. ${inOneLine(name)}\n`);
  };
  return {
    text: (message, initial = "", check) => {
      introduce();
      return ask(asked(message, inOneLine(initial)), (typed) => {
        const answer = typed === "" ? initial : typed;
        const fault = faultOf(answer, check, words);
        return fault === null ? { answer } : { fault };
      });
    },
    secret: (message) => {
      introduce();
      return askSecret(message);
    },
    choice: async (message, choices) => {
      showList(message, choices);
      return ask(asked(own.number, ""), (typed) => {
        const chosen = chosenIn(choices, typed);
        return chosen === null ? { fault: own.numberNeeded(choices.length) } : { answer: chosen.value };
      });
    },
    many: async (message, choices) => {
      showList(message, choices);
      return ask(asked(own.numbers, ""), (typed) => {
        const answer = numbersIn(typed, choices);
        return answer === null ? { fault: own.numbersNeeded(choices.length) } : { answer };
      });
    },
    confirm: (message, isLikely = true) =>
      ask(asked(message, isLikely ? own.yesOrNo : own.noOrYes), (typed) => {
        const answer = typed === "" ? isLikely : yesOrNo(typed);
        return answer === null ? { fault: own.yesOrNoNeeded } : { answer };
      }),
  };
}

/** The choice that a number, its name or a word for it means; null for none. */
function chosenIn<Value extends string>(choices: readonly Choice<Value>[], typed: string): Choice<Value> | null {
  const named = choices.find(({ name, value }) => [name, value].some((one) => comparable(one) === comparable(typed)));
  const byNumber = /^\d{1,3}$/.test(typed) ? choices[Number(typed) - 1] : undefined;
  const meant = choiceMeant(
    typed,
    choices.map(({ value }) => value),
  );
  return byNumber ?? named ?? choices.find(({ value }) => value === meant) ?? null;
}

/** The values of the numbers that are typed, none for an empty line; null for what is no list of them. */
function numbersIn(typed: string, choices: readonly Choice[]): readonly string[] | null {
  if (typed === "") return [];
  if (!NUMBERS.test(typed)) return null;
  const numbers = typed.split(/[ ,;]+/).flatMap((part) => {
    const [from = 0, to = from] = part.split(/[-.]+/).map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  });
  const chosen = [...new Set(numbers)].map((number) => choices[number - 1]?.value);
  return chosen.every((value) => value !== undefined) ? chosen : null;
}

/** Gives the lines of an input one by one; null for its end. */
function linesOf(input: Readable): () => Promise<string | null> {
  const lines = createInterface({ input, terminal: false })[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await lines.next();
    return done === true ? null : value;
  };
}

/** Who leaves in the middle of questions: the run says what is saved of what was typed. */
function left(): Error {
  const failure = new Error("the questions were left");
  failure.name = "LeftPromptError";
  return failure;
}

/** Says whether a line asks to leave, as `q` does on a screen. */
function isLeaving(line: string): boolean {
  return LEAVING.has(comparable(line));
}
