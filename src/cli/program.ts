import { Command } from "commander";
import { formatExamples } from "../view/help.ts";
import type { Context } from "./context.ts";
import { parseLang, parseTimeout } from "./globals.ts";
import { speak } from "./usage.ts";

type Load = () => Promise<{ register: (command: Command, context: Context) => void }>;
type Name = keyof Context["say"]["help"]["summaries"];

interface Entry {
  readonly name: Name;
  readonly aliases: readonly string[];
  readonly load: Load;
}

/** Every word that may follow `porte`, with the module to read when it does. */
const COMMANDS: readonly Entry[] = [
  { name: "login", aliases: [], load: () => import("../commands/login.ts") },
  { name: "logout", aliases: [], load: () => import("../commands/logout.ts") },
  { name: "whoami", aliases: [], load: () => import("../commands/whoami.ts") },
  { name: "status", aliases: [], load: () => import("../commands/status.ts") },
  { name: "declare", aliases: ["declarer", "déclarer"], load: () => import("../commands/declare/declare.ts") },
  { name: "month", aliases: ["mois"], load: () => import("../commands/month.ts") },
  { name: "expenses", aliases: ["frais"], load: () => import("../commands/expenses/expenses.ts") },
  { name: "missions", aliases: [], load: () => import("../commands/missions.ts") },
  { name: "payslips", aliases: ["bulletins"], load: () => import("../commands/payslips.ts") },
  { name: "account", aliases: ["compte"], load: () => import("../commands/account.ts") },
  { name: "sync", aliases: ["synchroniser"], load: () => import("../commands/sync.ts") },
  { name: "undo", aliases: ["défaire", "defaire"], load: () => import("../commands/undo.ts") },
  { name: "simulate", aliases: ["simuler"], load: () => import("../commands/simulate/simulate.ts") },
  { name: "law", aliases: ["loi"], load: () => import("../commands/law.ts") },
  { name: "demo", aliases: [], load: () => import("../commands/demo.ts") },
];

/**
 * The command line, with each command still a name and a summary: all of them, or the only one that the first word names.
 * Every other word is left to commander.
 */
export function program(context: Context, first: string | undefined): Command {
  const named = COMMANDS.filter(({ name, aliases }) => name === first || aliases.some((alias) => alias === first));
  const { help } = context.say;
  const porte = new Command("porte")
    .description(help.about)
    .exitOverride()
    .showSuggestionAfterError(true)
    .option("--json", help.global.json)
    .option("--profile <name>", help.global.profile)
    .option("--lang <lang>", help.global.lang, parseLang)
    .option("--no-color", help.global.noColor)
    .option("--no-input", help.global.noInput)
    .option("--verbose", help.global.verbose)
    .option("--timeout <seconds>", help.global.timeout, parseTimeout)
    .version(context.version, "-V, --version", help.global.version)
    .addHelpText("after", () => `\n${help.moreHelp}`);
  speak(porte, context.say);
  addExamples(porte, context, help.firstSteps);
  for (const { name, aliases } of named.length > 0 ? named : COMMANDS) {
    const command = porte.command(name).summary(help.summaries[name]).description(help.summaries[name]);
    speak(command, context.say);
    addExamples(command, context, help.samples[name] ?? []);
    if (aliases.length > 0) command.aliases([...aliases]);
  }
  return porte.hook("preSubcommand", async (parent, command) => {
    if (parent !== porte) return;
    const entry = COMMANDS.find(({ name }) => name === command.name());
    (await entry?.load())?.register(command, context);
    for (const sub of command.commands) speak(sub, context.say);
  });
}

/** Puts examples on top of a page of help, where they are read. */
function addExamples(command: Command, { say }: Context, examples: readonly (readonly [string, string])[]): void {
  if (examples.length > 0) command.addHelpText("before", `${say.help.examples}\n${formatExamples(examples)}\n`);
}
