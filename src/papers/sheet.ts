import { latin } from "../domain/latin.ts";

/** What `templates/activity-report.json` holds: words and measures a company may change. Lengths are in points. */
export interface Layout {
  readonly title: string;
  readonly margin: number;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly band: string;
  readonly accent: string;
  /** Of the table, from the left; together they are as wide as the page within its margins. */
  readonly columns: readonly { readonly width: number; readonly align?: "left" | "right" }[];
  readonly footer: readonly string[];
  /** The same where no company gave a receipt. */
  readonly ownFooter?: readonly string[];
  /** What a company asks for beside: names and texts under the head. */
  readonly fields?: readonly (readonly [string, string])[];
}

type Style = "plain" | "section" | "strong";

const ROW = 12.6;
const SIZE = 7.8;
const NAME = 90;
const BOX = 78;
/** The height of a logo, and what part of the width it may take. */
const LOGO = 40;
const LOGO_SHARE = 3;

/** Lays out a document from top to bottom, on as many pages as it takes. */
export class Sheet {
  private readonly document: PDFKit.PDFDocument;
  private readonly layout: Layout;
  private readonly width: number;
  private y: number;

  constructor(document: PDFKit.PDFDocument, layout: Layout) {
    this.document = document;
    this.layout = layout;
    this.width = document.page.width - 2 * layout.margin;
    this.y = layout.margin;
  }

  title(month: string): void {
    this.text(this.layout.title, this.layout.margin, 18, { bold: true, color: this.layout.accent });
    this.text(month, this.layout.margin, 13, { bold: true, width: this.width, align: "right" });
    this.y += 30;
  }

  /** A picture over all else, as wide as a third of the page at most. */
  logo(picture: Uint8Array): void {
    const fit: [number, number] = [this.width / LOGO_SHARE, LOGO];
    this.document.image(Buffer.from(picture), this.layout.margin, this.y, { fit });
    this.y += LOGO + 8;
  }

  /** A title that may be long, over what it is about. */
  heading(about: string): void {
    this.text(this.layout.title, this.layout.margin, 15, { bold: true, color: this.layout.accent });
    this.y += 22;
    this.text(about, this.layout.margin, 11, { bold: true });
    this.y += 26;
  }

  twoBlocks(left: readonly string[], right: readonly string[]): void {
    const half = this.width / 2;
    for (let line = 0; line < Math.max(left.length, right.length); line += 1) {
      const bold = line === 0;
      const color = bold ? this.layout.ink : this.layout.soft;
      this.text(left[line] ?? "", this.layout.margin, 9, { bold, color, width: half });
      this.text(right[line] ?? "", this.layout.margin + half, 9, { bold, color, width: half, align: "right" });
      this.y += Math.max(13, ...[left, right].map((side) => this.heightOf(side[line] ?? "", 9, { bold, width: half })));
    }
    this.y += 8;
  }

  header(cells: readonly string[]): void {
    this.cells(cells, { bold: true, color: this.layout.soft });
    this.line();
  }

  row(cells: readonly string[], style: Style = "plain"): void {
    this.reserve(ROW);
    if (style === "strong") this.document.rect(this.layout.margin, this.y, this.width, ROW).fill(this.layout.band);
    this.cells(cells, { bold: style !== "plain", color: this.layout.ink, indent: style === "plain" ? 8 : 2 });
    if (style === "strong") this.line();
  }

  /** A title over what follows it. */
  section(title: string): void {
    this.reserve(2 * ROW);
    this.text(title, this.layout.margin + 2, SIZE, { bold: true });
    this.y += ROW;
  }

  /** Writes names and texts that may be long, one pair a line. */
  pairs(pairs: readonly (readonly [string, string])[]): void {
    for (const [name, text] of pairs) {
      this.reserve(ROW);
      this.text(name, this.layout.margin + 8, SIZE, { color: this.layout.soft, width: NAME });
      this.text(text, this.layout.margin + NAME, SIZE, { color: this.layout.ink, width: this.width - NAME });
      this.y += ROW;
    }
  }

