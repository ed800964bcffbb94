import { Command, Option } from "commander";
import { COMMANDS, describe } from "../commands/list.ts";
import { formatExamples } from "../view/help.ts";
import { fill, helpOf, type Start, type Words } from "./adapter.ts";
import { parseLang, parseTimeout } from "./globals.ts";
import { localise } from "./usage.ts";

/**
 * The command line, with each command still a name and a summary: all of them, or the only one that the first word names.
 * Every other word is left to commander.
 */
export function program(words: Words, first: string | undefined, start: Start): Command {
  const named = COMMANDS.filter(({ name, aliases }) => name === first || aliases.some((alias) => alias === first));
  const { help } = words.say;
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
    .addOption(new Option("--fresh", help.global.fresh).conflicts("cached"))
    .addOption(new Option("--cached", help.global.cached).conflicts("fresh"))
    .version(words.version, "-V, --version", help.global.version)
    .addHelpText("after", () => `\n${help.moreHelp}`);
  localise(porte, words.say);
  addExamples(porte, words, help.firstSteps);
  for (const one of named.length > 0 ? named : COMMANDS) {
    const summary = helpOf(one, words);
    const command = porte.command(one.name).summary(summary).description(summary);
    localise(command, words.say);
    addExamples(command, words, help.samples[one.name] ?? []);
    if (one.aliases.length > 0) command.aliases([...one.aliases]);
  }
  return porte.hook("preSubcommand", async (parent, command) => {
    const one = COMMANDS.find(({ name }) => name === command.name());
    if (parent === porte && one !== undefined) fill(command, await describe(one), words, start);
  });
}

/** Puts examples on top of a page of help, where they are read. */
function addExamples(command: Command, { say }: Words, examples: readonly (readonly [string, string])[]): void {
  if (examples.length > 0) command.addHelpText("before", `${say.help.examples}\n${formatExamples(examples)}\n`);
}
