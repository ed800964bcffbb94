import { PorteError } from "../../errors.ts";
import { plainWord } from "../columns.ts";
import { once } from "../once.ts";
import { allWords, CHOICE_WORDS, YES_NO } from "./words.ts";

/** Takes a word as it is compared: no accents, small letters, one space for a hyphen or an apostrophe, no full stop at its end. */
export function comparable(text: string): string {
  return plainWord(text)
    .replace(/[\s_'’-]+/g, " ")
    .replace(/\.$/, "")
    .trim();
}

/** Finds what each word of a table means; a word of several values has several. */
function indexOf<Value>(rows: readonly (readonly [Value, readonly string[]])[]): ReadonlyMap<string, readonly Value[]> {
  const found = new Map<string, Value[]>();
  for (const [value, words] of rows)
    for (const word of new Set(words.map(comparable))) found.set(word, [...(found.get(word) ?? []), value]);
  return found;
}

/** Makes the reader of a table of words: the values that a word means, none, one or several. */
export function meaningIn<Value>(
  rows: () => readonly (readonly [Value, readonly string[]])[],
): (typed: string) => readonly Value[] {
  /** Made for the first word that is looked up: most commands look up none. */
  const index = once(() => indexOf(rows()));
  return (typed) => index().get(comparable(typed)) ?? [];
}

const choiceMeanings = meaningIn(() =>
  Object.entries(CHOICE_WORDS).map(([value, words]) => [value, [value, ...allWords(words)]]),
);

/**
 * Finds which of some values a word means: the value itself, or one of its words in French or English, accents and capitals
 * aside. Null for none.
 * @throws {PorteError} `input.ambiguous` for a word of several of them.
 */
export function choiceMeant<const Choice extends string>(typed: string, choices: readonly Choice[]): Choice | null {
  const itself = choices.find((choice) => choice === typed.trim().toLowerCase() || choice === typed.trim());
  if (itself !== undefined) return itself;
  const meant = choiceMeanings(typed);
  const [only, ...others] = choices.filter((choice) => meant.includes(choice));
  if (only === undefined) return null;
  if (others.length > 0) throw new PorteError("input.ambiguous", { value: typed, readings: [only, ...others] });
  return only;
}

const yesNoMeanings = meaningIn(() => [
  [true, allWords(YES_NO.yes)],
  [false, allWords(YES_NO.no)],
]);

/** Reads a yes or a no, in French or English, by its first letter too; null for anything else. */
export function yesOrNo(typed: string): boolean | null {
  return yesNoMeanings(typed)[0] ?? null;
}
