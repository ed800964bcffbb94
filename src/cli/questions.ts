import type { Readable } from "node:stream";
import type { Answering, Asking, Environment, Wording } from "./context.ts";
import { terminal } from "./output.ts";
import type { Prompt } from "./prompt.ts";
import { onEnter, openBrowser, openWithSystem } from "./terminal.ts";

interface QuestionTerms extends Pick<Wording, "say" | "words" | "problemPaint">, Pick<Answering, "isJson" | "note"> {
  readonly env: Environment;
  readonly stdin: () => Readable;
  /** Whether the command line lets questions be asked. */
  readonly mayAsk: () => boolean;
}

/** Reads what is piped to the run, and asks whoever sits at its terminal. */
export function openQuestions({ say, words, problemPaint, isJson, note, env, stdin, mayAsk }: QuestionTerms): Asking {
  const isAsking = () => !isJson() && mayAsk() && terminal("stderr") !== null && process.stdin.isTTY;
  const needsPlain = Boolean(env.ACCESSIBLE) || env.TERM === "dumb";
  const openPlain = async () => {
    const { openPlainPrompt } = await import("./plain-prompt.ts");
    return openPlainPrompt({ say, words, input: process.stdin, output: process.stderr });
  };
  const openDrawn = async () => (await import("./prompt.ts")).openPrompt({ say, words });
  /** Opened once: what reads lines has read ahead. */
  let plain: Promise<Prompt> | null = null;
  const prompt = async (isPlain = needsPlain) => {
    if (!isAsking()) return null;
    if (!isPlain && plain === null) return openDrawn();
    plain ??= openPlain();
    return plain;
  };
  return {
    stdin,
    readStdin: async () => {
      const { text } = await import("node:stream/consumers");
      return text(stdin());
    },
    isAsking,
    prompt,
    confirm: async (question) => (await prompt())?.confirm(question) ?? null,
    untilEnter: async (sentence) => {
      if (!isAsking()) return;
      note(problemPaint.soft(sentence));
      await new Promise<void>((resolve) => {
        const stop = onEnter(() => {
          stop();
          resolve();
        });
      });
    },
    screen: async () => (isAsking() && !needsPlain ? (await import("./screen.ts")).openScreen() : null),
    openFile: async (file) => isAsking() && (await openWithSystem(file)),
    offerBrowser: (url) => {
      if (!isAsking()) return () => {};
      note(problemPaint.soft(say.login.enterOpens));
      return onEnter(() => void openBrowser(url));
    },
  };
}
