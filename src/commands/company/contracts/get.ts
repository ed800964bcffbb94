import { saveDocument } from "../../../flows/staff/documents.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly id: string;
  readonly output?: string;
}

/** Saves the PDF of a contract. @throws {PorteError} `file.unwritable`. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const saved = await saveDocument(await connect(context, input), input.id, input.output);
  context.show(saved, () => context.say.contracts.saved(saved.file));
}
