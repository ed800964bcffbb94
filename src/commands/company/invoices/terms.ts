import type { Ppm } from "../../../domain/money.ts";
import { act } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly days: number;
  readonly automatic: boolean;
  readonly lateRate?: Ppm;
}

/** Says within how many days clients pay, and whether an approved month is billed at once. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const { days: paymentDays, automatic: onApproval, lateRate } = input;
  const body = { paymentDays, onApproval, ...(lateRate === undefined ? {} : { lateRatePpm: lateRate }) };
  const company = await act(await connect(context, input), "setInvoicing", { body });
  context.show(company, () => context.say.invoices.terms(paymentDays, onApproval));
}
