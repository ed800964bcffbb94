import { type Answer, RECEIPT_CONTENT } from "../../client/answer.ts";
import { callFile } from "../../client/call.ts";
import { RECEIPT_MOST_BYTES } from "../../domain/expense.ts";
import { shortIds } from "../../domain/short-id.ts";
import { PorteError } from "../../errors.ts";
import { writeWhole } from "../../store/files.ts";
import { type Office, read } from "./act.ts";

/** A receipt that was written to a file: of which expense, and what it is. */
interface SavedReceipt {
  readonly expense: string;
  readonly file: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** Fetches the content of a receipt as it was sent. @throws {PorteError} what asking and reading throw. */
export function receiptContent<Content>(
  { connection }: Office,
  receiptId: string,
  readAnswer: (answer: Answer) => Content,
): Promise<Content> {
  const input = { params: { receiptId }, maxBytes: RECEIPT_MOST_BYTES };
  return callFile(connection, "getReceiptContent", { ...RECEIPT_CONTENT, read: readAnswer }, input);
}

/** Writes the receipt of an expense to a file: of its day and short identifier where none is named. @throws {PorteError} `expense.no_receipt`, `file.unwritable`, and what asking throws. */
export async function saveReceipt(office: Office, id: string, named: string | undefined): Promise<SavedReceipt> {
  const { expense } = await read(office, "getOwnedExpense", { params: { expenseId: id } });
  if (expense.receiptId === null) throw new PorteError("expense.no_receipt", { id });
  const { bytes, mediaType } = await receiptContent(office, expense.receiptId, RECEIPT_CONTENT.read);
  const kind = mediaType.split("/")[1]?.replace("jpeg", "jpg") ?? "pdf";
  const file = named ?? `${expense.date}-${shortIds([id])(id)}.${kind}`;
  await writeWhole(file, bytes);
  return { expense: id, file, mediaType, bytes: bytes.length };
}
