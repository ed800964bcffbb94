import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";
import { listWaiting } from "../decide.ts";
import { REPORTS } from "./kind.ts";

/** Lists the reports that wait for a decision. */
export async function run(
  context: Connecting & Pick<StaffContext, "show" | "look">,
  input: ConnectionInput,
): Promise<void> {
  await listWaiting(context, await connect(context, input), REPORTS);
}
