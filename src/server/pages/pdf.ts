import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Layout, Sheet } from "./sheet.ts";

/** A document: its layout among the templates, and what its readers' programs call it. */
export interface Paper {
  readonly templates: string;
  readonly layout: string;
  readonly about: string;
  readonly author: string;
  readonly subject: string;
}

/** Draws A4 pages as a PDF. */
export async function drawPdf(
  { templates, layout: name, about, author, subject }: Paper,
  draw: (sheet: Sheet) => void,
): Promise<Buffer> {
  const { default: PDFDocument } = await import("pdfkit");
  const layout: Layout = JSON.parse(await readFile(join(templates, name), "utf8"));
  const info = { Title: `${layout.title} ${about}`, Author: author, Subject: subject };
  const document = new PDFDocument({ size: "A4", margin: layout.margin, info, lang: "fr", autoFirstPage: true });
  const whole = bytesOf(document);
  const sheet = new Sheet(document, layout);
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
