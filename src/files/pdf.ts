import { getDocumentProxy } from "unpdf";
import { isInvoice } from "../domain/invoice/invoice.ts";
import type { ReceiptFault } from "../domain/pdf-scan.ts";
import { linesOf } from "./page-lines.ts";
import { readXml } from "./xml.ts";

/** Opens a PDF: the library keeps the bytes that it is given, and would say on the terminal what it thinks of them. */
export function openPdf(bytes: Uint8Array) {
  return getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
}

type OpenPdf = Awaited<ReturnType<typeof openPdf>>;

/**
 * Opens a PDF as a reader does, and says what it would do by itself. One that the parser cannot open, however it tries to mend it, is
 * damaged: it would show nothing to whoever approves the expense.
 * @param hasFile a file was seen in it, which must be an invoice that the parser finds too.
 */
export async function openedFault(bytes: Uint8Array, hasFile: boolean): Promise<ReceiptFault | null> {
  const document = await openPdf(bytes).catch((failure: Error) => failure);
  if (document instanceof Error) return document.name === "PasswordException" ? "encrypted" : "damaged";
  const info: Readonly<Record<string, unknown>> = { ...(await document.getMetadata()).info };
  const acts = [
    info.IsXFAPresent === true,
    info.IsCollectionPresent === true,
    await document.hasJSActions(),
    (await document.getJSActions()) !== null,
    hasFile && (await attachedInvoice(document)) === null,
  ];
  return acts.includes(true) ? "active" : null;
}

/** A file of this name is opened by no program but a reader of XML; one with a folder in its name is meant to be written somewhere. */
const INVOICE_NAME = /^[^/\\:]{1,100}\.xml$/i;

/** The one file that a PDF may carry: an invoice that a machine reads. @returns null for none, for more, and for another. */
async function attachedInvoice(document: OpenPdf): Promise<Uint8Array | null> {
  const attached: Record<string, { rawFilename: string; content: Uint8Array }> =
    (await document.getAttachments()) ?? {};
  const [first, ...others] = Object.values(attached);
  if (first === undefined || others.length > 0 || !INVOICE_NAME.test(first.rawFilename)) return null;
  const root = readXml(first.content);
  return root !== null && isInvoice(root) ? first.content : null;
}

/** A receipt is a page or a few. */
const MAX_PAGES = 20;

/** What a receipt's PDF holds. */
export interface PdfContent {
  /** Its lines as they stand on its pages, one page after the other. */
  readonly text: string;
  readonly invoice: Uint8Array | null;
}

/** Reads what a PDF holds; nothing where no library reads it. */
export async function pdfContent(bytes: Uint8Array): Promise<PdfContent> {
  try {
    const document = await openPdf(bytes);
    const lines: string[] = [];
    for (let page = 1; page <= Math.min(document.numPages, MAX_PAGES); page += 1)
      lines.push(...(await linesOf(await document.getPage(page))).map((line) => line.join(" ")));
    return { text: lines.join("\n"), invoice: await attachedInvoice(document) };
  } catch {
    return { text: "", invoice: null };
  }
}
