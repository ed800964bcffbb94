import { constants, inflateSync } from "node:zlib";
import { fileTypeFromBuffer } from "file-type";
import { RECEIPT_TYPES } from "../domain/expense.ts";
import type { Inflate, ReceiptFault } from "../domain/pdf-scan.ts";
import { receiptFault } from "../domain/receipt-content.ts";
import { openedFault } from "./pdf.ts";

/** What a file is by its content, and what is wrong with it; nothing is said of a file that is no receipt. */
export interface Judgement {
  readonly mediaType: string;
  readonly fault: ReceiptFault | null;
}

/** Takes the line end that stands behind what is compressed, and no more than a size. */
const inflate: Inflate = (bytes, mostBytes) =>
  inflateSync(bytes, { maxOutputLength: Math.max(1, mostBytes), finishFlush: constants.Z_SYNC_FLUSH });

/** Judges a file that is sent as a receipt: by its bytes, and a PDF by what its parser finds in it too. */
export async function judged(bytes: Uint8Array): Promise<Judgement> {
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? "unknown";
  if (!RECEIPT_TYPES.some((type) => type === mediaType)) return { mediaType, fault: null };
  const fault = receiptFault(bytes, mediaType, inflate);
  if (fault !== null || mediaType !== "application/pdf") return { mediaType, fault };
  return { mediaType, fault: await openedFault(bytes) };
}
