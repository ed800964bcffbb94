import type { Command, CommanderError } from "commander";
import { PorteError } from "../errors.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import { write } from "./output.ts";

const HELP_WIDTH = 100;

const quoted = (text: string) => /'([^']*)'/.exec(text)?.[1] ?? "";
const suggested = (text: string) => /\(Did you mean (?:one of )?([^,?)]+)/.exec(text)?.[1]?.trim() ?? null;
const option = (text: string) => /--?[a-z][a-z-]*/i.exec(quoted(text))?.[0] ?? quoted(text);

/** Gives a mistake on the command line as one of our failures, or null where it is none: help was asked for. */
export function usageFailure({ code, message }: CommanderError, command: string): PorteError | null {
  switch (code) {
    case "commander.unknownCommand":
      return new PorteError("usage.unknown_command", { name: quoted(message), suggestion: suggested(message) });
    case "commander.unknownOption":
      return new PorteError("usage.unknown_option", { option: quoted(message), suggestion: suggested(message) });
    case "commander.missingArgument":
      return new PorteError("usage.missing_argument", { argument: quoted(message), command });
    case "commander.optionMissingArgument":
      return new PorteError("usage.missing_value", { option: option(message) });
    case "commander.missingMandatoryOptionValue":
      return new PorteError("usage.missing_option", { option: option(message), command });
    case "commander.excessArguments":
      return new PorteError("usage.excess_argument", { argument: quoted(message) });
    case "commander.invalidArgument":
      return choiceFailure(message);
    default:
      return null;
  }
}

function choiceFailure(message: string): PorteError {
  const [, name = "", value = "", choices = ""] =
    /'(.*?)' argument '(.*)' is invalid\. Allowed choices are (.*)\./s.exec(message) ?? [];
  const option = /--[a-z-]+/.exec(name)?.[0] ?? name;
  return new PorteError("usage.choice", { option, value, choices: choices.split(", ") });
}

/** The options of a group are not those of its subcommands: only the program's are common. */
function root(command: Command): Command {
  return command.parent === null ? command : root(command.parent);
}

/** Puts commander's own titles in the language of the catalogue. */
export function speak(command: Command, { help }: Catalogue): void {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": help.usage,
    "Arguments:": help.arguments,
    "Options:": help.options,
    "Commands:": help.commands,
    "Global Options:": help.globals,
  };
  command.configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    showGlobalOptions: true,
    visibleGlobalOptions: (shown) => (shown === root(shown) ? [] : [...root(shown).options]),
    subcommandTerm: (sub) => [sub.name(), ...sub.aliases()].join(", "),
  });
  command.configureOutput({
    writeOut: (text) => write("stdout", text),
    outputError: () => undefined,
    getErrHelpWidth: () => HELP_WIDTH,
    getOutHelpWidth: () => HELP_WIDTH,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
  command.helpCommand(false);
  command.helpOption("-h, --help", help.global.help);
}
