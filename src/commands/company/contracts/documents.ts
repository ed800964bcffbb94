import { readAll } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { documentsText } from "../../../view/staff/contracts.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly email?: string;
}

/** Lists the contracts that were drawn, of everybody or of one porté. */
export async function run(context: Connecting & Pick<StaffContext, "show" | "look">, input: Input): Promise<void> {
  const query = { limit: "100", ...(input.email === undefined ? {} : { email: input.email }) };
  const items = await readAll(await connect(context, input), "listOwnedDocuments", { query });
  context.show({ items }, () => documentsText(context.look, items));
}
