import type { Day } from "../../domain/calendar.ts";
import { RECEIPT_MOST_BYTES } from "../../domain/expense.ts";
import { type ReceiptReading, readReceiptText } from "../../domain/receipt-text.ts";
import type { VatLaw } from "../../domain/vat.ts";
import { readPlain } from "../../files/plain.ts";
import { askOnce, type WorkerFile } from "../../files/workers.ts";
import type { FoundReceipt } from "../../store/expense-drafts.ts";

/** What a receipt was read to say, or why it was not read. */
export type ReceiptRead =
  | { readonly reading: ReceiptReading; readonly why: null }
  | { readonly reading: null; readonly why: "no-text" | "no-tesseract" };

const READING_MS = 30_000;

/** Reads a receipt on this machine, and nowhere else: a PDF's own text, an image by tesseract where it is installed. */
export async function readReceipt(
  worker: WorkerFile,
  { file, mediaType }: FoundReceipt,
  { today, law }: { today: Day; law: VatLaw },
): Promise<ReceiptRead> {
  const text = mediaType === "application/pdf" ? await pdfText(worker, file) : await imageText(file);
  if (text === null) return { reading: null, why: "no-tesseract" };
  if (!/\d/.test(text)) return { reading: null, why: "no-text" };
  return { reading: readReceiptText(text, today, law), why: null };
}

/** What no library reads is proposed nothing from; the company sees the file itself. */
async function pdfText(worker: WorkerFile, file: string): Promise<string> {
  return (await askOnce(worker, "text", readPlain(file, RECEIPT_MOST_BYTES))) ?? "";
}

/** Read as it lies or turned, as a telephone takes it; null where tesseract or its French data are not there. */
async function imageText(file: string): Promise<string | null> {
  const { spawn } = await import("node:child_process");
  const { text: textOf } = await import("node:stream/consumers");
  const child = spawn("tesseract", [file, "stdout", "-l", "fra+eng", "--psm", "1"], {
    stdio: ["ignore", "pipe", "ignore"],
    timeout: READING_MS,
  });
  const isThere = new Promise<boolean>((resolve) =>
    child.once("error", () => resolve(false)).once("spawn", () => resolve(true)),
  );
  if (!(await isThere)) return null;
  const isWell = new Promise<boolean>((resolve) => child.once("close", (code) => resolve(code === 0)));
  const text = await textOf(child.stdout);
  return (await isWell) ? text : null;
}
