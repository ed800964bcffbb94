import type { Command } from "commander";
import { list } from "../../client/list.ts";
import { monthOf, parseDay, parseMonth } from "../../domain/calendar.ts";
import { parseEuros } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { inOneLine } from "../../i18n/printable.ts";
import type { Schemas } from "../deps.ts";
import { act, type Office } from "./act.ts";
import type { Desk } from "./commands.ts";
import { groupOf, type OfficeOptions, officeOf, withOffice } from "./office.ts";

interface PaymentOptions extends OfficeOptions {
  readonly porte: string;
  readonly mission: string;
  readonly amount: string;
  readonly month?: string;
  readonly receivedOn?: string;
}

/** Adds what records what clients have paid, lists it, and takes it back. */
export function paymentCommands(program: Command, desk: Desk): void {
  const { summaries, options } = desk.say.company;
  const { summaries: more, options: moreOptions } = desk.say.staff;
  const payments = groupOf(program, "payments", summaries.payments);
  withOffice(payments.command("list").description(more.payments), desk).action(async (given: OfficeOptions) =>
    listPayments(desk, await officeOf(desk, given)),
  );
  const reverse = payments
    .command("reverse <id>")
    .description(more.reverse)
    .requiredOption("--reason <text>", moreOptions.reversalReason);
  withOffice(reverse, desk).action(async (id: string, given: OfficeOptions & { reason: string }) =>
    reversePayment(desk, await officeOf(desk, given), id, given.reason),
  );
  const record = payments
    .command("record")
    .description(summaries.record)
    .requiredOption("--porte <email>", options.porte)
    .requiredOption("--mission <reference>", options.mission)
    .requiredOption("--amount <euros>", options.amount)
    .option("--month <month>", options.month)
    .option("--received-on <day>", options.receivedOn);
  withOffice(record, desk).action(async (given: PaymentOptions) =>
    recordPayment(desk, await officeOf(desk, given), given),
  );
}

async function recordPayment(desk: Desk, office: Office, given: PaymentOptions): Promise<void> {
  const today = dayInParis(desk.now());
  const typed = {
    porteEmail: given.porte,
    mission: given.mission,
    amountCents: parseEuros(given.amount),
    ...(given.month === undefined ? {} : { month: parseMonth(given.month, today) }),
    ...(given.receivedOn === undefined ? {} : { receivedOn: parseDay(given.receivedOn) }),
  };
  const body: Schemas["PaymentSubmission"] = { month: monthOf(today), receivedOn: today, ...typed };
  const payment = await act(office, "recordPayment", { body }, { typed });
  const { euros } = desk.say.format;
  desk.show(payment, [
    desk.say.company.recorded(euros(payment.amountCents), euros(payment.feeCents), euros(payment.balanceCents)),
  ]);
}

async function listPayments(desk: Desk, office: Office): Promise<void> {
  const items = await list(office.line, "listPayments");
  const { staff, format } = desk.say;
  const lines = items.map((one) =>
    inOneLine(
      staff.payment({
        id: one.id,
        name: one.owner.name,
        client: one.client,
        amount: format.euros(one.amountCents),
        day: format.day(one.receivedOn),
        state: staff.paymentStates[one.state] ?? one.state,
        reason: one.reversal?.reason ?? null,
      }),
    ),
  );
  desk.show({ items }, lines.length === 0 ? [staff.noPayment] : lines);
}

async function reversePayment(desk: Desk, office: Office, id: string, reason: string): Promise<void> {
  const reversed = await act(office, "reversePayment", { params: { paymentId: id }, body: { reason } });
  const { euros } = desk.say.format;
  desk.show(reversed, [
    desk.say.staff.reversed(euros(reversed.amountCents), euros(reversed.feeCents), euros(reversed.balanceCents)),
  ]);
}
