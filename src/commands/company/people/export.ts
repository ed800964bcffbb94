import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { findPersonId } from "../../../flows/staff/people.ts";
import { exportPerson } from "../../../flows/staff/personal-data.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly email: string;
  readonly folder: string;
}

/** Writes what the company holds about a person into a new folder. @throws {PorteError} what `exportPerson` throws. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const exported = await exportPerson(office, await findPersonId(office, input.email), input.folder);
  context.show(exported, () => context.say.administration.exported(exported.folder, exported.receipts));
}
