import { type Layout, Sheet } from "./sheet.ts";

/** A document: its layout, and what its readers' programs call it. */
export interface Paper {
  readonly layout: Layout;
  /** A picture for its head, PNG or JPEG. */
  readonly logo?: Uint8Array | null;
  /** Its title; the layout's own where none is said. */
  readonly title?: string;
  readonly about: string;
  readonly author: string;
  readonly subject: string;
}

/** Draws A4 pages as a PDF. */
export async function drawPdf(
  { layout: usual, logo = null, title, about, author, subject }: Paper,
  draw: (sheet: Sheet) => void,
): Promise<Buffer> {
  const { default: PDFDocument } = await import("pdfkit");
  const layout = { ...usual, title: title ?? usual.title };
  const info = { Title: `${layout.title} ${about}`, Author: author, Subject: subject };
  const document = new PDFDocument({ size: "A4", margin: layout.margin, info, lang: "fr", autoFirstPage: true });
  const whole = bytesOf(document);
  const sheet = new Sheet(document, layout);
  if (logo !== null) sheet.logo(logo);
  draw(sheet);
  sheet.footer();
  document.end();
  return whole;
}

/** Gives all that a document writes, once it has ended. */
export function bytesOf(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise<Buffer>((resolve, reject) => {
    document
      .on("data", (chunk: Buffer) => chunks.push(chunk))
      .on("end", () => resolve(Buffer.concat(chunks)))
      .on("error", reject);
  });
}
