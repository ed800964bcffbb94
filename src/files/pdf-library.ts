import type { PDFDocument, PDFFont, PDFObject, PDFPage } from "@cantoo/pdf-lib";
import { A4, type DossierSummary, drawable, drawSummary, MARGIN } from "./dossier-page.ts";

/**
 * The one file that knows the library which writes PDFs from others: it is slow to load and to parse, so that it is loaded where it is
 * needed, and reads nothing that was not judged or is not in a worker.
 */
const library = () => import("@cantoo/pdf-lib");

/**
 * Writes a PDF again without its encryption, where it opens without a password: its owner's forbids to print or to change it, and hides
 * nothing.
 * @returns null where it does not open so.
 */
export async function withoutOwnerPassword(bytes: Uint8Array): Promise<Uint8Array | null> {
  const { PDFDocument: Document } = await library();
  try {
    const document = await Document.load(bytes, { password: "", updateMetadata: false });
    return await document.save({ useObjectStreams: false, updateFieldAppearances: false });
  } catch {
    return null;
  }
}

/** An action may have others behind it. */
const MAX_ACTIONS = 50;

/**
 * Says whether a PDF follows a link unasked: when it is opened, when one of its pages is shown, or when something on it is touched. So it
 * is said of one that the library cannot open.
 */
export async function followsLink(bytes: Uint8Array): Promise<boolean> {
  const { PDFDocument: Document, PDFArray, PDFDict, PDFName } = await library();
  try {
    const { context } = await Document.load(bytes, { password: "", updateMetadata: false });
    const isLink = (given: PDFObject | undefined, left = MAX_ACTIONS): boolean => {
      const action = context.lookup(given);
      if (left === 0) return true;
      if (action instanceof PDFArray) return action.asArray().some((one) => isDictionary(one) && isLink(one, left - 1));
      if (!(action instanceof PDFDict)) return false;
      return action.get(PDFName.of("S")) === PDFName.of("URI") || isLink(action.get(PDFName.of("Next")), left - 1);
    };
    const isDictionary = (given: PDFObject) => context.lookup(given) instanceof PDFDict;
    const acts = (object: PDFObject): boolean => {
      if (object instanceof PDFArray) return object.asArray().some(acts);
      if (!(object instanceof PDFDict)) return false;
      const events = context.lookup(object.get(PDFName.of("AA")));
      return (
        isLink(object.get(PDFName.of("OpenAction"))) ||
        (events instanceof PDFDict && events.values().some((action) => isLink(action))) ||
        object.values().some(acts)
      );
    };
    return context.enumerateIndirectObjects().some(([, object]) => acts(object));
  } catch {
    return true;
  }
}

/** The file of a receipt to draw. */
export interface DrawnReceipt {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** What a dossier is made of. */
export interface Dossier {
  readonly summary: DossierSummary;
  /** One for each expense, in the order of its number; null where it has none. */
  readonly receipts: readonly (DrawnReceipt | null)[];
  /** Said in the place of a receipt that cannot be drawn, and is attached instead. */
  readonly notDrawn: string;
}

/** Draws a summary, then each receipt, numbered as there. */
export async function drawDossier(dossier: Dossier): Promise<{ bytes: Uint8Array; pages: number }> {
  const { PDFDocument: Document, StandardFonts } = await library();
  const document = await Document.create();
  document.setTitle(dossier.summary.title);
  const font = await document.embedFont(StandardFonts.Helvetica);
  drawSummary(document, { plain: font, bold: await document.embedFont(StandardFonts.HelveticaBold) }, dossier.summary);
  for (const [index, receipt] of dossier.receipts.entries())
    if (receipt !== null) await addReceipt(document, font, `${index + 1}`, receipt, dossier);
  return { bytes: await document.save(), pages: document.getPageCount() };
}

async function addReceipt(
  document: PDFDocument,
  font: PDFFont,
  number: string,
  { bytes, mediaType }: DrawnReceipt,
  { notDrawn }: Dossier,
): Promise<void> {
  if (mediaType === "application/pdf") return addPages(document, font, number, bytes, notDrawn);
  const page = document.addPage(A4);
  write(page, font, number, A4[1] - MARGIN / 2, 9);
  const image = await imageOf(document, bytes, mediaType);
  if (image === null) {
    write(page, font, notDrawn, A4[1] - MARGIN, 9);
    return document.attach(bytes, `${number}.${mediaType.split("/")[1]}`, { mimeType: mediaType });
  }
  const room = { width: A4[0] - 2 * MARGIN, height: A4[1] - 2 * MARGIN };
  const scale = Math.min(1, room.width / image.width, room.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  page.drawImage(image, { x: MARGIN, y: A4[1] - MARGIN - height, width, height });
}

/** What the library cannot draw is attached as it is, and its place says so. */
async function addPages(
  document: PDFDocument,
  font: PDFFont,
  number: string,
  bytes: Uint8Array,
  notDrawn: string,
): Promise<void> {
  const { PDFDocument: Document } = await library();
  try {
    const source = await Document.load(bytes, { password: "" });
    for (const page of await document.copyPages(source, source.getPageIndices())) {
      document.addPage(page);
      write(page, font, number, page.getHeight() - MARGIN / 2, 9);
    }
  } catch {
    const page = document.addPage(A4);
    write(page, font, `${number}. ${notDrawn}`, A4[1] - MARGIN, 9);
    await document.attach(bytes, `${number}.pdf`, { mimeType: "application/pdf" });
  }
}

async function imageOf(document: PDFDocument, bytes: Uint8Array, mediaType: string) {
  try {
    if (mediaType === "image/jpeg") return await document.embedJpg(bytes);
    return mediaType === "image/png" ? await document.embedPng(bytes) : null;
  } catch {
    return null;
  }
}

function write(page: PDFPage, font: PDFFont, text: string, y: number, size: number): void {
  page.drawText(drawable(font, text), { x: MARGIN, y, size, font });
}
