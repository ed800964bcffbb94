import { saveInvoice } from "../../../flows/staff/invoices.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly invoice: string;
  readonly output?: string;
}

/** Saves the PDF of an invoice. @throws {PorteError} what `saveInvoice` throws. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const saved = await saveInvoice(await connect(context, input), input.invoice, input.output);
  context.show(saved, () => context.say.invoices.saved(saved.file));
}
