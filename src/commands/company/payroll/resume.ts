import { act } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { followRun } from "../../../flows/staff/payroll-run.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";
import { following, showRun } from "./shown.ts";

interface Input extends ConnectionInput {
  readonly run: string;
}

/** Takes up a run that was stopped, and follows it to its end. @throws {PorteError} what the run failed of. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const { id } = await act(office, "resumePayrollRun", { params: { runId: input.run } });
  showRun(context, await followRun(office, id, following(context)));
}
