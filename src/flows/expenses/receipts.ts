import { RECEIPT_MOST_BYTES, RECEIPT_TYPES } from "../../domain/expense.ts";
import { PorteError } from "../../errors.ts";
import { readPlain } from "../../files/plain.ts";
import { askOnce, type WorkerFile } from "../../files/workers.ts";
import type { FoundReceipt } from "../../store/expense-drafts.ts";

/**
 * Looks at a receipt before anything is kept of it.
 * @throws {PorteError} `file.unreadable`, `receipt.empty`, `receipt.too_large`, `receipt.wrong_type`, `receipt.fault`, judged by content.
 */
export async function inspectReceipt(worker: WorkerFile, file: string): Promise<FoundReceipt> {
  const max = RECEIPT_MOST_BYTES;
  const bytes = readPlain(file, max, (size) => new PorteError("receipt.too_large", { file, bytes: size, most: max }));
  if (bytes.length === 0) throw new PorteError("receipt.empty", { file });
  const judgement = await askOnce(worker, "judge", bytes);
  /** What no parser reads within the limits is read by nobody else either. */
  const { mediaType, fault } = judgement ?? { mediaType: "application/pdf", fault: "damaged" };
  if (!RECEIPT_TYPES.some((type) => type === mediaType))
    throw new PorteError("receipt.wrong_type", { file, found: mediaType === "unknown" ? "?" : mediaType });
  if (fault !== null) throw new PorteError("receipt.fault", { file, fault });
  return { file, mediaType };
}
