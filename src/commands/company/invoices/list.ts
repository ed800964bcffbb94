import { readAll } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { invoicesText } from "../../../view/staff/invoices.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

/** Lists what clients were billed, newest first. */
export async function run(
  context: Connecting & Pick<StaffContext, "show" | "look">,
  input: ConnectionInput,
): Promise<void> {
  const items = await readAll(await connect(context, input), "listAllInvoices");
  context.show({ items }, () => invoicesText(context.look, items));
}
