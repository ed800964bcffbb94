import { homedir } from "node:os";
import { COMMANDS, describe } from "../commands/list.ts";
import { clockFrom } from "../domain/clock.ts";
import { dayInParis } from "../domain/paris.ts";
import { offeredWords } from "../domain/typed/offered.ts";
import type { LiveKind } from "../flows/live-values.ts";
import type { Machine } from "../flows/session.ts";
import { SETTING_KEYS } from "../flows/setting-keys.ts";
import { chooseLang } from "../i18n/choose.ts";
import { type Lang, type Sentences, sentencesOf } from "../i18n/sentences.ts";
import { foldersFrom } from "../store/folders.ts";
import { preferencesIn } from "../store/preferences.ts";
import { nextOf, type Vocabulary } from "./complete/candidates.ts";
import type { Candidate, Next } from "./complete/values.ts";
import { GLOBALS } from "./globals.ts";
import { helpOf } from "./help-words.ts";
import { write, written } from "./output.ts";

type Environment = Machine["env"];

/**
 * Answers Tab: a line for each word that may stand where the cursor is, and after a tab what it is; `:files` or `:folders` where
 * the shell knows better. It starts apart from the commands, reads this machine alone, and says nothing of what goes wrong: a person is typing.
 * @returns 0.
 */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const lines = await completed(argv.slice(1), process.env, homedir());
    if (lines.length > 0) write("stdout", `${lines.join("\n")}\n`);
    await written();
  } catch {
    /** What is damaged here is told by the commands. */
  }
  return 0;
}

/** Gives the lines that answer a Tab after some words, of which the last is the one at the cursor. */
export async function completed(words: readonly string[], env: Environment, home: string | null): Promise<string[]> {
  const typed = (words[0] === "--" ? words.slice(1) : words).map((word) => (word === '""' ? "" : word));
  const machine = machineFor(typed, env, home);
  const settings = preferencesIn(machine.folders);
  const lang = chooseLang(undefined, { ...env, PORTE_LANG: env.PORTE_LANG || settings.lang });
  const say = await sentencesOf(lang);
  const help: Vocabulary["help"] = (input) => helpOf(input, say);
  const next = await nextOf(typed, {
    commands: COMMANDS.map((one) => ({ value: one.name, what: help(one), aliases: one.aliases })),
    describe: async (name) => {
      const one = COMMANDS.find((command) => command.name === name);
      return one === undefined ? null : describe(one);
    },
    globals: GLOBALS,
    help,
    words: { setting: SETTING_KEYS, topic: say.topics.flatMap(({ names }) => names.slice(0, 1)) },
  });
  const last = typed.at(-1) ?? "";
  const lines = await Promise.all(next.map((one) => linesOf(one, { machine, lang, format: say.format }, last)));
  return [...new Set(lines.flat())];
}

/** What words are known by, and in which language they are told. */
interface Known {
  readonly machine: Machine;
  readonly lang: Lang;
  readonly format: Sentences["format"];
}

async function linesOf(next: Next, known: Known, last: string): Promise<string[]> {
  if (next.type === "files" || next.type === "folders") return [`:${next.type}`];
  const begun = last.slice(next.prefix.length);
  const found = await candidatesOf(next, known, begun);
  return found.map(({ value, what }) => {
    const word = `${next.prefix}${value}`;
    return what === "" ? word : `${word}\t${what.replace(/\s+/g, " ")}`;
  });
}

async function candidatesOf(
  next: Extract<Next, { prefix: string }>,
  known: Known,
  begun: string,
): Promise<readonly Candidate[]> {
  if (next.type === "meant") return meantWords(next, known, begun);
  const all = next.type === "words" ? next.words : await kept(known.machine, next.kind);
  return all.filter(({ value }) => value.startsWith(begun));
}

/** The words that the command will read; a month and a day with what they are today. */
function meantWords({ meant, read }: Extract<Next, { type: "meant" }>, known: Known, begun: string): Candidate[] {
  const { machine, lang, format } = known;
  const today = machine.today();
  return offeredWords(meant, begun, { lang, today }).flatMap((value) => {
    try {
      const is = read?.(value, () => today);
      if (typeof meant === "object" || typeof is !== "string") return [{ value, what: "" }];
      return [{ value, what: meant === "month" ? format.month(is) : format.day(is) }];
    } catch {
      return [];
    }
  });
}

/** What this machine knows, which is loaded where it is asked for; what it cannot say is left out. */
async function kept(machine: Machine, kind: LiveKind): Promise<readonly Candidate[]> {
  const { liveValues } = await import("../flows/live-values.ts");
  return liveValues(machine, kind).catch(() => []);
}

function machineFor(typed: readonly string[], env: Environment, home: string | null): Machine {
  const now = clockFrom(env.PORTE_NOW);
  const at = typed.indexOf("--profile");
  return {
    folders: foldersFrom(env, home, process.platform),
    env,
    now,
    today: () => dayInParis(now()),
    timeoutMs: 0,
    profile: at === -1 ? undefined : typed[at + 1],
    agent: "",
    reads: "cached",
    onNewer: () => undefined,
    onClockOff: () => undefined,
    onRecorded: () => undefined,
    onOthers: () => undefined,
  };
}
