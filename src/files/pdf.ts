import { extractText, getDocumentProxy } from "unpdf";
import type { ReceiptFault } from "../domain/pdf-scan.ts";

/** Opens a PDF: the library keeps the bytes that it is given, and would say on the terminal what it thinks of them. */
export function openPdf(bytes: Uint8Array) {
  return getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
}

/**
 * Opens a PDF as a reader does, and says what it would do by itself. One that the parser cannot open, however it tries to mend it, is
 * damaged: it would show nothing to whoever approves the expense.
 */
export async function openedFault(bytes: Uint8Array): Promise<ReceiptFault | null> {
  const document = await openPdf(bytes).catch((failure: Error) => failure);
  if (document instanceof Error) return document.name === "PasswordException" ? "encrypted" : "damaged";
  const info: Readonly<Record<string, unknown>> = { ...(await document.getMetadata()).info };
  if (info.EncryptFilterName) return "encrypted";
  const acts = [
    info.IsXFAPresent === true,
    info.IsCollectionPresent === true,
    await document.hasJSActions(),
    (await document.getJSActions()) !== null,
    (await document.getAttachments()) !== null,
  ];
  return acts.includes(true) ? "active" : null;
}

/** The text of a PDF, its pages one after the other; nothing where no library reads it. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  try {
    const { text } = await extractText(await openPdf(bytes), { mergePages: false });
    return text.join("\n");
  } catch {
    return "";
  }
}
