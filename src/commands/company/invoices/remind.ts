import type { Day } from "../../../domain/calendar.ts";
import { act } from "../../../flows/staff/act.ts";
import { invoiceNamed } from "../../../flows/staff/invoices.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly invoice: string;
  readonly by?: "mail" | "phone" | "letter";
  readonly sentOn?: Day;
  readonly next?: Day;
  readonly send?: true;
}

/** Records that a client was reminded of an invoice: by mail and today where nothing else is typed. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const office = await connect(context, input);
  const { invoice } = await invoiceNamed(office, input.invoice);
  const body = {
    channel: input.by ?? "mail",
    ...(input.sentOn === undefined ? {} : { sentOn: input.sentOn }),
    ...(input.next === undefined ? {} : { nextOn: input.next }),
    ...(input.send === true ? { send: true } : {}),
  };
  const reminded = await act(office, "remindInvoice", { params: { invoiceId: invoice.id }, body });
  const { format, invoices } = context.say;
  const { number, reminders, nextReminderOn: next } = reminded.invoice;
  const nextDay = next === null ? null : format.day(next);
  context.show(reminded, () =>
    input.send === true
      ? invoices.remindedByMail(number, nextDay)
      : invoices.remindedOn(number, reminders.at(-1)?.by ?? "", nextDay),
  );
}
