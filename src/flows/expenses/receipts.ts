import { readFileSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { RECEIPT_MOST_BYTES, RECEIPT_TYPES } from "../../domain/expense.ts";
import { receiptFault } from "../../domain/receipt-content.ts";
import { PorteError } from "../../errors.ts";
import type { FoundReceipt } from "../../store/expense-drafts.ts";

const HEAD_BYTES = 4_100;

/**
 * Looks at a receipt before anything is kept of it.
 * @throws {PorteError} `file.unreadable`, `receipt.empty`, `receipt.too_large`, `receipt.wrong_type`, `receipt.fault`, judged by content.
 */
export async function inspectReceipt(file: string): Promise<FoundReceipt> {
  const unreadable = (cause: NodeJS.ErrnoException) =>
    new PorteError("file.unreadable", { file, reason: cause.code ?? cause.message }, { cause });
  const { open, stat } = await import("node:fs/promises");
  const { size } = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(cause);
  });
  if (size === 0) throw new PorteError("receipt.empty", { file });
  if (size > RECEIPT_MOST_BYTES)
    throw new PorteError("receipt.too_large", { file, bytes: size, most: RECEIPT_MOST_BYTES });
  const { fileTypeFromBuffer } = await import("file-type");
  const handle = await open(file).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(cause);
  });
  const head = await headOf(handle).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(cause);
  });
  const found = (await fileTypeFromBuffer(head))?.mime ?? "?";
  if (!RECEIPT_TYPES.some((type) => type === found)) throw new PorteError("receipt.wrong_type", { file, found });
  const fault = receiptFault(readFileSync(file), found);
  if (fault !== null) throw new PorteError("receipt.fault", { file, fault });
  return { file, mediaType: found };
}

async function headOf(handle: FileHandle): Promise<Uint8Array> {
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
