import { type Day, type Month, monthOf } from "../../../domain/calendar.ts";
import type { Cents } from "../../../domain/money.ts";
import { PorteError } from "../../../errors.ts";
import { act, type Office } from "../../../flows/staff/act.ts";
import { invoiceNamed } from "../../../flows/staff/invoices.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly porte?: string;
  readonly mission?: string;
  readonly invoice?: string;
  readonly amount: Cents;
  readonly month?: Month;
  readonly receivedOn?: Day;
  readonly force?: boolean;
  readonly reason?: string;
}

const COMMAND = "porte-company payments record";

/**
 * Records what a client has paid; today, for this month, where nothing else is typed.
 * @throws {PorteError} `usage.missing_option` where only one of `--force` and `--reason` is typed, and what `paidWork` throws.
 */
export async function run(context: Connecting & Pick<StaffContext, "show" | "today">, input: Input): Promise<void> {
  const today = context.today();
  const forceReason = reasonToForce(input);
  const office = await connect(context, input);
  const typed = {
    ...(await paidWork(office, input)),
    amountCents: input.amount,
    ...(forceReason === undefined ? {} : { forceReason }),
    ...(input.receivedOn === undefined ? {} : { receivedOn: input.receivedOn }),
  };
  const body = { month: monthOf(today), receivedOn: today, ...typed };
  const payment = await act(office, "recordPayment", { body }, { typed });
  const { format, company } = context.say;
  const { amountCents, feeCents, balanceCents } = payment;
  context.show(payment, () =>
    company.recorded(format.euros(amountCents), format.euros(feeCents), format.euros(balanceCents)),
  );
}

/** Whose work was paid: as it was typed, or that of an invoice. @throws {PorteError} `usage.missing_option`, `usage.conflict`, `input.not_listed`, `company.already`. */
async function paidWork(office: Office, { porte, mission, month, invoice: number }: Input) {
  const ofMonth = month === undefined ? {} : { month };
  if (number === undefined) {
    if (porte === undefined) throw new PorteError("usage.missing_option", { option: "--porte", command: COMMAND });
    if (mission === undefined) throw new PorteError("usage.missing_option", { option: "--mission", command: COMMAND });
    return { porteEmail: porte, mission, ...ofMonth };
  }
  const typed = [...(porte ? ["--porte"] : []), ...(mission ? ["--mission"] : []), ...(month ? ["--month"] : [])];
  if (typed.length > 0) throw new PorteError("usage.conflict", { options: ["--invoice", ...typed] });
  const { owner, invoice } = await invoiceNamed(office, number);
  if (invoice.state === "cancelled")
    throw new PorteError("company.already", { kind: "invoice", what: invoice.number, state: "cancelled" });
  return { porteEmail: owner.email, mission: invoice.mission, month: invoice.month };
}

/** What is recorded in spite of a doubt says why. */
function reasonToForce({ force = false, reason }: Input): string | undefined {
  const isSaid = reason !== undefined && reason.trim() !== "";
  if (force && !isSaid) throw new PorteError("usage.missing_option", { option: "--reason", command: COMMAND });
  if (reason !== undefined && !force)
    throw new PorteError("usage.missing_option", { option: "--force", command: COMMAND });
  return reason;
}
