import type { Readable } from "node:stream";
import type { Answering, Asking, Environment, Wording } from "./context.ts";
import { terminal } from "./output.ts";
import { onEnter, openBrowser } from "./terminal.ts";

interface QuestionTerms extends Pick<Wording, "say" | "problemPaint">, Pick<Answering, "isJson" | "note"> {
  readonly env: Environment;
  readonly stdin: () => Readable;
  /** Whether the command line lets questions be asked. */
  readonly mayAsk: () => boolean;
}

/** Reads what is piped to the run, and asks whoever sits at its terminal. */
export function openQuestions({ say, problemPaint, isJson, note, env, stdin, mayAsk }: QuestionTerms): Asking {
  const isAsking = () => !isJson() && mayAsk() && terminal("stderr") !== null && process.stdin.isTTY;
  const prompt = async () => (isAsking() ? (await import("./prompt.ts")).openPrompt(say.words) : null);
  const needsPlain = Boolean(env.ACCESSIBLE) || env.TERM === "dumb";
  return {
    stdin,
    readStdin: async () => {
      const { text } = await import("node:stream/consumers");
      return text(stdin());
    },
    isAsking,
    prompt,
    confirm: async (question) => (await prompt())?.confirm(question) ?? null,
    screen: async () => (isAsking() && !needsPlain ? (await import("./screen.ts")).openScreen() : null),
    offerBrowser: (url) => {
      if (!isAsking()) return () => {};
      note(problemPaint.soft(say.login.enterOpens));
      return onEnter(() => void openBrowser(url));
    },
  };
}
