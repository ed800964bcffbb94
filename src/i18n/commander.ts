import { type Argument, type Command, Help, type HelpConfiguration, type Option } from "commander";
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
    subcommandTerm: (command: Command) => named(Help.prototype.subcommandTerm(command)),
    argumentTerm: (argument: Argument) => help.placeholder(argument.name()),
    commandUsage: (command: Command) => named(usageOf(command)),
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: (option) => {
      const words = aside(option);
      return words.length === 0 ? option.description : `${option.description} (${words.join(", ")})`;
    },
  };
}
