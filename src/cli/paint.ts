import { ownColours, printable } from "../i18n/printable.ts";
import { PLAIN, type Theme } from "../view/look.ts";

/** Chooses the marks of one stream: colour on a terminal that wants it, plain text elsewhere. */
export async function paintFor(
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
  mayColour: boolean,
): Promise<Theme> {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0";
  const refused = !mayColour || Boolean(env.NO_COLOR) || env.TERM === "dumb" || env.FORCE_COLOR === "0";
  if (refused || (!isTerminal && !forced)) return PLAIN;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  /** What is painted may come from elsewhere, with colours of its own: only those made here are marked. */
  const own = (mark: (text: string) => string) => (text: string) => ownColours(mark(printable(text)));
  return {
    strong: own(chalk.bold),
    soft: own(chalk.dim),
    good: own(chalk.green),
    warn: own(chalk.yellow),
    bad: own(chalk.red),
  };
}
