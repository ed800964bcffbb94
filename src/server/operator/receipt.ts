import type { Command } from "commander";
import { send } from "../../client/http.ts";
import { PorteError } from "../../errors.ts";
import { writeWhole } from "../../store/files.ts";
import type { Schemas } from "../deps.ts";
import type { Desk } from "./commands.ts";
import { type OfficeOptions, officeOf, withOffice } from "./office.ts";
import { ask, type Office } from "./request.ts";

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

/** @throws {PorteError} `expense.no_receipt`, `file.unwritable`, and what asking throws. */
async function saveReceipt(desk: Desk, office: Office, id: string, file: string): Promise<void> {
  const { expense } = await ask<Schemas["OwnedExpense"]>(
    office,
    "GET",
    `/operator/expenses/${encodeURIComponent(id)}`,
    undefined,
    { like: { expense: { id: "" } } },
  );
  if (expense.receiptId == null) throw new PorteError("expense.no_receipt", { id });
  const path = `/receipts/${encodeURIComponent(expense.receiptId)}/content`;
  const { bytes, mediaType } = await contentOf(office, path);
  await writeWhole(file, bytes);
  desk.show({ expense: id, file, mediaType, bytes: bytes.length }, [desk.say.staff.receiptSaved(file)]);
}

/** @throws {PorteError} `server.unreachable` where the content stops before its end, and what `send` throws. */
async function contentOf({ line }: Office, path: string): Promise<{ bytes: Uint8Array; mediaType: string }> {
  const response = await send(line, { method: "GET", path, headers: { accept: "*/*" } });
  const content = await response.arrayBuffer().catch((cause: Error) => {
    throw new PorteError("server.unreachable", { url: line.url, reason: cause.message }, { cause });
  });
  return { bytes: new Uint8Array(content), mediaType: response.headers.get("content-type") ?? "" };
}
