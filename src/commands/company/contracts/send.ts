import { type SendInput, sendContract } from "../../../flows/staff/documents.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { documentText } from "../../../view/staff/contracts.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

type Input = ConnectionInput & SendInput;

/** Sends each signer of a contract a link. @throws {PorteError} the company's refusals. */
export async function run(context: Connecting & Pick<StaffContext, "show" | "look">, input: Input): Promise<void> {
  const owned = await sendContract(await connect(context, input), input);
  context.show(owned, () => documentText(context.look, owned));
}
