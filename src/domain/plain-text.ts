import { once } from "./once.ts";

/**
 * What makes somebody read another text than the one that is kept: what a terminal obeys, Unicode's own line ends, and what turns the
 * direction of reading (https://trojansource.codes). Tabs and line ends are told apart by who asks.
 */
const TURNED = "\\u2028-\\u202e\\u2066-\\u2069";
const unseenInLine = once(() => new RegExp(`[\\p{Cc}${TURNED}]`, "u"));
const unseen = once(() => new RegExp(`(?![\\t\\n\\r])[\\p{Cc}${TURNED}]`, "u"));
const eachUnseenInLine = once(() => new RegExp(unseenInLine(), "gu"));
const eachUnseen = once(() => new RegExp(unseen(), "gu"));

/** Whether a text is one line that is read as it is kept: a name, a title, an address. */
export function isPlainLine(text: string): boolean {
  return !unseenInLine().test(text);
}

/** The same of a text that may have tabs and several lines. */
export function isPlainText(text: string): boolean {
  return !unseen().test(text);
}

/** Makes a text of elsewhere one line that is read as it is kept: what is not seen becomes a space. */
export function plainLine(text: string): string {
  return text.replace(eachUnseenInLine(), " ");
}

/** The same of a text that may have tabs and several lines. */
export function plainText(text: string): string {
  return text.replace(eachUnseen(), " ");
}
