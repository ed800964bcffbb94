import type { Command, CommanderError } from "commander";
import { PorteError } from "../errors.ts";
import { BARE_WORDS } from "./meanings.ts";
import { suggestOption, suggestWord } from "./suggest.ts";

/** Gives a mistake as one of our failures; null where it is none, as where help was asked for. */
export function mistakeOf(command: Command, failure: CommanderError): PorteError | null {
  const { code, message } = failure;
  switch (code) {
    case "commander.unknownCommand":
      return unknownWord(command, command.args[0] ?? "");
    case "commander.excessArguments":
      return excessWord(command);
    case "commander.unknownOption":
      return new PorteError("usage.unknown_option", {
        option: quoted(message),
        suggestion: suggestOption(quoted(message), command),
      });
    case "commander.missingArgument":
      return new PorteError("usage.missing_argument", { argument: quoted(message), command: pathOf(command) });
    case "commander.optionMissingArgument":
      return new PorteError("usage.missing_value", { option: optionIn(message) });
    case "commander.missingMandatoryOptionValue":
      return new PorteError("usage.missing_option", {
        option: optionIn(message),
        command: pathOf(command),
        takes: valueIn(message),
        typed: command.args,
      });
    case "commander.invalidArgument":
      return choiceFailure(message);
    default:
      return null;
  }
}

/** The words that lead to a command, with the program's own. */
function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

function unknownWord(group: Command, word: string): PorteError {
  const { suggestion } = suggestWord(group, word);
  return new PorteError("usage.unknown_command", { program: pathOf(group), name: word, suggestion });
}

/** A word too many: of the group, where the command runs because no subcommand was named; else of the command itself. */
function excessWord(command: Command): PorteError {
  const group = groupLeftOut(command);
  const [first = ""] = command.args;
  const bare = group === null ? null : lineOfBareWord(pathOf(group), first);
  if (group !== null && bare !== null)
    throw new PorteError("usage.excess_argument", { argument: first, command: pathOf(group), suggestion: bare });
  const isWordOfGroup = command.registeredArguments.length === 0 || (group && suggestWord(group, first).suggestion);
  if (group !== null && isWordOfGroup) return unknownWord(group, first);
  const path = pathOf(command);
  const word = command.args[command.registeredArguments.length] ?? "";
  return new PorteError("usage.excess_argument", {
    argument: word,
    command: path,
    suggestion: lineOfBareWord(path, word),
  });
}

/** The line that a word stands for after a command or a group that takes none; null where nobody knows. */
function lineOfBareWord(path: string, word: string): string | null {
  const meant = BARE_WORDS.find((one) => one.path === path && one.looks.test(word));
  return meant === undefined ? null : `${path} ${meant.option} ${/\s/.test(word) ? `"${word}"` : word}`;
}

/** The group whose default a command is, where its name was not typed; null where it was. */
function groupLeftOut(command: Command): Command | null {
  const { parent } = command;
  const typed = parent?.args[0];
  if (parent === null || parent.parent === null) return null;
  return typed === command.name() || command.aliases().includes(typed ?? "") ? null : parent;
}

/**
 * Gives what is wrong where what was typed after a command could not be read. The first word after a group may be a subcommand that was
 * misspelt, although the group's default takes it for its own: `expenses ad`.
 */
export function unreadOf(command: Command, failure: unknown): unknown {
  const [first = ""] = command.args;
  const group = failure instanceof PorteError ? groupLeftOut(command) : null;
  return group === null || suggestWord(group, first).suggestion === null ? failure : unknownWord(group, first);
}

const quoted = (text: string) => /'([^']*)'/.exec(text)?.[1] ?? "";
const optionIn = (text: string) => /--?[a-z][a-z-]*/i.exec(quoted(text))?.[0] ?? quoted(text);

/** What stands for the value of an option: `<day>`. */
const valueIn = (text: string) => /<[^>]+>/.exec(quoted(text))?.[0] ?? "";

const ARGUMENT = "' argument '";
const INVALID = "' is invalid. Allowed choices are ";

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
