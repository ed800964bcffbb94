import type { Context } from "../cli/context.ts";
import type { Day, Month } from "../domain/calendar.ts";
import { type DaySense, parseDay } from "../domain/typed/day.ts";
import { choiceMeant } from "../domain/typed/meaning.ts";
import { parseMonth } from "../domain/typed/month.ts";
import { PorteError } from "../errors.ts";

type Say = Context["say"];

/** The keys of sentences under a part of the catalogue: `declare.month`. */
type KeyIn<Areas> = {
  [Area in keyof Areas & string]: Areas[Area] extends Readonly<Record<string, string>>
    ? `${Area}.${keyof Areas[Area] & string}`
    : never;
}[keyof Areas & string];

/** The parts of the catalogue that hold the words of the company's program. */
type CompanyArea = "company" | "staff" | "administration" | "invoices";

/**
 * Where the words of a help page stand in the catalogue: `declare.month` in its `help`, `staff.options.token` in its `staff`.
 */
export type HelpKey =
  | KeyIn<Say["help"]>
  | { [Area in CompanyArea]: `${Area}.${KeyIn<Pick<Say[Area], "summaries" | "options">>}` }[CompanyArea];

/** Reads one word of the command line. @throws {PorteError} for what is no such value. */
type Reader<Value> = (text: string, today: () => Day) => Value;

/**
 * One argument or option. Its term is what help shows: `<month>` and `[month]` are arguments, `--days <days>` an option with a value,
 * `--yes` a flag.
 */
export interface InputSpec<Value = unknown, IsAlwaysThere extends boolean = boolean> {
  readonly term: string;
  /** Null for an argument whose name says all. */
  readonly help: HelpKey | null;
  /** Whether the input always has it: a required argument, or an option that has a default or must be given. */
  readonly isAlwaysThere: IsAlwaysThere;
  /** Null for a flag. */
  readonly read: { readonly one: Reader<unknown>; readonly isRepeated: boolean } | null;
  readonly choices: readonly string[] | null;
  /** What its words are, where there are many: which one was understood is said, and they are what Tab completes. */
  readonly means: "month" | "day" | null;
  /** Another option for the same: `--month <month>` beside an argument `[month]`. */
  readonly alias: string | null;
  readonly byDefault?: Value;
  readonly isMandatory?: boolean;
  /** Whether help leaves it out. */
  readonly isHidden?: boolean;
  /** The name of the input that cannot be given beside it. */
  readonly conflictsWith?: string;
}

/** The arguments and options of a command, each under the name that its run reads; arguments in their order. */
type Inputs = Readonly<Record<string, InputSpec>>;

type ValueOf<Spec> = Spec extends InputSpec<infer Value, boolean> ? Value : never;
type AlwaysThere<Specs> = {
  [Key in keyof Specs]: Specs[Key] extends InputSpec<unknown, true> ? Key : never;
}[keyof Specs];

/** What a run is given: a value for each argument and option that was typed. */
export type InputOf<Specs> = { readonly [Key in AlwaysThere<Specs>]: ValueOf<Specs[Key]> } & {
  readonly [Key in Exclude<keyof Specs, AlwaysThere<Specs>>]?: ValueOf<Specs[Key]>;
};

/** A module that runs a command. */
export interface Runner<Input> {
  readonly run: (context: Context, input: Input) => Promise<void>;
}

/** What a command answers, as far as each form of an answer must know it. Both name fields of its JSON; a dot leads inside. */
interface ShownBy {
  /** The field that holds its list, where it answers one. */
  readonly list?: string;
  /** The field that names each item, or the answer itself where it is no list. */
  readonly id?: string;
  /** Whether it is an account, which programs of plain-text accounting may be given. */
  readonly isLedger?: true;
  /** The columns of its sheet for people, in their order, where it has many more fields; all that are plain where nothing is said. */
  readonly sheet?: readonly string[];
}

/** One command or subcommand, as data. */
export interface CommandSpec {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly help: HelpKey;
  readonly inputs: Inputs;
  readonly commands: readonly CommandSpec[];
  /** Whether it answers for the name of its group alone. */
  readonly isDefault: boolean;
  readonly shows: ShownBy;
  /** Loads what runs it; null for a name that only groups others. */
  readonly load: (() => Promise<Runner<never>>) | null;
}

type Described<Specs extends Inputs> = Pick<CommandSpec, "name" | "help"> &
  Partial<Pick<CommandSpec, "aliases" | "commands" | "isDefault" | "shows">> & { readonly inputs?: Specs };

/** The names that a run reads must be those of its inputs. */
type Known<Input, Specs> = { readonly [Name in keyof Input]: Name extends keyof Specs ? unknown : never };

/** Describes a command. Its module's `run` must take what its inputs give: no less, and no other name. */
export function command<
  Specs extends Inputs = Readonly<Record<never, never>>,
  Input extends Known<Input, Specs> = never,
>(described: Described<Specs> & { readonly load: () => Promise<Runner<Input> & Runner<InputOf<Specs>>> }): CommandSpec {
  return { aliases: [], inputs: {}, commands: [], isDefault: false, shows: {}, ...described };
}

