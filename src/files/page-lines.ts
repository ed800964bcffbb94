/** A page of a PDF, as far as its text goes. */
interface Page {
  getTextContent(): Promise<{ readonly items: readonly object[] }>;
}

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Reads the lines that a page prints, from its top, each as its pieces from the left: whatever their order in the file. */
export async function linesOf(page: Page): Promise<string[][]> {
  const { items } = await page.getTextContent();
  return inLines(items.flatMap((item) => ("str" in item ? [pieceOf(item as PrintedText)] : [])));
}

interface PrintedText {
  readonly str: string;
  readonly transform: readonly number[];
}

function pieceOf({ str, transform }: PrintedText): Piece {
  return { text: str, x: transform[4] ?? 0, y: transform[5] ?? 0 };
}

/** Texts this close to one another, up and down, are on one line: smaller letters stand a little higher. */
const ONE_LINE = 2.5;

function inLines(pieces: readonly Piece[]): string[][] {
  const lines: Piece[][] = [];
  for (const piece of pieces.filter(({ text }) => text.trim() !== "").toSorted((a, b) => b.y - a.y)) {
    const last = lines.at(-1);
    if (last !== undefined && (last[0]?.y ?? 0) - piece.y <= ONE_LINE) last.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.x - b.x).map(({ text }) => text));
}
