import { constants, inflateSync } from "node:zlib";
import { fileTypeFromBuffer } from "file-type";
import { RECEIPT_TYPES } from "../domain/expense.ts";
import { type Inflate, type PdfFound, type ReceiptFault, scanPdf } from "../domain/pdf-scan.ts";
import { pictureFault } from "../domain/picture.ts";
import { openedFault } from "./pdf.ts";

/** What a file is by its content, and what is wrong with it; nothing is said of a file that is no receipt. */
export interface Judgement {
  readonly mediaType: string;
  readonly fault: ReceiptFault | null;
}

/** Takes the line end that stands behind what is compressed, and no more than a size. */
export const inflate: Inflate = (bytes, maxBytes) =>
  inflateSync(bytes, { maxOutputLength: Math.max(1, maxBytes), finishFlush: constants.Z_SYNC_FLUSH });

/** Judges a file that is sent as a receipt: by its bytes, and a PDF by what its parser finds in it too. */
export async function judged(bytes: Uint8Array): Promise<Judgement> {
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? "unknown";
  if (!RECEIPT_TYPES.some((type) => type === mediaType)) return { mediaType, fault: null };
  if (mediaType !== "application/pdf") return { mediaType, fault: pictureFault(bytes, mediaType) };
  return { mediaType, fault: await pdfFault(bytes) };
}

/** One that opens without a password is judged by what it holds once nothing in it is encrypted. */
async function pdfFault(bytes: Uint8Array): Promise<ReceiptFault | null> {
  const found = scanPdf(bytes, inflate);
  if (found.isActive) return "active";
  if (!found.isEncrypted)
    return faultOf(found) ?? (await followedFault(bytes, found)) ?? openedFault(bytes, found.hasFile);
  const { withoutOwnerPassword } = await import("./pdf-library.ts");
  const plain = await withoutOwnerPassword(bytes);
  if (plain === null) return "encrypted";
  const foundPlain = scanPdf(plain, inflate);
  if (foundPlain.isEncrypted) return "encrypted";
  const { hasFile } = foundPlain;
  /** What it carries was looked at where its size can be seen. */
  return (
    faultOf(foundPlain) ??
    (await followedFault(plain, foundPlain)) ??
    (await openedFault(plain, hasFile)) ??
    openedFault(bytes, false)
  );
}

/** A link that is clicked is harmless; one that is followed unasked is not. */
async function followedFault(bytes: Uint8Array, { mayFollow }: PdfFound): Promise<ReceiptFault | null> {
  if (!mayFollow) return null;
  const { followsLink } = await import("./pdf-library.ts");
  return (await followsLink(bytes)) ? "active" : null;
}

function faultOf({ isDamaged, isActive }: PdfFound): ReceiptFault | null {
  if (isDamaged) return "damaged";
  return isActive ? "active" : null;
}
