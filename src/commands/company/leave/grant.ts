import type { Day } from "../../../domain/calendar.ts";
import { assertDayOrder } from "../../../domain/day-order.ts";
import { act } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly porte: string;
  readonly kind: "paid-leave" | "unpaid-leave";
  readonly from: Day;
  readonly to: Day;
}

/** Grants a leave, from its first day to its last. @throws {PorteError} `usage.day_order`. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const { porte, kind, from, to } = input;
  assertDayOrder(from, to, "--to");
  const body = { porteEmail: porte, kind, start: from, end: to };
  const leave = await act(await connect(context, input), "recordLeave", { body });
  const { company, format, kinds } = context.say;
  context.show(leave, () => company.leaveGranted(porte, kinds[kind], format.day(leave.start), format.day(leave.end)));
}
