import { PDF } from "../../client/answer.ts";
import { callFile } from "../../client/call.ts";
import type { components } from "../../contract/types.ts";
import { PorteError } from "../../errors.ts";
import { writeWhole } from "../../store/files.ts";
import { type Office, readAll } from "./act.ts";

/** Writes the PDF of an invoice to a file; named by its number where nothing is typed. @throws {PorteError} `file.unwritable`, `input.not_listed`. */
export async function saveInvoice(office: Office, typed: string, named: string | undefined) {
  const { invoice } = await invoiceNamed(office, typed);
  const pdf = await callFile(office.connection, "getOwnedInvoicePdf", PDF, { params: { invoiceId: invoice.id } });
  const file = named ?? `${invoice.number}.pdf`;
  await writeWhole(file, pdf);
  return { number: invoice.number, file, bytes: pdf.byteLength };
}

/** Finds an invoice by its number, or by its identifier. @throws {PorteError} `input.not_listed`. */
export async function invoiceNamed(office: Office, typed: string): Promise<components["schemas"]["OwnedInvoice"]> {
  const listed = await readAll(office, "listAllInvoices");
  const wanted = typed.trim().toUpperCase();
  const found = listed.find(({ invoice }) => invoice.number.toUpperCase() === wanted || invoice.id === typed);
  if (found === undefined)
    throw new PorteError("input.not_listed", { value: typed, command: "porte-company invoices list" });
  return found;
}
