import type { Argument, Command, CommanderError, HelpConfiguration, Option } from "commander";
import { PorteError } from "../errors.ts";
import type { Catalogue } from "./catalogue.ts";
import { withPlaceholders } from "./placeholders.ts";

/** A command line in short, as commander has it: the names before it, then what it takes. */
function usageOf(command: Command): string {
  const names = [[command.name(), ...command.aliases().slice(0, 1)].join("|")];
  for (let one = command.parent; one !== null; one = one.parent) names.unshift(one.name());
  return [...names, command.usage()].join(" ");
}

/** Commander's own words of a help page, in those of the catalogue. */
export function helpWords({ help }: Catalogue): HelpConfiguration {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": help.usage,
    "Arguments:": help.arguments,
    "Options:": help.options,
    "Commands:": help.commands,
    "Global Options:": help.globals,
  };
  const aside = ({ argChoices, defaultValue }: Option) =>
    [
      argChoices === undefined ? "" : help.choices(argChoices),
      defaultValue === undefined || defaultValue === false ? "" : help.byDefault(String(defaultValue)),
    ].filter((words) => words !== "");
  const named = (text: string) => withPlaceholders(help.placeholder, text);
  return {
    optionTerm: (option: Option) => named(option.flags),
    argumentTerm: (argument: Argument) => help.placeholder(argument.name()),
    commandUsage: (command: Command) => named(usageOf(command)),
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: (option) => {
      const words = aside(option);
      return words.length === 0 ? option.description : `${option.description} (${words.join(", ")})`;
    },
  };
}

const quoted = (text: string) => /'([^']*)'/.exec(text)?.[1] ?? "";
const suggested = (text: string) => /\(Did you mean (?:one of )?([^,?)]+)/.exec(text)?.[1]?.trim() ?? null;
const option = (text: string) => /--?[a-z][a-z-]*/i.exec(quoted(text))?.[0] ?? quoted(text);

/** Gives a mistake on the command line as one of our failures, or null where it is none: help was asked for. */
export function usageFailure(
  { code, message }: CommanderError,
  program: string,
  words: readonly string[],
): PorteError | null {
  const command = [program, ...words.filter((word) => !word.startsWith("-")).slice(0, 2)].join(" ");
  switch (code) {
    case "commander.unknownCommand":
      return new PorteError("usage.unknown_command", {
        program,
        name: quoted(message),
        suggestion: suggested(message),
      });
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

/** `error: option '--category <category>' argument 'x' is invalid. Allowed choices are a, b.` */
function choiceFailure(message: string): PorteError {
  const argument = message.indexOf(ARGUMENT);
  const invalid = message.lastIndexOf(INVALID);
  const isRead = argument >= 0 && invalid >= argument;
  const name = isRead ? message.slice(message.indexOf("'") + 1, argument) : "";
  const value = isRead ? message.slice(argument + ARGUMENT.length, invalid) : "";
  const choices = isRead ? message.slice(invalid + INVALID.length, message.lastIndexOf(".")) : "";
  const option = /--[a-z-]+/.exec(name)?.[0] ?? name;
  return new PorteError("usage.choice", { option, value, choices: choices.split(", ") });
}

const ARGUMENT = "' argument '";
const INVALID = "' is invalid. Allowed choices are ";
