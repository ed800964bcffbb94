import type { Command } from "commander";
import { type Answer, FILE_AS_IT_IS, readFile } from "../../client/answer.ts";
import { ask, sendAndRead } from "../../client/http.ts";
import { RECEIPT_MOST_BYTES } from "../../domain/expense.ts";
import { PorteError } from "../../errors.ts";
import { writeWhole } from "../../store/files.ts";
import type { Desk } from "./commands.ts";
import { type OfficeOptions, officeOf, withOffice } from "./office.ts";
import type { Office } from "./request.ts";

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
  const path = `/receipts/${encodeURIComponent(receiptId)}/content`;
  const headers = { accept: "*/*", ...FILE_AS_IT_IS };
  return sendAndRead(line, { method: "GET", path, headers, mostBytes: RECEIPT_MOST_BYTES }, read);
}

/** @throws {PorteError} `expense.no_receipt`, `file.unwritable`, and what asking throws. */
async function saveReceipt(desk: Desk, office: Office, id: string, file: string): Promise<void> {
  const asked = { method: "GET", path: `/operator/expenses/${encodeURIComponent(id)}` } as const;
  const { expense } = (await ask(office.line, "OwnedExpense", asked)).value;
  if (expense.receiptId === null) throw new PorteError("expense.no_receipt", { id });
  const { bytes, mediaType } = await receiptContent(office, expense.receiptId, readFile);
  await writeWhole(file, bytes);
  desk.show({ expense: id, file, mediaType, bytes: bytes.length }, [desk.say.staff.receiptSaved(file)]);
}
