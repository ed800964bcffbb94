import { homedir } from "node:os";
import type { Readable } from "node:stream";
import { type Command, CommanderError } from "commander";
import { clockFrom } from "../domain/clock.ts";
import { exitCodeOf } from "../errors/failures.ts";
import { PorteError } from "../errors.ts";
import { type Catalogue, catalogueOf, type Lang } from "../i18n/catalogue.ts";
import { chooseLang } from "../i18n/choose.ts";
import { usageFailure } from "../i18n/commander.ts";
import { formatExamples } from "../view/help.ts";
import { understoodText } from "./adapter.ts";
import type { Environment } from "./context.ts";
import { reportFailure } from "./failure.ts";
import { glance, globalsFrom } from "./globals.ts";
import { DESCRIPTORS, type Descriptors, writeTo, written } from "./output.ts";
import { openContext, type ProcessContext } from "./process-context.ts";
import { program } from "./program.ts";

/** The package that runs: its version and its folder. */
interface Package {
  readonly version: string;
  readonly packageFolder: string;
}

/** What a run is given by the process that it is in. */
interface Surroundings {
  readonly env: Environment;
  /** The user's folder; null where the machine knows none. */
  readonly home: string | null;
  readonly stdin: () => Readable;
  readonly descriptors: Descriptors;
  /** Has the run told when its user stops it. */
  readonly onInterrupt: (interrupt: () => void) => void;
  /** What gives the sentences; those of the package where nothing else is said. */
  readonly catalogue?: (lang: Lang) => Promise<Catalogue>;
}

/** Runs `porte` in a process of its own: argv in, exit code out, once all that was said is written: the process may end at once. */
export function main(argv: readonly string[], own: Package): Promise<number> {
  /** What porte makes is its user's alone, also where the machine would let everybody read it, or nobody. */
  process.umask(0o077);
  /** A file that may not grow further is then an error of its write, which is told, and not the end of the program. */
  if (process.platform !== "win32") process.on("SIGXFSZ", () => undefined);
  const onInterrupt = (interrupt: () => void) => void process.once("SIGINT", interrupt);
  const surroundings = { env: process.env, home: homeOf(), descriptors: DESCRIPTORS, onInterrupt };
  return runIn({ ...surroundings, stdin: () => process.stdin }, argv, own);
}

/** Runs `porte` once, where the process has more to do than this run, or is set up already. */
export async function runIn(surroundings: Surroundings, argv: readonly string[], own: Package): Promise<number> {
  writeTo(surroundings.descriptors);
  const code = await run(surroundings, argv, own);
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

async function run(
  { env, home, stdin, onInterrupt, catalogue = catalogueOf }: Surroundings,
  argv: readonly string[],
  own: Package,
): Promise<number> {
  const { json, lang: asked, color } = glance(argv);
  const lang = chooseLang(asked, env);
  const say = await catalogue(lang);
  let porte: Command | null = null;
  const globals = () => globalsFrom(porte?.opts() ?? { color: true, input: true });
  const now = clockFrom(env.PORTE_NOW);
  const context = await openContext({ say, lang, env, json, color, ...own, home, stdin, now, globals });
  onInterrupt(() => context.interrupt());
  const words = rewritten(argv);
  porte = program(context, words[0], async (command, input, understood) => {
    for (const one of understood) context.note(understoodText(say, one));
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
