import type { PDFDocument, PDFFont, PDFPage } from "@cantoo/pdf-lib";

/** The first pages of a dossier: whose it is, its expenses as a table, what they add up to, and what is missing. */
export interface DossierSummary {
  readonly title: string;
  /** Names and values: the person, the company, the month. */
  readonly about: readonly (readonly [string, string])[];
  readonly columns: readonly DossierColumn[];
  /** One for each expense, a cell for each column. */
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly (readonly [string, string])[];
  readonly missingTitle: string;
  /** What is missing, a line each; what is said where nothing is. */
  readonly missing: readonly string[];
}

/** A column of the table: its part of the width, of all the parts together. */
interface DossierColumn {
  readonly title: string;
  readonly part: number;
  readonly isRight?: boolean;
}

/** The fonts of a dossier. */
export interface DossierFonts {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
}

export const A4: [number, number] = [595.28, 841.89];
export const MARGIN = 40;
const WIDTH = A4[0] - 2 * MARGIN;
const SIZE = 8;
const LINE = 10.5;
const GAP = 6;

/** Draws the summary of a dossier, on as many pages as it takes. */
export function drawSummary(document: PDFDocument, fonts: DossierFonts, summary: DossierSummary): void {
  const pen = new Pen(document, fonts);
  pen.text(summary.title, { x: MARGIN, size: 16, isBold: true });
  pen.down(26);
  for (const [name, value] of summary.about) pen.pair(name, value);
  pen.down(GAP);
  const columns = columnsOf(summary.columns);
  const heads = summary.columns.map(({ title }) => title);
  pen.row(columns, heads, true);
  pen.rule();
  for (const cells of summary.rows) if (pen.row(columns, cells, false, () => pen.row(columns, heads, true))) pen.rule();
  pen.down(GAP);
  for (const [index, [name, value]] of summary.totals.entries())
    pen.total(name, value, index === summary.totals.length - 1);
  pen.down(2 * GAP);
  pen.room(3 * LINE);
  pen.text(summary.missingTitle, { x: MARGIN, size: 10, isBold: true });
  pen.down(LINE + 4);
  for (const line of summary.missing) pen.paragraph(line);
}

interface Placed {
  readonly x: number;
  readonly width: number;
  readonly isRight: boolean;
}

function columnsOf(columns: readonly DossierColumn[]): Placed[] {
  const whole = columns.reduce((sum, { part }) => sum + part, 0);
  let x = MARGIN;
  return columns.map(({ part, isRight = false }) => {
    const width = (part / whole) * WIDTH;
    const placed = { x, width: width - GAP, isRight };
    x += width;
    return placed;
  });
}

/** Writes from the top of a page to its foot, and goes on to another. */
class Pen {
  private readonly document: PDFDocument;
  private readonly fonts: DossierFonts;
  private page: PDFPage;
  private y: number;

  constructor(document: PDFDocument, fonts: DossierFonts) {
    this.document = document;
    this.fonts = fonts;
    this.page = document.addPage(A4);
    this.y = A4[1] - MARGIN - 12;
  }

  down(points: number): void {
    this.y -= points;
  }

  /** Goes on to another page where there is no room left on this one, and says so. */
  room(points: number): boolean {
    if (this.y - points >= MARGIN) return false;
    this.page = this.document.addPage(A4);
    this.y = A4[1] - MARGIN - 12;
    return true;
  }

  text(text: string, { x, size = SIZE, isBold = false }: { x: number; size?: number; isBold?: boolean }): void {
    const font = isBold ? this.fonts.bold : this.fonts.plain;
    this.page.drawText(drawable(font, text), { x, y: this.y, size, font });
  }

  pair(name: string, value: string): void {
    this.room(LINE);
    this.text(name, { x: MARGIN });
    this.text(value, { x: MARGIN + 90, isBold: true });
    this.down(LINE + 2);
  }

  paragraph(text: string): void {
    for (const line of broken(this.fonts.plain, text, WIDTH)) {
      this.room(LINE);
      this.text(line, { x: MARGIN });
      this.down(LINE);
    }
  }

  total(name: string, value: string, isLast: boolean): void {
    this.room(LINE);
    this.text(name, { x: MARGIN + WIDTH / 2, isBold: isLast });
    this.right(value, MARGIN + WIDTH - GAP, isLast);
    this.down(LINE + 2);
  }

  /** Writes a row whose cells are broken at words; `onPage` first, where the row begins another page. */
  row(columns: readonly Placed[], cells: readonly string[], isBold: boolean, onPage?: () => void): boolean {
    const font = isBold ? this.fonts.bold : this.fonts.plain;
    const lines = columns.map(({ width }, index) => broken(font, cells[index] ?? "", width));
    const height = Math.max(...lines.map((of) => of.length)) * LINE;
    if (this.room(height)) onPage?.();
    const top = this.y;
    for (const [index, { x, width, isRight }] of columns.entries()) {
      this.y = top;
      for (const line of lines[index] ?? []) {
        if (isRight) this.right(line, x + width, isBold);
        else this.text(line, { x, isBold });
        this.down(LINE);
      }
    }
    this.y = top - height;
    return true;
  }

  rule(): void {
    const y = this.y + LINE - 3;
    this.page.drawLine({ start: { x: MARGIN, y }, end: { x: MARGIN + WIDTH, y }, thickness: 0.4, opacity: 0.3 });
    this.down(3);
  }

  private right(text: string, end: number, isBold: boolean): void {
    const font = isBold ? this.fonts.bold : this.fonts.plain;
    this.text(text, { x: end - font.widthOfTextAtSize(drawable(font, text), SIZE), isBold });
  }
}

/** Breaks a text at its spaces; a word that is wider than its column is broken where it must be. */
function broken(font: PDFFont, text: string, width: number): string[] {
  const fits = (line: string) => font.widthOfTextAtSize(drawable(font, line), SIZE) <= width;
  const lines = [""];
  for (const word of text.split(" ").flatMap((one) => pieces(one, fits))) {
    const last = lines.length - 1;
    const joined = lines[last] === "" ? word : `${lines[last]} ${word}`;
    if (fits(joined)) lines[last] = joined;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word) || word.length <= 1) return [word];
  let length = word.length - 1;
  while (length > 1 && !fits(word.slice(0, length))) length -= 1;
  return [word.slice(0, length), ...pieces(word.slice(length), fits)];
}

/** The font of every reader has Latin letters: what it lacks is shown as a question mark. */
export function drawable(font: PDFFont, text: string): string {
  const known = new Set(font.getCharacterSet());
  const plain = text.replace(/[\u202f\u00a0\s]/g, " ").replace(/\u2212/g, "-");
  return [...plain].map((letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : "?")).join("");
}
