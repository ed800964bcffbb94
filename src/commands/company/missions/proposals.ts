import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { readProposals } from "../../../flows/staff/proposals.ts";
import { proposalsText } from "../../../view/staff/contracts.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

/** Lists the proposals that wait for an answer. */
export async function run(
  context: Connecting & Pick<StaffContext, "show" | "look">,
  input: ConnectionInput,
): Promise<void> {
  const items = await readProposals(await connect(context, input));
  context.show({ items }, () => proposalsText(context.look, items));
}
