/** Longer strings are none that a receipt has: what they hold counts. */
const LONGEST_STRING = 65_536;
const GAP = String.raw`(?:[\s\0]|%[^\r\n]{0,99}[\r\n])`;
/** How an object begins: a table of objects may send a reader to one, wherever it stands. */
const OBJECT = new RegExp(String.raw`\d${GAP}{1,40}\d{1,5}${GAP}{0,40}obj(?![A-Za-z])`);

/** Says whether a text could hold an object of a PDF that a table points to. */
export function mayHoldObject(text: string): boolean {
  return OBJECT.test(text);
}

/** The same within a list of objects, where they begin by themselves. */
export function mayHoldDictionary(text: string): boolean {
  return text.includes("<<");
}

/**
 * Knows which parts of a PDF's text are words for people, strings and remarks, and no names: an invoice for a course on HTML/JavaScript
 * has that in its title. A string or remark that could hold an object is not believed to be one. Asked for each token in turn.
 */
export class Words {
  private readonly text: string;
  private readonly mayHide: (text: string) => boolean;
  private wordsEnd = 0;
  /** Before this place no string and no remark is looked for. */
  private lookedUntil = 0;

  constructor(text: string, mayHide: (text: string) => boolean) {
    this.text = text;
    this.mayHide = mayHide;
  }

  /** Says whether a token is words, or begins some. */
  has(token: string, index: number): boolean {
    if (index < this.wordsEnd) return true;
    if (index < this.lookedUntil || (token !== "(" && token !== "%")) return false;
    const end = token === "(" ? this.stringEnd(index) : this.lineEnd(index);
    this.lookedUntil = end ?? index + LONGEST_STRING;
    if (end === null || this.mayHide(this.text.slice(index + 1, end))) return false;
    this.wordsEnd = end;
    return true;
  }

  private lineEnd(start: number): number {
    const ends = /[\r\n]/g;
    ends.lastIndex = start;
    return ends.exec(this.text)?.index ?? this.text.length;
  }

  /** Where the string ends that begins at a place; null where it ends too late, or never. */
  private stringEnd(start: number): number | null {
    let depth = 0;
    const max = Math.min(this.text.length, start + LONGEST_STRING);
    for (let at = start; at < max; at += 1) {
      const letter = this.text[at];
      if (letter === "\\") at += 1;
      else if (letter === "(") depth += 1;
      else if (letter === ")") depth -= 1;
      if (depth === 0) return at + 1;
    }
    return null;
  }
}
