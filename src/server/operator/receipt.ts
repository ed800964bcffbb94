import type { Command } from "commander";
import { type Answer, RECEIPT_CONTENT } from "../../client/answer.ts";
import { call, callFile } from "../../client/call.ts";
import { RECEIPT_MOST_BYTES } from "../../domain/expense.ts";
import { PorteError } from "../../errors.ts";
import { writeWhole } from "../../store/files.ts";
import type { Office } from "./act.ts";
import type { Desk } from "./commands.ts";
import { type OfficeOptions, officeOf, withOffice } from "./office.ts";

interface ReceiptOptions extends OfficeOptions {
  readonly output: string;
}

/** Adds what fetches the receipt of an expense. */
export function receiptCommand(desk: Desk, expenses: Command): void {
  const { summaries, options } = desk.say.staff;
  withOffice(
    expenses.command("receipt <id>").description(summaries.receipt).requiredOption("--output <file>", options.output),
    desk,
  ).action(async (id: string, given: ReceiptOptions) =>
    saveReceipt(desk, await officeOf(desk, given), id, given.output),
  );
}

/** Fetches the content of a receipt as it was sent. @throws {PorteError} what asking and reading throw. */
export function receiptContent<Content>(
  { line }: Office,
  receiptId: string,
  read: (answer: Answer) => Content,
): Promise<Content> {
  const input = { params: { receiptId }, mostBytes: RECEIPT_MOST_BYTES };
  return callFile(line, "getReceiptContent", { ...RECEIPT_CONTENT, read }, input);
}

/** @throws {PorteError} `expense.no_receipt`, `file.unwritable`, and what asking throws. */
async function saveReceipt(desk: Desk, office: Office, id: string, file: string): Promise<void> {
  const { expense } = (await call(office.line, "getOwnedExpense", { params: { expenseId: id } })).value;
  if (expense.receiptId === null) throw new PorteError("expense.no_receipt", { id });
  const { bytes, mediaType } = await receiptContent(office, expense.receiptId, RECEIPT_CONTENT.read);
  await writeWhole(file, bytes);
  desk.show({ expense: id, file, mediaType, bytes: bytes.length }, [desk.say.staff.receiptSaved(file)]);
}
