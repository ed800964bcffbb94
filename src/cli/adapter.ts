import { Argument, type Command, Option } from "commander";
import type { CommandSpec, InputSpec } from "../commands/command.ts";
import { namesYear } from "../domain/typed/month.ts";
import { PorteError } from "../errors.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import type { Context } from "./context.ts";
import { readMeant } from "./explained.ts";
import { helpOf } from "./help-words.ts";
import { showForms } from "./usage.ts";

/** What a command line needs to be understood. */
export type Words = Pick<Context, "say" | "today" | "version">;

/** A month or a day that was typed without its year, as it was understood. */
export interface Understood {
  readonly means: "month" | "day";
  readonly value: string;
}

/** How a command was typed: the words that lead to it, without the program's own, and what was understood of its months and days. */
export interface TypedCommand {
  readonly path: string;
  readonly understood: readonly Understood[];
}

/** Starts a command with what was typed. */
export type Start = (command: CommandSpec, input: object, typed: TypedCommand) => Promise<void>;

/** What reading a command's words uses, and what it finds on the way. */
interface Reading {
  readonly words: Words;
  readonly understood: Map<string, Understood>;
}

/** Gives a command of commander the arguments, options and subcommands of one that is data. */
export function fill(target: Command, spec: CommandSpec, words: Words, start: Start): void {
  const reading: Reading = { words, understood: new Map() };
  showForms(target, spec);
  const inputs = Object.values(spec.inputs);
  for (const input of inputs) {
    if (isArgument(input)) target.addArgument(argumentOf(input, words));
    else target.addOption(optionOf(input, reading));
    if (input.alias !== null) target.addOption(aliasOf(input, reading));
  }
  const terms = inputs.filter(isArgument).map(({ term }) => term);
  if (terms.some((term) => term.startsWith("<")))
    target.usage(["[options]", ...(spec.commands.length > 0 ? ["[command]"] : []), ...terms].join(" "));
  if (spec.load !== null)
    target.action(() => {
      const input = readMeant(target, () => inputOf(target, spec, reading));
      const path = pathOf(target).split(" ").slice(1).join(" ");
      return start(spec, input, { path, understood: [...reading.understood.values()] });
    });
  for (const sub of spec.commands) {
    const command = target.command(sub.name, { isDefault: sub.isDefault }).description(helpOf(sub, words.say));
    command.helpCommand(false);
    if (sub.aliases.length > 0) command.aliases([...sub.aliases]);
    fill(command, sub, words, start);
  }
}

function isArgument({ term }: InputSpec): boolean {
  return !term.startsWith("-");
}

/** Says how a month or a day that was typed without its year was understood. */
export function understoodText({ typed, format }: Pick<Catalogue, "typed" | "format">, { means, value }: Understood) {
  return means === "month" ? typed.month(format.month(value)) : typed.day(format.day(value));
}

/** An argument is read once all are known: what may be said by an option too may be absent among them. */
function argumentOf(input: InputSpec, words: Words): Argument {
  return new Argument(input.term.replace("<", "[").replace(">", "]"), helpOf(input, words.say));
}

/** An option of commander that every command takes, and that is one of our data. */
export function commonOption(input: InputSpec, words: Words): Option {
  return optionOf(input, { words, understood: new Map() });
}

function optionOf(input: InputSpec, reading: Reading): Option {
  const option = new Option(input.term, helpOf(input, reading.words.say));
  if (input.choices !== null) option.choices([...input.choices]);
  if (input.read !== null) option.argParser(parserOf(input, input.read, reading));
  if (input.conflictsWith !== undefined) option.conflicts(input.conflictsWith);
  if (input.byDefault !== undefined) option.default(input.byDefault);
  return option.makeOptionMandatory(input.isMandatory === true).hideHelp(input.isHidden === true);
}

function aliasOf(input: InputSpec, reading: Reading): Option {
  const option = new Option(input.alias ?? "", reading.words.say.typed.same(input.term));
  return input.read === null ? option : option.argParser(parserOf(input, input.read, reading));
}

function parserOf(input: InputSpec, read: NonNullable<InputSpec["read"]>, reading: Reading) {
  return (typed: string, before: unknown): unknown => {
    const value = valueTyped(input, typed, reading);
    return read.isRepeated ? [...((before as readonly unknown[] | undefined) ?? []), value] : value;
  };
}

/** Reads the value of an option. @throws {PorteError} `usage.missing_value` where the next option stands in its place: `--replace --yes`. */
function valueTyped(input: InputSpec, typed: string, reading: Reading): unknown {
  try {
    return readFrom(input, typed, reading);
  } catch (failure) {
    if (!/^--[a-z]/.test(typed)) throw failure;
    throw new PorteError("usage.missing_value", { option: /--[a-z-]+/.exec(input.term)?.[0] ?? input.term });
  }
}

function readFrom({ means, read }: InputSpec, typed: string, { words, understood }: Reading): unknown {
  const value = read === null ? typed : read.one(typed, () => words.today());
  if (means !== null && typeof value === "string" && !namesYear(typed)) understood.set(value, { means, value });
  return value;
}

/**
 * What was typed: the arguments that are there, and the options. An argument that an option says too takes a word only where there is one
 * for each argument.
 * @throws {PorteError} `usage.missing_argument`, `usage.two_values`, and what the readers throw.
 */
function inputOf(target: Command, { inputs }: CommandSpec, reading: Reading): object {
  const options: Record<string, unknown> = { ...target.opts() };
  const given: Record<string, unknown> = {};
  const named = Object.entries(inputs);
  const typed = [...target.args];
  const isShort = typed.length < named.filter(([, input]) => isArgument(input)).length;
  for (const [name, input] of named) {
    const other = aliasIn(target, input, options);
    const left = isShort && other !== undefined ? [] : typed;
    const own = isArgument(input) ? argumentFrom(left, input, reading) : options[name];
    const value = theOne(own, other);
    if (value !== undefined) given[name] = value;
    else if (input.term.startsWith("<"))
      throw new PorteError("usage.missing_argument", { argument: name, command: pathOf(target) });
  }
  return { ...options, ...given };
}

/** Reads the next of the words that are left, or all of them where several are taken. */
function argumentFrom(left: string[], input: InputSpec, reading: Reading): unknown {
  if (input.read?.isRepeated === true && left.length > 0)
    return left.splice(0).map((each) => readFrom(input, each, reading));
  const word = left.shift();
  return word === undefined ? undefined : readFrom(input, word, reading);
}

/** What is said twice must be the same. @throws {PorteError} `usage.two_values`. */
function theOne(own: unknown, other: unknown): unknown {
  if (own !== undefined && other !== undefined && own !== other)
    throw new PorteError("usage.two_values", { first: String(own), second: String(other) });
  return own ?? other;
}

/** Takes what another option says of an input out of those that were typed; commander gives it to the command above, where that has it too. */
function aliasIn(target: Command, { alias }: InputSpec, options: Record<string, unknown>): unknown {
  if (alias === null) return undefined;
  const name = new Option(alias).attributeName();
  const { [name]: value } = options;
  delete options[name];
  return value ?? target.parent?.getOptionValue(name);
}

/** The words that lead to a command. */
function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}
