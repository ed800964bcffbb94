import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { saveReceipt } from "../../../flows/staff/receipts.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly id: string;
  readonly output: string;
}

/** Writes the receipt of an expense to a file. @throws {PorteError} what `saveReceipt` throws. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const saved = await saveReceipt(await connect(context, input), input.id, input.output);
  context.show(saved, () => context.say.staff.receiptSaved(saved.file));
}
