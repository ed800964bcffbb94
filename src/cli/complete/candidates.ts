import type { CommandSpec, InputSpec } from "../../commands/command.ts";
import type { LiveKind } from "../../flows/live-values.ts";

/** What may follow: words that are known, what this machine knows of a kind, or what the shell knows better. */
export type Next =
  | { readonly type: "words"; readonly words: readonly Candidate[] }
  | { readonly type: "live"; readonly kind: LiveKind }
  | { readonly type: "files" }
  | { readonly type: "folders" };

/** A word that may be typed, and what it is. */
export interface Candidate {
  readonly value: string;
  readonly what: string;
}

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

/** What a value in brackets is, by the name that help gives it. */
const PLACES: Readonly<Record<string, LiveKind | "files" | "folders">> = {
  month: "months",
  reference: "missions",
  id: "expenses",
  file: "files",
  receipt: "files",
  words: "files",
  folder: "folders",
};

/** The same by the name of an option, where its value's own name says too little. */
const OPTIONS: Readonly<Record<string, LiveKind>> = {
  "--profile": "profiles",
  "--vehicle": "vehicles",
  "--mission": "missions",
};

/** Says what may stand in the place of the last word of a command line. */
export async function nextOf(typed: readonly string[], known: Vocabulary): Promise<readonly Next[]> {
  const before = typed.slice(0, -1);
  const last = typed.at(-1) ?? "";
  const { spec, places, isLost } = await read(before, known);
  if (isLost) return [];
  const options = optionsOf(spec, known);
  const asking = optionOf(options, before.at(-1) ?? "");
  if (takesValue(asking)) return valuesOf(asking);
  const [, name] = /^(--[a-z-]+)=/.exec(last) ?? [];
  const within = name === undefined ? undefined : optionOf(options, name);
  if (within !== undefined) return prefixed(valuesOf(within), `${name}=`);
  if (last.startsWith("-")) return [{ type: "words", words: optionsLeft(options, before, known) }];
  return spec === null ? [{ type: "words", words: known.commands }] : wordsAfter(spec, places, known);
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

/** `-y, --yes` is two names. */
function namesOf(term: string): string[] {
  return term.match(/(?<![\w-])--?[a-z][a-z-]*/gi) ?? [];
}

function takesValue(option: InputSpec | undefined): option is InputSpec {
  return option?.term.includes("<") === true;
}

function valuesOf({ term, choices }: InputSpec): Next[] {
  if (choices !== null) return [{ type: "words", words: choices.map((value) => ({ value, what: "" })) }];
  const byOption = namesOf(term)
    .map((name) => OPTIONS[name])
    .find((kind) => kind !== undefined);
  const place = byOption ?? PLACES[/[<[]([a-z-]+)/.exec(term)?.[1] ?? ""];
  if (place === undefined) return [];
  return [place === "files" || place === "folders" ? { type: place } : { type: "live", kind: place }];
}

/** A value within its option's word is completed with it. */
function prefixed(next: readonly Next[], prefix: string): Next[] {
  return next.flatMap((one) =>
    one.type === "words"
      ? [{ ...one, words: one.words.map(({ value, what }) => ({ value: `${prefix}${value}`, what })) }]
      : [],
  );
}

/** The options that were not given yet, or that may be given again. */
function optionsLeft(options: readonly InputSpec[], before: readonly string[], { help }: Vocabulary): Candidate[] {
  return options
    .filter((option) => option.isHidden !== true)
    .filter(({ term, read }) => read?.isRepeated === true || !namesOf(term).some((name) => before.includes(name)))
    .map((option) => ({ value: namesOf(option.term).at(-1) ?? "", what: help(option) }));
}

/** The subcommands of a command where none is typed yet, and the values of its next argument. */
function wordsAfter(spec: CommandSpec, places: number, { help, words }: Vocabulary): Next[] {
  const argument = Object.entries(spec.inputs).filter(([, input]) => !isOption(input))[places];
  const own = argument === undefined ? [] : (words[argument[0]] ?? []).map((value) => ({ value, what: "" }));
  const subs = places > 0 ? [] : spec.commands.map((sub) => ({ value: sub.name, what: help(sub) }));
  return [{ type: "words", words: [...subs, ...own] }, ...(argument === undefined ? [] : valuesOf(argument[1]))];
}
