import { type Day, type Month, monthOf } from "../../../domain/calendar.ts";
import type { Cents } from "../../../domain/money.ts";
import { PorteError } from "../../../errors.ts";
import { act } from "../../../flows/staff/act.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly porte: string;
  readonly mission: string;
  readonly amount: Cents;
  readonly month?: Month;
  readonly receivedOn?: Day;
  readonly force?: boolean;
  readonly reason?: string;
}

const COMMAND = "porte-company payments record";

/**
 * Records what a client has paid; today, for this month, where nothing else is typed.
 * @throws {PorteError} `usage.missing_option` where only one of `--force` and `--reason` is typed.
 */
export async function run(context: Connecting & Pick<StaffContext, "show" | "today">, input: Input): Promise<void> {
  const today = context.today();
  const forceReason = reasonToForce(input);
  const typed = {
    porteEmail: input.porte,
    mission: input.mission,
    amountCents: input.amount,
    ...(input.month === undefined ? {} : { month: input.month }),
    ...(forceReason === undefined ? {} : { forceReason }),
    ...(input.receivedOn === undefined ? {} : { receivedOn: input.receivedOn }),
  };
  const body = { month: monthOf(today), receivedOn: today, ...typed };
  const payment = await act(await connect(context, input), "recordPayment", { body }, { typed });
  const { format, company } = context.say;
  const { amountCents, feeCents, balanceCents } = payment;
  context.show(payment, () =>
    company.recorded(format.euros(amountCents), format.euros(feeCents), format.euros(balanceCents)),
  );
}

/** What is recorded in spite of a doubt says why. */
function reasonToForce({ force = false, reason }: Input): string | undefined {
  const isSaid = reason !== undefined && reason.trim() !== "";
  if (force && !isSaid) throw new PorteError("usage.missing_option", { option: "--reason", command: COMMAND });
  if (reason !== undefined && !force)
    throw new PorteError("usage.missing_option", { option: "--force", command: COMMAND });
  return reason;
}
