import { Command } from "commander";
import { COMMANDS, describe, HOME } from "../commands/list.ts";
import { formatExamples } from "../view/help.ts";
import { commonOption, fill, type Start, type Words } from "./adapter.ts";
import { explainMistakes } from "./explained.ts";
import { GLOBALS } from "./globals.ts";
import { helpOf } from "./help-words.ts";
import { helpWidth, localise } from "./usage.ts";

/**
 * The command line, with each command still a name and a summary: all of them, or the only one that the first word names.
 * Every other word is left to commander; without a word, where its person stands is shown.
 */
export function program(words: Words, first: string | undefined, start: Start): Command {
  const named = COMMANDS.filter(({ name, aliases }) => name === first || aliases.some((alias) => alias === first));
  const { help } = words.say;
  const porte = new Command("porte").description(help.about).addHelpText("after", () => `\n${help.moreHelp}`);
  for (const option of GLOBALS) porte.addOption(commonOption(option, words));
  porte.version(words.version, "-V, --version", help.global.version);
  localise(porte, words.say);
  addExamples(porte, words, help.firstSteps);
  for (const one of named.length > 0 ? named : COMMANDS) {
    const summary = helpOf(one, words.say);
    const command = porte.command(one.name).summary(summary).description(summary);
    localise(command, words.say);
    addExamples(command, words, help.samples[one.name] ?? []);
    if (one.aliases.length > 0) command.aliases([...one.aliases]);
  }
  /** Any other word is then a command that does not exist, and commander says so. */
  if (first === undefined) porte.action(() => start(HOME, {}, { path: "", understood: [] }));
  explainMistakes(porte);
  return porte.hook("preSubcommand", async (parent, command) => {
    const one = COMMANDS.find(({ name }) => name === command.name());
    if (parent !== porte || one === undefined) return;
    fill(command, await describe(one), words, start);
    explainMistakes(command);
  });
}

/** Puts examples on top of a page of help, where they are read. */
function addExamples(command: Command, { say }: Words, examples: readonly (readonly [string, string])[]): void {
  if (examples.length > 0)
    command.addHelpText("before", () => `${say.help.examples}\n${formatExamples(examples, helpWidth())}\n`);
}
