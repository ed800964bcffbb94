import { type Command, Help, type HelpConfiguration, Option } from "commander";
import type { CommandSpec } from "../commands/command.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import { helpWords } from "../i18n/commander.ts";
import { breakLine, indentOf } from "../view/wrap.ts";
import { FORMS, PLAIN_FORMS } from "./globals.ts";
import { terminal, write } from "./output.ts";

const HELP_WIDTH = 100;
/** So many columns beside the options are enough for what each does; with less, it stands below. */
const LEAST_BESIDE = 28;
const BELOW = "      ";

/** Help is no wider than its terminal, and no wider than is read well. */
function widthOf(name: "stdout" | "stderr"): number {
  return Math.min(HELP_WIDTH, terminal(name)?.columns || HELP_WIDTH);
}

/** The width that a page of help has on stdout. */
export function helpWidth(): number {
  return widthOf("stdout");
}

/** How items of help are laid out: sentences end their lines at words, on a narrow terminal too. */
export const LAYOUT: HelpConfiguration = {
  boxWrap: (text, width) =>
    text
      .split("\n")
      .flatMap((line) => breakLine(line, width, indentOf(line)))
      .join("\n"),
  formatItem: (term, termWidth, description, helper) => {
    const width = helper.helpWidth ?? HELP_WIDTH;
    if (description === "" || width - termWidth >= LEAST_BESIDE)
      return Help.prototype.formatItem.call(helper, term, termWidth, description, helper);
    const lines = breakLine(description, width - BELOW.length, 0).map((line) => `${BELOW}${line}`);
    return [`  ${term}`, ...lines].join("\n");
  },
  minWidthToWrap: 1,
};

/** The options of a group are not those of its subcommands: only the program's are common. */
function root(command: Command): Command {
  return command.parent === null ? command : root(command.parent);
}

/** Puts commander's own titles in the language of the catalogue. */
export function localise(command: Command, say: Catalogue): void {
  command.configureHelp({
    ...helpWords(say),
    ...LAYOUT,
    showGlobalOptions: true,
    visibleGlobalOptions: (shown) => commonOptions(shown, PLAIN_FORMS),
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

/** The options of the program, on the page of one of its commands: `--format` with the forms that it has. */
function commonOptions(shown: Command, forms: readonly string[]): Option[] {
  if (shown === root(shown)) return [];
  return root(shown).options.map((option) =>
    option.long === "--format" ? new Option(option.flags, option.description).choices([...forms]) : option,
  );
}

/** Has the page of a command name the forms that its answer has: those of plain-text accounting are an account's alone. */
export function showForms(command: Command, spec: CommandSpec): void {
  const isLedger = [spec, ...spec.commands.filter(({ isDefault }) => isDefault)].some(({ shows }) => shows.isLedger);
  const forms = isLedger ? FORMS : PLAIN_FORMS;
  command.configureHelp({ ...command.configureHelp(), visibleGlobalOptions: (shown) => commonOptions(shown, forms) });
}
