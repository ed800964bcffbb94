import { readFileSync, statSync } from "node:fs";
import { constants, inflateSync } from "node:zlib";
import { RECEIPT_MOST_BYTES, RECEIPT_TYPES } from "../../domain/expense.ts";
import { type Inflate, receiptFault } from "../../domain/receipt-content.ts";
import { PorteError } from "../../errors.ts";
import type { FoundReceipt } from "../../store/expense-drafts.ts";

/**
 * Looks at a receipt before anything is kept of it.
 * @throws {PorteError} `file.unreadable`, `receipt.empty`, `receipt.too_large`, `receipt.wrong_type`, `receipt.fault`, judged by content.
 */
export async function inspectReceipt(file: string): Promise<FoundReceipt> {
  const bytes = bytesOf(file);
  const { fileTypeFromBuffer } = await import("file-type");
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? "?";
  if (!RECEIPT_TYPES.some((type) => type === found)) throw new PorteError("receipt.wrong_type", { file, found });
  const fault = receiptFault(bytes, found, inflate);
  if (fault !== null) throw new PorteError("receipt.fault", { file, fault });
  return { file, mediaType: found };
}

/** Takes the line end that stands behind what is compressed. */
const inflate: Inflate = (bytes, mostBytes) =>
  inflateSync(bytes, { maxOutputLength: mostBytes, finishFlush: constants.Z_SYNC_FLUSH });

/** Reads a receipt whose size is right. */
function bytesOf(file: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size === 0) throw new PorteError("receipt.empty", { file });
    if (size > RECEIPT_MOST_BYTES)
      throw new PorteError("receipt.too_large", { file, bytes: size, most: RECEIPT_MOST_BYTES });
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof PorteError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new PorteError("file.unreadable", { file, reason: code ?? message }, { cause });
  }
}
