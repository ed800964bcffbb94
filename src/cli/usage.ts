import type { Command } from "commander";
import type { Catalogue } from "../i18n/catalogue.ts";
import { helpWords } from "../i18n/commander.ts";
import { terminal, write } from "./output.ts";

const HELP_WIDTH = 100;

/** Help is no wider than its terminal, and no wider than is read well. */
function widthOf(name: "stdout" | "stderr"): number {
  return Math.min(HELP_WIDTH, terminal(name)?.columns || HELP_WIDTH);
}

/** The options of a group are not those of its subcommands: only the program's are common. */
function root(command: Command): Command {
  return command.parent === null ? command : root(command.parent);
}

/** Puts commander's own titles in the language of the catalogue. */
export function localise(command: Command, say: Catalogue): void {
  command.configureHelp({
    ...helpWords(say),
    showGlobalOptions: true,
    visibleGlobalOptions: (shown) => (shown === root(shown) ? [] : [...root(shown).options]),
    subcommandTerm: (sub) => [sub.name(), ...sub.aliases()].join(", "),
  });
  command.configureOutput({
    writeOut: (text) => write("stdout", text),
    outputError: () => undefined,
    getErrHelpWidth: () => widthOf("stderr"),
    getOutHelpWidth: () => widthOf("stdout"),
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
  command.helpCommand(false);
  command.helpOption("-h, --help", say.help.global.help);
}
