import { parseCount } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import type { Machine } from "../flows/session.ts";
import { LANGS } from "../i18n/catalogue.ts";

/** The options that every command takes. */
export interface Globals {
  readonly json: boolean;
  readonly profile: string | undefined;
  readonly lang: string | undefined;
  readonly color: boolean;
  readonly input: boolean;
  readonly verbose: boolean;
  readonly timeoutMs: number;
  /** What a reading rests on. */
  readonly reads: Machine["reads"];
}

/** The options as commander gives them. */
export interface GlobalOptions {
  readonly json?: boolean;
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

/** What must be known before the command line is understood: the language of its errors, and their form. */
export function glance(argv: readonly string[]): { json: boolean; lang: string | undefined; color: boolean } {
  const end = argv.indexOf("--");
  const words = end === -1 ? argv : argv.slice(0, end);
  const at = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const lang = at === -1 ? undefined : (words[at]?.split("=")[1] ?? words[at + 1]);
  return { json: words.includes("--json"), lang, color: !words.includes("--no-color") };
}

/** Reads the common options. */
export function globalsFrom({
  json = false,
  profile,
  lang,
  color,
  input,
  verbose = false,
  timeout,
  fresh = false,
  cached = false,
}: GlobalOptions): Globals {
  const timeoutMs = (timeout ?? DEFAULT_TIMEOUT_S) * 1000;
  const reads = fresh ? "fresh" : cached ? "cached" : "usual";
  return { json, profile, lang, color, input, verbose, timeoutMs, reads };
}

/** @throws {PorteError} `input.count` unless the text is whole seconds from 1 to 600. */
export function parseTimeout(text: string): number {
  return parseCount(text, 1, MAX_TIMEOUT_S);
}

/** @throws {PorteError} `usage.choice` for a language this program does not speak. */
export function parseLang(text: string): string {
  if (!LANGS.some((lang) => lang === text))
    throw new PorteError("usage.choice", { option: "--lang", value: text, choices: LANGS });
  return text;
}
