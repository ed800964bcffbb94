import { Argument, type Command, Option } from "commander";
import type { CommandSpec, InputSpec } from "../commands/command.ts";
import type { Context } from "./context.ts";

/** What a command line needs to be understood. */
export type Words = Pick<Context, "say" | "today" | "version">;

/** Starts a command with what was typed. */
export type Start = (command: CommandSpec, input: object) => Promise<void>;

/** Gives a command of commander the arguments, options and subcommands of one that is data. */
export function fill(target: Command, spec: CommandSpec, words: Words, start: Start): void {
  for (const input of Object.values(spec.inputs))
    if (input.term.startsWith("-")) target.addOption(optionOf(input, words));
    else target.addArgument(argumentOf(input, words));
  if (spec.load !== null) target.action(() => start(spec, inputOf(target, spec)));
  for (const sub of spec.commands) {
    const command = target.command(sub.name, { isDefault: sub.isDefault }).description(helpOf(sub, words));
    command.helpCommand(false);
    fill(command, sub, words, start);
  }
}

/** The words of a help page: `declare.month` is the catalogue's `help.declare.month`, and a key of three parts starts at its top. */
export function helpOf({ help }: Pick<InputSpec, "help">, { say }: Words): string {
  const parts = help?.split(".") ?? [];
  let found: unknown = parts.length === 2 ? say.help : say;
  for (const part of parts) found = (found as Readonly<Record<string, unknown>>)[part];
  return typeof found === "string" ? found : "";
}

function argumentOf(input: InputSpec, words: Words): Argument {
  const argument = new Argument(input.term, helpOf(input, words));
  return input.read === null ? argument : argument.argParser(parserOf(input.read, words));
}

function optionOf(input: InputSpec, words: Words): Option {
  const option = new Option(input.term, helpOf(input, words));
  if (input.choices !== null) option.choices([...input.choices]);
  if (input.read !== null) option.argParser(parserOf(input.read, words));
  if (input.conflictsWith !== undefined) option.conflicts(input.conflictsWith);
  if (input.byDefault !== undefined) option.default(input.byDefault);
  return option.makeOptionMandatory(input.isMandatory === true).hideHelp(input.isHidden === true);
}

function parserOf({ one, isRepeated }: NonNullable<InputSpec["read"]>, words: Words) {
  return (typed: string, before: unknown): unknown => {
    const read = one(typed, () => words.today());
    return isRepeated ? [...((before as readonly unknown[] | undefined) ?? []), read] : read;
  };
}

/** What was typed: the arguments that are there, and the options. */
function inputOf(target: Command, { inputs }: CommandSpec): object {
  const names = Object.keys(inputs).filter((name) => !inputs[name]?.term.startsWith("-"));
  const given = names
    .map((name, index) => [name, target.processedArgs[index]])
    .filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...target.opts() };
}
