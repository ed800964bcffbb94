import { homedir } from "node:os";
import { type Command, CommanderError } from "commander";
import { clockFrom } from "../domain/clock.ts";
import { exitCodeOf } from "../errors/failures.ts";
import { PorteError } from "../errors.ts";
import { catalogueOf } from "../i18n/catalogue.ts";
import { chooseLang } from "../i18n/choose.ts";
import { usageFailure } from "../i18n/commander.ts";
import { formatExamples } from "../view/help.ts";
import { reportFailure } from "./failure.ts";
import { glance, globalsFrom } from "./globals.ts";
import { written } from "./output.ts";
import { openContext, type ProcessContext } from "./process-context.ts";
import { program } from "./program.ts";

/** The package that runs: its version and its folder. */
interface Package {
  readonly version: string;
  readonly packageFolder: string;
}

/** Runs `porte`: argv in, exit code out, once all that was said is written: the process may end at once. */
export async function main(argv: readonly string[], own: Package): Promise<number> {
  const code = await run(argv, own);
  await written();
  return code;
}

/** The user's folder; null for a user that the machine knows nothing of, as a container's may be. */
function homeOf(): string | null {
  try {
    return homedir();
  } catch {
    return null;
  }
}

async function run(argv: readonly string[], own: Package): Promise<number> {
  const { env } = process;
  /** What porte makes is its user's alone, also where the machine would let everybody read it, or nobody. */
  process.umask(0o077);
  /** A file that may not grow further is then an error of its write, which is told, and not the end of the program. */
  if (process.platform !== "win32") process.on("SIGXFSZ", () => undefined);
  const { json, lang: asked, color } = glance(argv);
  const lang = chooseLang(asked, env);
  const say = await catalogueOf(lang);
  let porte: Command | null = null;
  const globals = () => globalsFrom(porte?.opts() ?? { color: true, input: true });
  const now = clockFrom(env.PORTE_NOW);
  const context = await openContext({ say, lang, env, json, color, ...own, home: homeOf(), now, globals });
  process.once("SIGINT", () => context.interrupt());
  const words = rewritten(argv);
  porte = program(context, words[0], async (command, input) => {
    await (await command.load?.())?.run(context, input as never);
  });
  try {
    if (words === "exit-codes")
      context.show(Object.fromEntries(say.help.exitCodes), () => formatExamples(say.help.exitCodes));
    else await porte.parseAsync(words, { from: "user" });
    context.answer();
    return 0;
  } catch (failure) {
    return endWith(failure, context, words);
  }
}

/** `porte help x` is `porte x --help`; `porte` alone is its help. */
function rewritten(argv: readonly string[]): string[] | "exit-codes" {
  const [first, ...rest] = argv;
  if (first === undefined) return ["--help"];
  if (first !== "help") return [...argv];
  return rest[0] === "exit-codes" ? "exit-codes" : [...rest, "--help"];
}

async function endWith(failure: unknown, context: ProcessContext, words: readonly string[] | string): Promise<number> {
  if (failure instanceof CommanderError) {
    const usage = usageFailure(failure, "porte", typeof words === "string" ? [words] : words);
    if (usage === null) return failure.exitCode === 0 ? 0 : 2;
    await reportFailure(context, usage);
    return exitCodeOf(usage);
  }
  const known = failure instanceof Error && failure.name === "ExitPromptError" ? context.interruption() : failure;
  await reportFailure(context, known);
  return known instanceof PorteError ? exitCodeOf(known) : 1;
}
