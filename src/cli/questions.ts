import type { Answering, Asking, Environment, Wording } from "./context.ts";
import { terminal } from "./output.ts";
import { onEnter, openBrowser } from "./terminal.ts";

interface QuestionTerms extends Pick<Wording, "say" | "problemPaint">, Pick<Answering, "isJson" | "note"> {
  readonly env: Environment;
  /** Whether the command line lets questions be asked. */
  readonly mayAsk: () => boolean;
}

/** Reads the stdin of this process, and asks whoever sits at its terminal. */
export function openQuestions({ say, problemPaint, isJson, note, env, mayAsk }: QuestionTerms): Asking {
  const isAsking = () => !isJson() && mayAsk() && terminal("stderr") !== null && process.stdin.isTTY;
  const prompt = async () => (isAsking() ? (await import("./prompt.ts")).openPrompt(say.words) : null);
  const needsPlain = Boolean(env.ACCESSIBLE) || env.TERM === "dumb";
  return {
    stdin: () => process.stdin,
    readStdin: async () => {
      const { text } = await import("node:stream/consumers");
      return text(process.stdin);
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
