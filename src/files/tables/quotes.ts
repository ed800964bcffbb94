/** No cell is longer than this: quotes that are further apart are of two cells. */
const LONGEST_CELL = 32 * 1024;

/** A cell in quotes: where it ends, and how it is to be written for the splitter; null where the text ends before it does. */
type Cell = { readonly end: number; readonly written: string } | null;

/**
 * Mends the quotes of a text of cells, piece by piece. A cell in quotes may hold any sign, the end of a line included, and quotes
 * written twice. Where quotes are not so, they are part of the words: `"LE COIN" PARIS`, `"LE "COIN" PARIS"`, and one that nothing
 * closes, so that the lines behind it would otherwise be read as a part of the cell.
 */
export class QuoteMender {
  private pending = "";
  private readonly delimiter: string;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  /** Takes a piece, and gives what is mended so far. */
  mend(piece: string, isLast = false): string {
    const text = this.pending + piece;
    this.pending = "";
    let out = "";
    let at = 0;
    for (let quote = text.indexOf('"'); quote !== -1; quote = text.indexOf('"', Math.max(at, quote + 1))) {
      const before = this.cellBefore(text, quote, at);
      if (before === -1) continue;
      const cell = this.cellAt(text, quote, isLast);
      if (cell === null) return this.hold(text, before, out + text.slice(at, before));
      out += text.slice(at, before) + cell.written;
      at = cell.end;
    }
    /** A quote of the next piece opens a cell where the last one of this piece has but begun. */
    const kept = isLast ? text.length : Math.max(at, this.lastCellOf(text));
    return this.hold(text, kept, out + text.slice(at, kept));
  }

  private hold(text: string, from: number, mended: string): string {
    this.pending = text.slice(from);
    return mended;
  }

  /** Where the cell begins that a quote opens, spaces before it left out; -1 where it opens none. */
  private cellBefore(text: string, quote: number, min: number): number {
    let before = quote;
    while (before > min && text[before - 1] === " ") before -= 1;
    return before === 0 || this.isEdge(text[before - 1]) ? before : -1;
  }

  private isEdge(sign: string | undefined): boolean {
    return sign === this.delimiter || sign === "\n" || sign === "\r";
  }

  private cellAt(text: string, open: number, isLast: boolean): Cell {
    const closed = this.closed(text, open, isLast);
    return closed === "broken" ? this.broken(text, open, isLast) : closed;
  }

  /** A cell whose quotes are right. */
  private closed(text: string, open: number, isLast: boolean): Cell | "broken" {
    let close = text.indexOf('"', open + 1);
    while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    const reach = close === -1 ? text.length : close;
    if (reach - open > LONGEST_CELL) return "broken";
    const end = close === -1 ? text.length : this.pastSpaces(text, close + 1);
    if (end >= text.length && !isLast) return null;
    if (close === -1 || (end < text.length && !this.isEdge(text[end]))) return "broken";
    /** The splitter counts a line's end in two signs as two. */
    return { end, written: text.slice(open, close + 1).replaceAll("\r\n", "\n") };
  }

  /** A cell whose quotes are words: it ends with its delimiter or its line. */
  private broken(text: string, open: number, isLast: boolean): Cell {
    let end = open + 1;
    while (end < text.length && !this.isEdge(text[end])) end += 1;
    if (end === text.length && !isLast && end - open <= LONGEST_CELL) return null;
    const [, inner] = /^"(.+)"$/s.exec(text.slice(open, end).trim()) ?? [];
    return { end, written: quoted(inner ?? text.slice(open, end)) };
  }

  private pastSpaces(text: string, from: number): number {
    let at = from;
    while (text[at] === " ") at += 1;
    return at;
  }

  private lastCellOf(text: string): number {
    const edges = [this.delimiter, "\n", "\r"].map((edge) => text.lastIndexOf(edge) + 1);
    const last = Math.max(...edges);
    return text.length - last > LONGEST_CELL ? text.length : last;
  }
}

function quoted(words: string): string {
  return `"${words.replaceAll('""', '"').replaceAll('"', '""')}"`;
}
