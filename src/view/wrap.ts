import { stripVTControlCharacters } from "node:util";
import { once } from "../domain/once.ts";
import { joinCommands, parted } from "../i18n/whole-commands.ts";

const ESCAPE = "\u001b";
/** Spaces that a line does not end at, by what stands before or after them. */
const wholes = () => [
  /** Within quotation marks, before a high mark or a middle dot. */
  /(?<!« )(?![»;:?!€%·])/,
  /** Between a number and what it counts or dates: « 27 nov. », `13 Nov 2026`, « ven. 13/11 », « novembre 2026 ». */
  /(?<!\d (?=\p{L}))(?<!(?<!\p{L})\p{L}{1,3}\.? (?=\d))(?<!\p{L} (?=\d{4}(?!\d)))/u,
  /** Between « n° » or « art. » and what it numbers. */
  /(?<!(?:n°|art\.|[LRD]\.) )/,
  /** Between the mark or the arrow that a text begins with and its first word, whatever their colours. */
  new RegExp(`(?<!^(?:${ESCAPE}\\[[\\d;]*m| )*[✓✗●○·→](?:${ESCAPE}\\[[\\d;]*m)* )`),
];
const spaces = once(
  () =>
    new RegExp(
      ` ${wholes()
        .map(({ source }) => source)
        .join("")}`,
      "u",
    ),
);
/** What stands in columns is not a sentence. */
const COLUMNS = /\t|\S {3}/;
const STEP = 2;
/** The colours and the spaces that a line begins with. */
const START = new RegExp(`^(?:${ESCAPE}\\[[\\d;]*m)*( *)`);

/** The columns that a text takes on a terminal. */
export function lengthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}

/**
 * Breaks every sentence of a text at its spaces to the width of the terminal; what stands in columns is left as it is. A command is never
 * broken, so that it can be copied: one that is longer than the terminal has a line of its own, which the terminal folds.
 */
export function wrapLines(text: string, width: number): string {
  const whole = (line: string) => breakLine(joinCommands(line, Number.POSITIVE_INFINITY), width);
  const broken = (line: string) => (COLUMNS.test(line) ? [line] : whole(line));
  return text.split("\n").flatMap(broken).join("\n");
}

/**
 * Breaks one line at its spaces, a command only where it is longer than a line; those under the first stand `hang` columns further in than
 * a line's start, and keep its colours.
 */
export function breakLine(text: string, width: number, hang = indentOf(text) + STEP): string[] {
  if (lengthOf(text) <= width) return [parted(text)];
  const pad = " ".repeat(hang);
  const start = START.exec(text)?.[0] ?? "";
  const [first = "", ...words] = joinCommands(text.slice(start.length), width - hang).split(spaces());
  const lines: string[] = [];
  let line = start + first;
  for (const word of words) {
    if (lengthOf(line) + 1 + lengthOf(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = pad + word;
    }
  }
  return carried([...lines, line].map(parted));
}

/** A text after what it is about, its further lines below its first letter; whole where there is no terminal. */
export function hung({ width }: { readonly width: number | null }, before: string, text: string): string {
  const line = `${before}${text}`;
  return width === null ? line : breakLine(line, width, lengthOf(before)).join("\n");
}

/** Parts of a line that are never broken, as many on a line as fit: a key stands beside what it does. */
export function wrapParts(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const joined = `${lines.at(-1)} · ${part}`;
    if (lines.length > 0 && lengthOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  return lines;
}

/** The spaces that a line begins with, whatever colour they have. */
export function indentOf(text: string): number {
  return START.exec(text)?.[1]?.length ?? 0;
}

/** The longest part of a text that is never broken. */
export function longestWord(text: string): number {
  return Math.max(...text.trimStart().split(spaces()).map(lengthOf));
}

const MARK = new RegExp(`${ESCAPE}\\[(\\d+)((?:;\\d+)*)m`, "g");
/** What ends bold and faint, and what ends any colour. */
const ENDS: Readonly<Record<string, string>> = { 1: "22", 2: "22" };
const endOf = (code: string) => ENDS[code] ?? "39";

/** A colour that goes on over the end of a line is ended there and begun again on the next, which what draws columns relies on. */
function carried(lines: readonly string[]): string[] {
  let open: { readonly code: string; readonly rest: string }[] = [];
  return lines.map((line) => {
    const begun = open.map(({ code, rest }) => `${ESCAPE}[${code}${rest}m`).join("");
    for (const [, code = "", rest = ""] of line.matchAll(MARK)) {
      const isEnd = open.some((one) => endOf(one.code) === code);
      open = isEnd ? open.filter((one) => endOf(one.code) !== code) : [...open, { code, rest }];
    }
    const ended = open.map(({ code, rest }) => `${ESCAPE}[${endOf(code)}${rest}m`).join("");
    return `${begun}${line}${ended}`;
  });
}
