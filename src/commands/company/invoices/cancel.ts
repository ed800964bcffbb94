import { act } from "../../../flows/staff/act.ts";
import { invoiceNamed } from "../../../flows/staff/invoices.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly invoice: string;
  readonly reason: string;
}

/** Cancels an invoice that nobody has paid. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const { invoice, etag } = await invoiceNamed(office, input.invoice);
  const cancelled = await act(office, "cancelInvoice", {
    params: { invoiceId: invoice.id },
    body: { reason: input.reason },
    ifMatch: etag,
  });
  context.show(cancelled, () => context.say.invoices.cancelled(cancelled.invoice.number));
}
