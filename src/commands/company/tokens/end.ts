import { act } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { itemLine } from "../../../view/staff/items.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly id: string;
}

/** Ends a token. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const ended = await act(await connect(context, input), "endToken", { params: { tokenId: input.id } });
  context.show(ended, () => context.say.administration.ended(itemLine(context.say, ended)));
}
