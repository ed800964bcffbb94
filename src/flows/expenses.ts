import { open, stat } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import type { Schemas } from "../client/company.ts";
import { assertExpense, RECEIPT_MOST_BYTES, RECEIPT_TYPES } from "../domain/expense.ts";
import { PorteError } from "../errors.ts";
import { type ExpenseDraft, ExpenseDrafts, type ExpenseFacts } from "../store/expense-drafts.ts";
import type { Session } from "./session.ts";

const HEAD_BYTES = 4_100;

/**
 * Looks at a receipt before anything is kept of it.
 * @throws {PorteError} `file.unreadable`, `receipt.empty`, `receipt.too_large`, `receipt.wrong_type`, judged by content.
 */
export async function inspectReceipt(file: string): Promise<{ file: string; mediaType: string }> {
  const unreadable = (cause: NodeJS.ErrnoException) =>
    new PorteError("file.unreadable", { file, reason: cause.code ?? cause.message }, { cause });
  const { size } = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(cause);
  });
  if (size === 0) throw new PorteError("receipt.empty", { file });
  if (size > RECEIPT_MOST_BYTES)
    throw new PorteError("receipt.too_large", { file, bytes: size, most: RECEIPT_MOST_BYTES });
  const found =
    (
      await fileTypeFromBuffer(
        await headOf(file).catch((cause: NodeJS.ErrnoException) => Promise.reject(unreadable(cause))),
      )
    )?.mime ?? "?";
  if (!RECEIPT_TYPES.some((type) => type === found)) throw new PorteError("receipt.wrong_type", { file, found });
  return { file, mediaType: found };
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Keeps an expense on this machine. @throws {PorteError} for a receipt or an expense that no company would take. */
export async function addExpense(
  session: Session,
  facts: ExpenseFacts,
  file: string,
): Promise<{ draft: ExpenseDraft; isNew: boolean }> {
  const { folders, now, today } = session.machine;
  assertExpense(facts, today(), "2000-01-01");
  const receipt = await inspectReceipt(file);
  return new ExpenseDrafts(folders, session.profile).add(facts, receipt, now());
}

/** Lists the expenses kept here that the company has not accepted. */
export function keptExpenses({ machine, profile }: Session): Promise<ExpenseDraft[]> {
  return new ExpenseDrafts(machine.folders, profile).list();
}

/** What became of each expense that was to be sent. */
export interface Submitted {
  readonly sent: Schemas["Expense"][];
  readonly refused: { readonly draft: ExpenseDraft; readonly failure: PorteError }[];
}

/** Sends each kept expense with its receipt. One that is refused stays here and holds back none of the others. */
export async function submitExpenses(session: Session): Promise<Submitted> {
  const drafts = new ExpenseDrafts(session.machine.folders, session.profile);
  const waiting = await drafts.list();
  if (waiting.length === 0) throw new PorteError("expense.nothing_to_send", {});
  const result: Submitted = { sent: [], refused: [] };
  for (const draft of waiting) {
    try {
      result.sent.push(await submitOne(session, draft));
      await drafts.remove(draft);
    } catch (failure) {
      if (!(failure instanceof PorteError) || failure.code !== "company.refused") throw failure;
      result.refused.push({ draft, failure });
    }
  }
  return result;
}

async function submitOne({ company }: Session, { receipt, key, ...draft }: ExpenseDraft): Promise<Schemas["Expense"]> {
  const { id: receiptId } = await company.uploadReceipt(receipt, receipt.key);
  const { date, category, amountCents, vatCents, mission, note } = draft;
  return company.submitExpense({ date, category, amountCents, vatCents, mission, note, receiptId }, key);
}
