import type { Month } from "../../../domain/calendar.ts";
import { actAsync } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { followRun } from "../../../flows/staff/payroll-run.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";
import { following, showRun } from "./shown.ts";

interface Input extends ConnectionInput {
  readonly month: Month;
}

/** Pays a month, and follows the run to its end. @throws {PorteError} what the run failed of. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const { id } = await actAsync(office, "runPayroll", { body: { month: input.month } });
  showRun(context, await followRun(office, id, following(context)));
}
