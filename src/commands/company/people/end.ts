import { act } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { findPersonId } from "../../../flows/staff/people.ts";
import { itemLine } from "../../../view/staff/items.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly email: string;
}

/** Ends a person's access. @throws {PorteError} `company.not_found`. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const ended = await act(office, "endPerson", { params: { personId: await findPersonId(office, input.email) } });
  context.show(ended, () => context.say.administration.ended(itemLine(context.say, ended)));
}
