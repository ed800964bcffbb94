import { act } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { findPersonId } from "../../../flows/staff/people.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

type StaffRole = "adviser" | "payroll" | "administrator";

interface Input extends ConnectionInput {
  readonly email: string;
  /** Whatever was typed: the company says which roles there are. */
  readonly role: string;
}

/** Sets what a person of the staff may do. @throws {PorteError} `company.not_found`. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const params = { personId: await findPersonId(office, input.email) };
  const person = await act(office, "setStaffRole", { params, body: { staffRole: input.role as StaffRole } });
  const { administration } = context.say;
  context.show(person, () => administration.roleSet(person.email, administration.roles[person.staffRole ?? "porte"]));
}
