import { stripVTControlCharacters } from "node:util";

/** Stands for a space within a command while lines are broken. */
const JOINT = "\ue000";
const PROGRAM = /(?:^|[(«"'>→])(?:porte|porte-company)$/;
const WORD = /^[a-z]+(?:-[a-z]+)*$/;
const OPTION = /^--?[a-z]/;
/** What no sentence has for a word: a month, a name in capitals, an address, a file, a placeholder. */
const VALUE = /^[^\s«»"“(→·].*[\d/=:._@<>…A-Z]|^[\dA-Z<…-]/;
/** What goes on with the sentence. */
const LINK = /^(?:et|ou|puis|pour|sert|and|or|then|to|is)$/;
const CLOSES = /[.,;:!?)»"”]$/;
const ENDS_AFTER = /^[:;?!»—]/;
/** A command has so many words before its options and values, and so many after them. */
const MOST_WORDS = 3;
const MOST_AFTER = 2;

/** A text whose commands of at most so many columns are one word each. `parted` gives it back as it is read. */
export function joinCommands(text: string, most: number): string {
  if (!text.includes("porte")) return text;
  const words = text.split(" ");
  const bare = words.map(stripVTControlCharacters);
  const parts: string[] = [];
  for (let at = 0; at < words.length; ) {
    const end = PROGRAM.test(bare[at] ?? "") ? endOfCommand(bare, at + 1) : at + 1;
    const isWhole = bare.slice(at, end).join(" ").length <= most;
    parts.push(words.slice(at, end).join(isWhole ? JOINT : " "));
    at = end;
  }
  return parts.join(" ");
}

/** A text with its spaces again. */
export function parted(text: string): string {
  return text.replaceAll(JOINT, " ");
}

/** Where the command ends whose words begin there: after its options and values, or where its sentence is closed. */
function endOfCommand(words: readonly string[], start: number): number {
  let at = start;
  while (at < words.length && at - start < MOST_WORDS && isPlain(words[at])) {
    at += 1;
    if (CLOSES.test(words[at - 1] ?? "")) return at;
  }
  while (at < words.length && isTyped(words, at, start)) {
    at = endOfPlaceholder(words, at);
    if (CLOSES.test(words[at - 1] ?? "")) return at;
  }
  return at === start ? start : endOfLast(words, at);
}

/** A word without the mark that closes its sentence. */
const opened = (word = "") => word.replace(CLOSES, "");

const isTyped = (words: readonly string[], at: number, start: number) =>
  OPTION.test(words[at] ?? "") ||
  VALUE.test(words[at] ?? "") ||
  (at > start && OPTION.test(words[at - 1] ?? "") && !ENDS_AFTER.test(words[at] ?? ""));

/** `<nom du client>` and `'à la main'` have spaces of their own. */
function endOfPlaceholder(words: readonly string[], at: number): number {
  const [opening = ""] = words[at] ?? "";
  const ending = { "<": />/, "'": /'[.,;:]*$/ }[opening];
  const closing = ending === undefined ? -1 : words.findIndex((word, index) => index >= at && ending.test(word));
  return closing === -1 ? at + 1 : closing + 1;
}

const isPlain = (word = "") => WORD.test(opened(word)) && !LINK.test(word);

/** Plain words after a value belong to the command where they end its sentence. */
function endOfLast(words: readonly string[], at: number): number {
  for (let end = at; end < words.length && end - at < MOST_AFTER && isPlain(words[end]); end += 1) {
    const isClosed = end + 1 === words.length || CLOSES.test(words[end] ?? "") || ENDS_AFTER.test(words[end + 1] ?? "");
    if (isClosed) return end + 1;
  }
  return at;
}