/** Describes a name that only groups others. */
export function group(described: Pick<CommandSpec, "name" | "help" | "commands"> & Partial<CommandSpec>): CommandSpec {
  return { aliases: [], inputs: {}, isDefault: false, shows: {}, load: null, ...described };
}

type IsRequired<Term extends string> = Term extends `<${string}` ? true : false;
/** An option whose value may be left out is then simply true. */
type WithoutValue<Term extends string> = Term extends `-${string} [${string}]` ? true : never;

/** An argument or option that is taken as it is typed. */
export function text<const Term extends string>(
  term: Term,
  help: HelpKey,
): InputSpec<string | WithoutValue<Term>, IsRequired<Term>> {
  const typed: Reader<string | WithoutValue<Term>> = (text) => text;
  return value(term, help, typed);
}

/** An argument that is taken as it is typed, and whose name says what it is. */
export function argument<const Term extends string>(term: Term): InputSpec<string, IsRequired<Term>> {
  return value(term, null, String) as InputSpec<string, IsRequired<Term>>;
}

/** An argument or option that is read. */
export function value<const Term extends string, Value>(
  term: Term,
  help: HelpKey | null,
  one: Reader<Value>,
): InputSpec<Value, IsRequired<Term>> {
  return {
    term,
    help,
    isAlwaysThere: term.startsWith("<") as IsRequired<Term>,
    read: { one, isRepeated: false },
    choices: null,
    means: null,
    alias: null,
  };
}

/** An option that takes one of some words, in French or in English. @throws {PorteError} `usage.choice` for any other, `input.ambiguous`. */
export function choice<const Term extends string, const Choice extends string>(
  term: Term,
  help: HelpKey,
  choices: readonly Choice[],
): InputSpec<Choice | WithoutValue<Term>, IsRequired<Term>> {
  const option = /--[a-z-]+/.exec(term)?.[0] ?? term;
  const one = (typed: string) => {
    const found = choiceMeant(typed, choices);
    if (found === null) throw new PorteError("usage.choice", { option, value: typed, choices });
    return found;
  };
  return { ...value<Term, Choice>(term, help, one), choices };
}

const OF_FLAG = { read: null, choices: null, means: null, alias: null } as const;

/** An option that is there or not. */
export function flag(term: string, help: HelpKey): InputSpec<true, false> {
  return { term, help, isAlwaysThere: false, ...OF_FLAG };
}

/** An option `--no-x` that takes back what is so without it: the input has `x`, true or false. */
export function refusal(term: `--no-${string}`, help: HelpKey): InputSpec<boolean, true> {
  return { term, help, isAlwaysThere: true, ...OF_FLAG };
}

/** The same, given as often as one likes. */
export function repeated<Value>({ read, ...spec }: InputSpec<Value, false>): InputSpec<readonly Value[], false> {
  const { byDefault: _one, ...rest } = spec;
  return { ...rest, read: read && { ...read, isRepeated: true } };
}

/** The same, with what it is where nobody says. */
export function byDefault<Value>(spec: InputSpec<Value, false>, value: NoInfer<Value>): InputSpec<Value, true> {
  return { ...spec, isAlwaysThere: true, byDefault: value };
}

/** The same option, without which the command does not run. */
export function mandatory<Value>(spec: InputSpec<Value, false>): InputSpec<Value, true> {
  const { byDefault: _none, ...rest } = spec;
  return { ...rest, isAlwaysThere: true, isMandatory: true };
}

/** The same option, which help does not name: the earlier name of another one. */
export function hidden<Value, IsAlwaysThere extends boolean>(
  spec: InputSpec<Value, IsAlwaysThere>,
): InputSpec<Value, IsAlwaysThere> {
  return { ...spec, isHidden: true };
}

/** The same option, which cannot be given beside another one. */
export function conflicting<Spec extends InputSpec>(spec: Spec, conflictsWith: string): Spec {
  return { ...spec, conflictsWith };
}

/** The same, which another option may say too. */
export function also<Spec extends InputSpec>(spec: Spec, alias: `--${string}`): Spec {
  return { ...spec, alias };
}

/** A month: `novembre`, `11/2026`, `last`. What is an argument may be said by `--month` too. @throws {PorteError} `input.month`. */
export function month<const Term extends string>(term: Term, help: HelpKey | null): InputSpec<Month, IsRequired<Term>> {
  const spec = value(term, help, (typed, today): Month => parseMonth(typed, today()));
  return { ...spec, means: "month", alias: term.startsWith("-") ? null : "--month <month>" };
}

/**
 * A day: `hier`, `18/11`, `2026-11-18`. Without a year it is the latest that is not in the future; where it may be on `either` side of
 * today, the year is asked for. @throws {PorteError} `input.day`, `input.ambiguous`, `input.weekday`.
 */
export function day<const Term extends string>(
  term: Term,
  help: HelpKey | null,
  sense: DaySense = "past",
): InputSpec<Day, IsRequired<Term>> {
  return { ...value(term, help, (typed, today): Day => parseDay(typed, today(), sense)), means: "day" };
}
