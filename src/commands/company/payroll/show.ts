import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { wholeRun } from "../../../flows/staff/payroll-run.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";
import { showRun } from "./shown.ts";

interface Input extends ConnectionInput {
  readonly run: string;
}

/** Shows a run. @throws {PorteError} what it failed of. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  showRun(context, await wholeRun(await connect(context, input), input.run));
}
