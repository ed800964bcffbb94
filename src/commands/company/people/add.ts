import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { addPerson, type PersonInput } from "../../../flows/staff/people.ts";
import { itemLine } from "../../../view/staff/items.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

type Input = ConnectionInput & PersonInput;

/** Adds a person. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const item = await addPerson(await connect(context, input), input);
  context.show(item, () => context.say.administration.added(itemLine(context.say, item)));
}
