import { choice, conflicting, flag, type InputSpec, refusal, text, value } from "../commands/command.ts";
import { parseCount } from "../domain/money.ts";
import { choiceMeant } from "../domain/typed/meaning.ts";
import { PorteError } from "../errors.ts";
import type { Machine } from "../flows/session.ts";
import { LANGS } from "../i18n/sentences.ts";
import type { Preferences } from "../store/preferences.ts";

/** The forms in which an answer can be asked for. */
export const PLAIN_FORMS = ["text", "json", "csv", "csv-fr"] as const;
/** Those of plain-text accounting are an account's alone. */
export const FORMS = [...PLAIN_FORMS, "hledger", "beancount"] as const;
type AskedForm = (typeof FORMS)[number];

/** In what form an answer is written; `ids` are its identifiers alone. */
export type Form = AskedForm | "ids";

/** What is asked of an answer's form, as it was typed. */
export interface AskedAnswer {
  readonly json?: boolean;
  readonly format?: AskedForm;
  readonly fields?: readonly string[];
  readonly jq?: string;
  readonly quiet?: boolean;
}

/** The options that every command takes. */
export interface Globals {
  readonly profile: string | undefined;
  readonly color: boolean;
  readonly input: boolean;
  readonly verbose: boolean;
  readonly timeoutMs: number;
  /** What a reading rests on. */
  readonly reads: Machine["reads"];
}

/** The options as commander gives them. */
export interface GlobalOptions extends AskedAnswer {
  readonly profile?: string;
  readonly lang?: string;
  readonly color: boolean;
  readonly input: boolean;
  readonly verbose?: boolean;
  readonly timeout?: number;
  readonly fresh?: boolean;
  readonly cached?: boolean;
}

const DEFAULT_TIMEOUT_S = 15;
const MAX_TIMEOUT_S = 600;

/** Which forms there are is known with the command, by `rendererOf`: it refuses what is none of them. */
const FORMAT: InputSpec = {
  ...choice("--format <form>", "global.format", PLAIN_FORMS),
  read: { one: (typed) => choiceMeant(typed, FORMS) ?? typed, isRepeated: false },
};

/** The options that give an answer another form than text or JSON. */
export const FORM_OPTIONS: readonly InputSpec[] = [
  value("--fields <names>", "global.fields", parseFields),
  text("--jq <filter>", "global.jq"),
  FORMAT,
  flag("-q, --quiet", "global.quiet"),
];

/** The options that every command takes, in the order of help. */
export const GLOBALS: readonly InputSpec[] = [
  flag("--json", "global.json"),
  ...FORM_OPTIONS,
  text("--profile <name>", "global.profile"),
  choice("--lang <lang>", "global.lang", LANGS),
  refusal("--no-color", "global.noColor"),
  refusal("--no-input", "global.noInput"),
  flag("--verbose", "global.verbose"),
  value("--timeout <seconds>", "global.timeout", parseTimeout),
  conflicting(flag("--fresh", "global.fresh"), "cached"),
  conflicting(flag("--cached", "global.cached"), "fresh"),
];

/** Those that a value follows. */
const WITH_VALUE = GLOBALS.filter(({ read }) => read !== null).map(({ term }) => term.split(" ")[0] ?? "");

/** What must be known before the command line is understood: the language of its errors, and the form of its answer. */
export function glance(argv: readonly string[]): {
  form: Form;
  lang: string | undefined;
  profile: string | undefined;
  color: boolean;
} {
  const words = beforeEnd(argv);
  const given = (name: string) => words.some((word) => word === name || word.startsWith(`${name}=`));
  const form = FORMS.find((one) => one === valueAfter(words, "--format"));
  const isQuiet = given("--quiet") || given("-q");
  const wantsJson = given("--json") || given("--jq") || (given("--fields") && form === undefined && !isQuiet);
  return {
    form: wantsJson ? "json" : isQuiet ? "ids" : (form ?? "text"),
    lang: valueAfter(words, "--lang"),
    profile: valueAfter(words, "--profile"),
    color: !given("--no-color"),
  };
}

/** Gives the first word that is a command, or nothing where only common options were typed. */
export function commandWord(argv: readonly string[]): { readonly word: string; readonly index: number } | null {
  const words = beforeEnd(argv);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (!word.startsWith("-")) return { word, index };
    if (WITH_VALUE.includes(word)) index += 1;
  }
  return null;
}

function beforeEnd(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf("--");
  return end === -1 ? argv : argv.slice(0, end);
}

function valueAfter(words: readonly string[], option: string): string | undefined {
  const at = words.findIndex((word) => word === option || word.startsWith(`${option}=`));
  return at === -1 ? undefined : (words[at]?.split("=")[1] ?? words[at + 1]);
}

/** Whether an answer is asked for in a form that must be made ready. */
export function isShaped({ format, fields, jq, quiet }: AskedAnswer): boolean {
  return format !== undefined || fields !== undefined || jq !== undefined || quiet === true;
}

/** Reads the common options; what is not typed is as it was set on this machine. */
export function globalsFrom(
  { profile, color, input, verbose = false, timeout, fresh = false, cached = false }: GlobalOptions,
  settings: Preferences,
): Globals {
  const seconds = timeout ?? settings.timeout ?? DEFAULT_TIMEOUT_S;
  const reads = fresh ? "fresh" : cached ? "cached" : "usual";
  return { profile, color, input, verbose, timeoutMs: seconds * 1000, reads };
}

/** @throws {PorteError} `input.count` unless the text is whole seconds from 1 to 600. */
function parseTimeout(text: string): number {
  return parseCount(text, 1, MAX_TIMEOUT_S);
}

/** Reads names between commas. */
function parseFields(text: string): readonly string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** @throws {PorteError} `usage.choice` for a language this program does not speak. */
export function parseLang(text: string): string {
  if (!LANGS.some((lang) => lang === text))
    throw new PorteError("usage.choice", { option: "--lang", value: text, choices: LANGS });
  return text;
}
