import { plainEuros } from "../../../domain/money.ts";
import type { Candidate } from "../../../errors/input.ts";
import { act, type Office, readAll } from "../../../flows/staff/act.ts";
import { wholeId } from "../../../flows/staff/named.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly id: string;
  readonly reason: string;
}

async function paymentsOf(office: Office): Promise<Candidate[]> {
  const payments = await readAll(office, "listPayments");
  return payments.map(({ id, receivedOn, amountCents, owner }) => ({
    id,
    day: receivedOn,
    amount: plainEuros(amountCents),
    name: owner.name,
  }));
}

/** Takes a payment back. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const paymentId = await wholeId(input.id, () => paymentsOf(office), "porte-company payments list");
  const reversed = await act(office, "reversePayment", { params: { paymentId }, body: { reason: input.reason } });
  const { format, staff } = context.say;
  const { amountCents, feeCents, balanceCents } = reversed;
  context.show(reversed, () =>
    staff.reversed(format.euros(amountCents), format.euros(feeCents), format.euros(balanceCents)),
  );
}
