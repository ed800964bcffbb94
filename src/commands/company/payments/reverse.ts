import { act } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly id: string;
  readonly reason: string;
}

/** Takes a payment back. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const request = { params: { paymentId: input.id }, body: { reason: input.reason } };
  const reversed = await act(await connect(context, input), "reversePayment", request);
  const { format, staff } = context.say;
  const { amountCents, feeCents, balanceCents } = reversed;
  context.show(reversed, () =>
    staff.reversed(format.euros(amountCents), format.euros(feeCents), format.euros(balanceCents)),
  );
}
