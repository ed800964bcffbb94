import type { CommandSpec, InputSpec } from "../../commands/command.ts";
import { type Candidate, type Next, namesOf, valuesOf } from "./values.ts";

/** The words of the command line, as far as completing needs them. */
export interface Vocabulary {
  /** The words after `porte`, each with its summary. */
  readonly commands: readonly (Candidate & { readonly aliases: readonly string[] })[];
  /** Describes one of them. */
  readonly describe: (name: string) => Promise<CommandSpec | null>;
  /** The options that every command takes. */
  readonly globals: readonly InputSpec[];
  readonly help: (input: Pick<InputSpec, "help">) => string;
  /** The words of arguments that take some words alone, by the argument's name. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

/** Says what may stand in the place of the last word of a command line. */
export async function nextOf(typed: readonly string[], known: Vocabulary): Promise<readonly Next[]> {
  const before = typed.slice(0, -1);
  const last = typed.at(-1) ?? "";
  const { spec, places, isLost } = await read(before, known);
  if (isLost) return [];
  const options = optionsOf(spec, known);
  const asking = optionOf(options, before.at(-1) ?? "");
  if (takesValue(asking)) return valuesOf(asking, last);
  const [, name] = /^(--[a-z-]+)=/.exec(last) ?? [];
  const within = name === undefined ? undefined : optionOf(options, name);
  if (name !== undefined && within !== undefined) return prefixed(within, `${name}=`, last);
  if (last.startsWith("-")) return [{ type: "words", words: optionsLeft(options, before, known), prefix: "" }];
  return spec === null
    ? [{ type: "words", words: known.commands, prefix: "" }]
    : wordsAfter(spec, { places, last }, known);
}

/** The command that some words lead to, and how many of its arguments are there. */
interface Place {
  readonly spec: CommandSpec | null;
  readonly places: number;
  /** Whether a word is no command. */
  readonly isLost?: boolean;
}

async function read(before: readonly string[], known: Vocabulary): Promise<Place> {
  let place: Place = { spec: null, places: 0 };
  for (let index = 0; index < before.length; index += 1) {
    const word = before[index] ?? "";
    if (!word.startsWith("-")) place = await after(place, word, known);
    else if (takesValue(optionOf(optionsOf(place.spec, known), word))) index += 1;
  }
  const { spec } = place;
  const usual = spec?.load === null ? spec.commands.find(({ isDefault }) => isDefault) : undefined;
  return spec === null || usual === undefined ? place : { ...place, spec: { ...spec, inputs: usual.inputs } };
}

/** Where a word leads: to a command, to a subcommand, or to the next argument. */
async function after({ spec, places, isLost = false }: Place, word: string, known: Vocabulary): Promise<Place> {
  if (spec === null) {
    if (isLost) return { spec, places, isLost };
    const found = await described(word, known);
    return { spec: found, places, isLost: found === null };
  }
  const sub = places === 0 ? spec.commands.find(({ name }) => name === word) : undefined;
  return sub === undefined ? { spec, places: places + 1 } : { spec: sub, places };
}

function optionsOf(spec: CommandSpec | null, { globals }: Vocabulary): readonly InputSpec[] {
  const inputs = Object.values(spec?.inputs ?? {});
  const aliases = inputs.flatMap((input) => (input.alias === null ? [] : [{ ...input, term: input.alias }]));
  return [...inputs.filter(isOption), ...aliases, ...globals];
}

async function described(word: string, { commands, describe }: Vocabulary): Promise<CommandSpec | null> {
  const found = commands.find(({ value, aliases }) => value === word || aliases.includes(word));
  return found === undefined ? null : describe(found.value);
}

function isOption({ term }: InputSpec): boolean {
  return term.startsWith("-");
}

function optionOf(options: readonly InputSpec[], word: string): InputSpec | undefined {
  return options.find(({ term }) => namesOf(term).includes(word));
}

function takesValue(option: InputSpec | undefined): option is InputSpec {
  return option?.term.includes("<") === true;
}

/** A value within its option's word is completed with it; what the shell knows better is not known within a word. */
function prefixed(option: InputSpec, prefix: string, last: string): Next[] {
  return valuesOf(option, last.slice(prefix.length)).flatMap((one) =>
    "prefix" in one ? [{ ...one, prefix: `${prefix}${one.prefix}` }] : [],
  );
}

/** The options that were not given yet, or that may be given again. */
function optionsLeft(options: readonly InputSpec[], before: readonly string[], { help }: Vocabulary): Candidate[] {
  return options
    .filter((option) => option.isHidden !== true)
    .filter(({ term, read }) => read?.isRepeated === true || !namesOf(term).some((name) => before.includes(name)))
    .map((option) => ({ value: namesOf(option.term).at(-1) ?? "", what: help(option) }));
}

/** The subcommands of a command where none is typed yet, and the values of its next argument; the last may be given many times. */
function wordsAfter(
  spec: CommandSpec,
  { places, last }: { readonly places: number; readonly last: string },
  { help, words }: Vocabulary,
): Next[] {
  const all = Object.entries(spec.inputs).filter(([, input]) => !isOption(input));
  const ending = all.at(-1);
  const argument = all[places] ?? (ending?.[1].read?.isRepeated === true ? ending : undefined);
  const own = argument === undefined ? [] : (words[argument[0]] ?? []).map((value) => ({ value, what: "" }));
  const subs = places > 0 ? [] : spec.commands.map((sub) => ({ value: sub.name, what: help(sub) }));
  const known: Next = { type: "words", words: [...subs, ...own], prefix: "" };
  return [known, ...(argument === undefined ? [] : valuesOf(argument[1], last))];
}
