import type { components } from "../../contract/types.ts";
import { PorteError } from "../../errors.ts";
import { type Office, readAll } from "./act.ts";

/** Finds an invoice by its number, or by its identifier. @throws {PorteError} `input.not_listed`. */
export async function invoiceNamed(office: Office, typed: string): Promise<components["schemas"]["OwnedInvoice"]> {
  const listed = await readAll(office, "listAllInvoices");
  const wanted = typed.trim().toUpperCase();
  const found = listed.find(({ invoice }) => invoice.number.toUpperCase() === wanted || invoice.id === typed);
  if (found === undefined)
    throw new PorteError("input.not_listed", { value: typed, command: "porte-company invoices list" });
  return found;
}
