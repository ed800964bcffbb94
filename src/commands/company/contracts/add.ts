import { addContract, type ContractInput } from "../../../flows/staff/contracts.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { itemLine } from "../../../view/staff/items.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

type Input = ConnectionInput & ContractInput;

/** Adds an employment contract. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const item = await addContract(await connect(context, input), input);
  context.show(item, () => context.say.administration.added(itemLine(context.say, item)));
}
