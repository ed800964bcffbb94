import { readDocument } from "../../../flows/staff/documents.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { documentText } from "../../../view/staff/contracts.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly id: string;
}

/** Shows one contract that was drawn. */
export async function run(context: Connecting & Pick<StaffContext, "show" | "look">, input: Input): Promise<void> {
  const owned = await readDocument(await connect(context, input), input.id);
  context.show(owned, () => documentText(context.look, owned));
}
