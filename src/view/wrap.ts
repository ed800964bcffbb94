import type { RenderOptions } from "./look.ts";

/** A line ends at no space that French keeps whole: within quotation marks, before a high mark, between a number and its unit. */
const BREAK = /(?<!«) (?![»;:?!€%])/;

/** Breaks a sentence at its spaces to the width of the terminal, every line under the first a little further in; whole elsewhere. */
export function wrap({ width }: Pick<RenderOptions, "width">, text: string, indent: number): string {
  const pad = " ".repeat(indent);
  if (width === null) return `${pad}${text}`;
  const lines: string[] = [];
  let line = pad;
  for (const word of text.split(BREAK)) {
    const isFirst = line.trim() === "";
    if (!isFirst && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${pad}  ${word}`;
    } else line += isFirst ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}
