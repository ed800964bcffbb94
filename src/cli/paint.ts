import { type Paint, PLAIN } from "../view/look.ts";

/** Chooses the marks of one stream: colour on a terminal that wants it, plain text elsewhere. */
export async function paintFor(
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
  mayColour: boolean,
): Promise<Paint> {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0";
  const refused = !mayColour || Boolean(env.NO_COLOR) || env.TERM === "dumb" || env.FORCE_COLOR === "0";
  if (refused || (!isTerminal && !forced)) return PLAIN;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  return {
    strong: (text) => chalk.bold(text),
    soft: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    warn: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
  };
}
