import { act } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { findPersonId } from "../../../flows/staff/people.ts";
import { erasureText } from "../../../view/staff/items.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly email: string;
}

/** Erases of a person who has left what may be erased, and says what is kept. @throws {PorteError} `company.not_found`. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const params = { personId: await findPersonId(office, input.email) };
  const erasure = await act(office, "erasePerson", { params });
  context.show(erasure, () => erasureText(context.say, erasure));
}
