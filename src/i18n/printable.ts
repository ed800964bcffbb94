import { once } from "../domain/once.ts";

/** What a terminal obeys, or what turns, hides or ends a line of reading: controls, format characters, Unicode's own line ends. */
const obeyed = once(() => /[\p{Cc}\p{Cf}\u2028\u2029]/gu);

/**
 * What is none of the letters, signs and spaces that most texts are made of. A text of those alone is looked through in a moment, where the
 * classes of Unicode take two milliseconds to be made ready.
 */
const BEYOND_USUAL = /[^\n\t -~\u00a0-\u00ac\u00ae-\u036f\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2190-\u2bff]/;

/** Four digits at most in each part: what measures the width of a text knows no longer ones. */
const PART = 10_000;
const part = () => Math.floor(Math.random() * PART);

/** What tells this run's own colours from those that a text brings along. */
const KEY = `${part()};${part()};${part()}`;
const ESCAPE = "\u001b";
const COLOUR = new RegExp(`${ESCAPE}\\[(\\d+)m`, "g");
const OWN = `${ESCAPE}\\[(\\d+);${KEY}m`;
const ownOrObeyed = once(() => new RegExp(`${OWN}|(?![\\n\\t])${obeyed().source}`, "gu"));
const ownOrAny = once(() => new RegExp(`${OWN}|\\r\\n|${obeyed().source}`, "gu"));

/** Marks the colours of a text as this program's own, so that `printable` lets them through. */
export function ownColours(text: string): string {
  return text.replace(COLOUR, `\u001b[$1;${KEY}m`);
}

/** Makes a text one that a terminal only shows: line ends, tabs and this program's own colours stay, anything else that it would obey is a space. */
export function printable(text: string): string {
  if (!BEYOND_USUAL.test(text)) return text;
  return text
    .replaceAll("\r\n", "\n")
    .replace(ownOrObeyed(), (_found, code?: string) => (code === undefined ? " " : `\u001b[${code}m`));
}

/** Makes a text a part of one line, whatever it brings along; this program's own colours stay marked. */
export function inOneLine(text: string): string {
  if (!BEYOND_USUAL.test(text) && !/[\n\t]/.test(text)) return text;
  return text.replace(ownOrAny(), (found, code?: string) => (code === undefined ? " " : found));
}

/** Keeps the lines of a text of elsewhere apart from this program's own: each after the first stands a little further in. */
export function indented(text: string): string {
  return text.replace(/\r?\n/g, "\n    ");
}

/** Writes data as JSON that a terminal shows and does not obey: the same values, with what JSON leaves as it is escaped too. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return BEYOND_USUAL.test(text) ? text.replace(obeyed(), escaped) : text;
}

function escaped(found: string): string {
  const units = Array.from({ length: found.length }, (_, at) => found.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
