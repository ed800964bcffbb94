import type { Month } from "../../../domain/calendar.ts";
import type { Ppm } from "../../../domain/money.ts";
import { act } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly porte: string;
  readonly mission: string;
  readonly month: Month;
  readonly days?: number;
  readonly vat?: Ppm;
}

/** Bills a client for a month that was approved. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const { porte: porteEmail, mission, month, days, vat } = input;
  const body = {
    ...{ porteEmail, mission, month },
    ...(days === undefined ? {} : { paymentDays: days }),
    ...(vat === undefined ? {} : { vatPpm: vat }),
  };
  const issued = await act(await connect(context, input), "issueInvoice", { body });
  const { format, invoices } = context.say;
  const { number, client, amountCents, dueOn } = issued.invoice;
  context.show(issued, () => invoices.issued(number, client, format.euros(amountCents), format.day(dueOn)));
}
