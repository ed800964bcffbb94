import { latin } from "../../../domain/latin.ts";

/** What `templates/payslip.json` holds: words and measures a company may change. Lengths are in points. */
export interface PayslipLayout {
  readonly title: string;
  readonly margin: number;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly band: string;
  readonly accent: string;
  /** Label, base, rate, employee, employer. */
  readonly columns: readonly number[];
  readonly footer: readonly string[];
}

interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly width: number;
  readonly align?: "left" | "right" | "center";
}

const MIN_SIZE = 4;

/** Pages that are filled from top to bottom: what no longer fits opens the next one. */
export class Paper {
  readonly layout: PayslipLayout;
  readonly width: number;
  private readonly document: PDFKit.PDFDocument;
  private y: number;

  constructor(document: PDFKit.PDFDocument, layout: PayslipLayout) {
    this.document = document;
    this.layout = layout;
    this.width = document.page.width - 2 * layout.margin;
    this.y = layout.margin;
  }

  /** What is left of the page above its footer. */
  get room(): number {
    return this.footerTop - this.y;
  }

  private get footerTop(): number {
    return this.document.page.height - this.layout.margin - this.layout.footer.length * 10;
  }

  /** Opens a page where a height does not fit. */
  need(height: number): void {
    if (height <= this.room) return;
    this.footer();
    this.document.addPage();
    this.y = this.layout.margin;
  }

  move(points: number): void {
    this.y += points;
  }

  /** Writes a text at a distance from the left margin, smaller where it would pass its width. */
  text(text: string, left: number, { size, bold = false, color, width, align = "left" }: TextStyle): void {
    if (text === "") return;
    const shown = latin(text);
    this.document.font(bold ? "Helvetica-Bold" : "Helvetica").fontSize(size);
    const fits = Math.min(1, width / this.document.widthOfString(shown));
    const drawn = Math.max(MIN_SIZE, Math.floor(size * fits * 20) / 20);
    this.document
      .fontSize(drawn)
      .fillColor(color ?? this.layout.ink)
      .text(shown, this.layout.margin + left, this.y + (size - drawn) / 2, {
        width: width + 1,
        align,
        lineBreak: false,
      });
  }

  band(height: number, color: string): void {
    this.document.rect(this.layout.margin, this.y, this.width, height).fill(color);
  }

  rule(): void {
    const { margin, rule } = this.layout;
    this.document
      .moveTo(margin, this.y)
      .lineTo(margin + this.width, this.y)
      .lineWidth(0.6)
      .stroke(rule);
  }

  /** Draws a code of black squares, a row of them at a time. */
  squares(rows: readonly (readonly boolean[])[], left: number, size: number): void {
    const side = size / rows.length;
    rows.forEach((row, down) => {
      for (let from = 0; from < row.length; from += 1) {
        if (row[from] !== true) continue;
        const end = row.indexOf(false, from);
        const count = (end < 0 ? row.length : end) - from;
        this.document.rect(this.layout.margin + left + from * side, this.y + down * side, count * side, side);
        from += count;
      }
    });
    this.document.fill("#000000");
  }

  footer(): void {
    const { footer, soft } = this.layout;
    const kept = this.y;
    this.y = this.footerTop + 4;
    for (const line of footer) {
      this.text(line, 0, { size: 7, color: soft, width: this.width, align: "center" });
      this.y += 9;
    }
    this.y = kept;
  }
}
