import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { addToken, type TokenInput } from "../../../flows/staff/tokens.ts";
import { itemLine } from "../../../view/staff/items.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

type Input = ConnectionInput & TokenInput;

/** Adds a token of a script. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const item = await addToken(await connect(context, input), input);
  context.show(item, () => context.say.administration.added(itemLine(context.say, item)));
}
