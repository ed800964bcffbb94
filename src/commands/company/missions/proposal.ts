import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { readProposal } from "../../../flows/staff/proposals.ts";
import { proposalText } from "../../../view/staff/contracts.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly id: string;
}

/** Shows one proposal whole. */
export async function run(context: Connecting & Pick<StaffContext, "show" | "look">, input: Input): Promise<void> {
  const owned = await readProposal(await connect(context, input), input.id);
  context.show(owned, () => proposalText(context.look, owned));
}
