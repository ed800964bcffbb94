import { homedir } from "node:os";
import type { Readable } from "node:stream";
import { type Command, CommanderError } from "commander";
import { COMMANDS } from "../commands/list.ts";
import { checkClock, clockFrom } from "../domain/clock.ts";
import { exitCodeOf } from "../errors/failures.ts";
import { PorteError } from "../errors.ts";
import { type Catalogue, catalogueOf } from "../i18n/catalogue.ts";
import { chooseLang } from "../i18n/choose.ts";
import { inProfile } from "../i18n/in-profile.ts";
import type { Lang } from "../i18n/sentences.ts";
import { foldersFrom } from "../store/folders.ts";
import { preferencesIn } from "../store/preferences.ts";
import { understoodText } from "./adapter.ts";
import type { Environment } from "./context.ts";
import { commandWord, type GlobalOptions, glance, globalsFrom, isShaped } from "./globals.ts";
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
  const { form, lang: asked, profile, color } = glance(argv);
  const settings = preferencesIn(foldersFrom(env, home, process.platform));
  const lang = chooseLang(asked, { ...env, PORTE_LANG: env.PORTE_LANG || settings.lang });
  const said = await catalogue(lang);
  const say = profile === undefined ? said : inProfile(said, profile, WORDS);
  let porte: Command | null = null;
  const options = () => porte?.opts<GlobalOptions>() ?? { color: true, input: true };
  const globals = () => globalsFrom(options(), settings);
  const now = clockFrom(env.PORTE_NOW);
  const isColoured = color && settings.color !== "never";
  const context = await openContext({ say, lang, env, form, color: isColoured, ...own, home, stdin, now, globals });
  onInterrupt(() => context.interrupt());
  const words = rewritten(argv);
  porte = program(context, commandWord(words)?.word, async (spec, input, { path, understood }) => {
    if (isShaped(options())) {
      const { rendererOf } = await import("./rendering.ts");
      const render = await rendererOf(options(), { path, spec }, { ...own, program: "porte" });
      if (render !== null) context.renderBy(render);
    }
    for (const one of understood) context.note(understoodText(say, one));
    await (await spec.load?.())?.run(context, input as never);
  });
  try {
    checkClock(env.PORTE_NOW);
    await porte.parseAsync(words, { from: "user" });
    context.answer();
    return 0;
  } catch (failure) {
    return endWith(failure, context);
  }
}

/** `porte help x` is `porte x --help` where x is a command; other words are topics. */
function rewritten(argv: readonly string[]): string[] {
  const found = commandWord(argv);
  if (found === null || !HELP.includes(found.word)) return [...argv];
  const rest = argv.toSpliced(found.index, 1);
  const next = commandWord(rest)?.word;
  const isCommand = COMMANDS.some(({ name, aliases }) => [name, ...aliases].some((word) => word === next));
  /** What is asked of `help` itself is shown by its own page. */
  const isOwn = rest.some((word) => word === "--help" || word === "-h");
  return !isOwn && (next === undefined || isCommand) ? [...rest, "--help"] : [...argv];
}

const HELP = ["help", "aide"];
/** Every word that may follow `porte`. */
const WORDS = [...HELP, ...COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases])];

async function endWith(failure: unknown, context: ProcessContext): Promise<number> {
  /** Help was shown; a mistake is one of our failures already. */
  if (failure instanceof CommanderError) return failure.exitCode === 0 ? 0 : 2;
  const isLeft = failure instanceof Error && failure.name === "LeftPromptError";
  const isStopped = failure instanceof Error && failure.name === "ExitPromptError";
  const known = isLeft || isStopped ? context.interruption(isLeft) : failure;
  const { reportFailure } = await import("./failure.ts");
  await reportFailure(context, known);
  return known instanceof PorteError ? exitCodeOf(known) : 1;
}
