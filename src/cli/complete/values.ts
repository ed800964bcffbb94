import type { InputSpec } from "../../commands/command.ts";
import { KINDS } from "../../domain/activity.ts";
import { EXPENSE_CATEGORIES } from "../../domain/expense.ts";
import { parseDay } from "../../domain/typed/day.ts";
import type { Meant } from "../../domain/typed/offered.ts";
import type { LiveKind } from "../../flows/live-values.ts";

/** What may follow: words that are known, words of what is meant, what this machine knows of a kind, or what the shell knows better. */
export type Next =
  | { readonly type: "words"; readonly words: readonly Candidate[]; readonly prefix: string }
  | {
      readonly type: "meant";
      readonly meant: Meant;
      /** Reads a word as the command will. @throws {PorteError} where it is none. */
      readonly read: NonNullable<InputSpec["read"]>["one"] | null;
      readonly prefix: string;
    }
  | { readonly type: "live"; readonly kind: LiveKind; readonly prefix: string }
  | { readonly type: "files" }
  | { readonly type: "folders" };

/** A word that may be typed, and what it is. */
export interface Candidate {
  readonly value: string;
  readonly what: string;
}

type Place = LiveKind | "files" | "folders" | "expense-words";

/** What a value in brackets is, by the name that help gives it. */
const PLACES: Readonly<Record<string, Place>> = {
  month: "months",
  reference: "missions",
  id: "expenses",
  file: "files",
  receipt: "files",
  words: "expense-words",
  folder: "folders",
};

/** The same by the name of an option, where its value's own name says too little. */
const OPTIONS: Readonly<Record<string, LiveKind>> = {
  "--profile": "profiles",
  "--vehicle": "vehicles",
  "--mission": "missions",
};

const PAST_DAY: Next = { type: "meant", meant: "day", read: (text, today) => parseDay(text, today()), prefix: "" };

/** `-y, --yes` is two names. */
export function namesOf(term: string): string[] {
  return term.match(/(?<![\w-])--?[a-z][a-z-]*/gi) ?? [];
}

/** Says what the value of an argument or option may be, of which something is typed. */
export function valuesOf({ term, choices, means, read }: InputSpec, typed: string): Next[] {
  const one = read?.one ?? null;
  if (choices !== null) return [{ type: "meant", meant: { choices }, read: one, prefix: "" }];
  const [, place = "", part = ""] = /[<[]([a-z-]+)(?:=([a-z-]+))?/.exec(term) ?? [];
  if (part !== "" || place === "what") return partsOf(part, typed);
  const words: Next[] = means === null ? [] : [{ type: "meant", meant: means, read: one, prefix: "" }];
  const found = namesOf(term).map((name) => OPTIONS[name]);
  return [...words, ...placed(found.find((kind) => kind !== undefined) ?? PLACES[place], typed)];
}

/** What is in a place of its name: a receipt is a file, unless one of the words of an expense is begun; a month in digits may be an old one. */
function placed(place: Place | undefined, typed: string): Next[] {
  if (place === undefined || (place === "months" && !/^\d/.test(typed))) return [];
  if (place === "expense-words")
    return [...(typed === "" ? [] : [plain(EXPENSE_CATEGORIES), PAST_DAY]), { type: "files" }];
  return [place === "files" || place === "folders" ? { type: place } : { type: "live", kind: place, prefix: "" }];
}

/** What follows the last sign of `13=ACME:0,5,training` or `mission=ACME`: how time is spent, or a category. */
function partsOf(part: string, typed: string): Next[] {
  const prefix = /^.*[=,]/.exec(typed)?.[0] ?? "";
  if (part !== "" && prefix === "") return [];
  if (part === "category") return [plain(EXPENSE_CATEGORIES, prefix)];
  if (part !== "" && part !== "what") return [];
  return [plain(KINDS, prefix), { type: "live", kind: "missions", prefix }];
}

function plain(choices: readonly string[], prefix = ""): Extract<Next, { type: "meant" }> {
  return { type: "meant", meant: { choices }, read: null, prefix };
}
