import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { saveReceipt } from "../../../flows/staff/receipts.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";
import { idNamed } from "../decide.ts";
import { EXPENSES } from "./kind.ts";

interface Input extends ConnectionInput {
  readonly id: string;
  readonly output?: string;
}

/** Writes the receipt of an expense to a file. @throws {PorteError} what `saveReceipt` throws. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const saved = await saveReceipt(office, await idNamed(office, EXPENSES, input.id), input.output);
  context.show(saved, () => context.say.staff.receiptSaved(saved.file));
}
