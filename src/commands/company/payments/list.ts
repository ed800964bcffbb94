import { readAll } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { paymentsText } from "../../../view/staff/lists.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

/** Lists what clients have paid. */
export async function run(
  context: Connecting & Pick<StaffContext, "show" | "look">,
  input: ConnectionInput,
): Promise<void> {
  const items = await readAll(await connect(context, input), "listPayments");
  context.show({ items }, () => paymentsText(context.look, items));
}
