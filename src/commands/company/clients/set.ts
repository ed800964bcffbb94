import { type ClientInput, recordClient } from "../../../flows/staff/documents.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { clientsText } from "../../../view/staff/contracts.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

type Input = ConnectionInput & ClientInput;

/** Completes the record of a client. @throws {PorteError} `mission.client_number`. */
export async function run(context: Connecting & Pick<StaffContext, "show" | "look">, input: Input): Promise<void> {
  const owned = await recordClient(await connect(context, input), input);
  context.show(owned, () => clientsText(context.look, [owned]));
}
