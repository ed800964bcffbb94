import { type DrawInput, drawContracts } from "../../../flows/staff/documents.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { documentText } from "../../../view/staff/contracts.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

type Input = ConnectionInput & DrawInput;

/** Draws both contracts of a mission. @throws {PorteError} `company.not_found`. */
export async function run(context: Connecting & Pick<StaffContext, "show" | "look">, input: Input): Promise<void> {
  const items = await drawContracts(await connect(context, input), input);
  context.show({ items }, () => items.map((owned) => documentText(context.look, owned)).join("\n\n"));
}
