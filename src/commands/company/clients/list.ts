import { readAll } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { clientsText } from "../../../view/staff/contracts.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

/** Lists the clients of the company. */
export async function run(
  context: Connecting & Pick<StaffContext, "show" | "look">,
  input: ConnectionInput,
): Promise<void> {
  const items = await readAll(await connect(context, input), "listClients", { query: { limit: "100" } });
  context.show({ items }, () => clientsText(context.look, items));
}