  /** Writes sentences over the whole width, on as many lines and pages as they take. */
  paragraph(text: string, size = 9): void {
    const width = this.width - 16;
    this.document.font("Helvetica").fontSize(size);
    const height = this.document.heightOfString(latin(text), { width, lineGap: 1.5 });
    this.reserve(height);
    this.document
      .fillColor(this.layout.ink)
      .text(latin(text), this.layout.margin + 8, this.y + 2, { width, lineGap: 1.5 });
    this.y += height + 3;
  }

  /** A title and the sentences under it, whose first stays on its page. */
  clause(title: string, sentences: readonly string[]): void {
    this.reserve(4 * ROW);
    this.text(title, this.layout.margin + 8, 9, { bold: true, color: this.layout.accent });
    this.y += ROW;
    for (const sentence of sentences) this.paragraph(sentence);
    this.gap(5);
  }

  /** Boxes side by side to sign in: each with who signs, and what to write. */
  boxes(boxes: readonly { readonly title: string; readonly lines: readonly string[] }[]): void {
    this.reserve(BOX);
    const { margin, rule, soft } = this.layout;
    const room = 14;
    const width = (this.width - room * (boxes.length - 1)) / boxes.length;
    const top = this.y;
    boxes.forEach(({ title, lines }, index) => {
      const left = margin + index * (width + room);
      this.document.rect(left, top, width, BOX).lineWidth(0.6).stroke(rule);
      this.y = top + 4;
      this.text(title, left + 8, SIZE, { bold: true, width: width - 16 });
      for (const line of lines) {
        this.y += ROW + 2;
        this.text(line, left + 8, SIZE, { color: soft, width: width - 16 });
        this.y += Math.max(0, this.heightOf(line, SIZE, { bold: false, width: width - 16 }) - ROW);
      }
    });
    this.y = top + BOX;
  }

  /** How high a text is that may take more than one line. */
  private heightOf(text: string, size: number, { bold, width }: { bold: boolean; width: number }): number {
    this.document.font(bold ? "Helvetica-Bold" : "Helvetica").fontSize(size);
    return text === "" ? 0 : this.document.heightOfString(latin(text), { width });
  }

  gap(points: number): void {
    this.y += points;
  }

  footer(): void {
    this.y = this.bottom() + 6;
    for (const line of this.layout.footer) {
      this.text(line, this.layout.margin, 7, { color: this.layout.soft, width: this.width, align: "center" });
      this.y += 10;
    }
  }

  private bottom(): number {
    return this.document.page.height - this.layout.margin - this.layout.footer.length * 10 - 12;
  }

  /** Goes on to another page where what comes next does not fit on this one. */
  private reserve(height: number): void {
    if (this.y + height <= this.bottom()) return;
    this.footer();
    this.document.addPage();
    this.y = this.layout.margin;
  }

  private cells(
    cells: readonly string[],
    { bold, color, indent = 2 }: { bold: boolean; color: string; indent?: number },
  ): void {
    let left = this.layout.margin;
    this.layout.columns.forEach(({ width, align = "left" }, index) => {
      const inset = align === "left" ? indent : 0;
      this.text(cells[index] ?? "", left + inset, SIZE, { bold, color, width: width - inset - 4, align });
      left += width;
    });
    this.y += ROW;
  }

  private line(): void {
    this.document
      .moveTo(this.layout.margin, this.y)
      .lineTo(this.layout.margin + this.width, this.y)
      .lineWidth(0.6)
      .stroke(this.layout.rule);
    this.y += 1;
  }

  private text(
    text: string,
    x: number,
    size: number,
    style: { bold?: boolean; color?: string; width?: number; align?: "left" | "right" | "center" },
  ): void {
    const { bold = false, color = this.layout.ink, width = this.width, align = "left" } = style;
    if (text === "") return;
    this.document
      .font(bold ? "Helvetica-Bold" : "Helvetica")
      .fontSize(size)
      .fillColor(color)
      .text(latin(text), x, this.y + 2, { width, align, lineBreak: false, ellipsis: true });
  }
}
