import type { Command } from "commander";
import { monthOf, parseDay, parseMonth } from "../../domain/calendar.ts";
import { parseEuros } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import type { Schemas } from "../deps.ts";
import type { Desk } from "./commands.ts";
import { groupOf, type OfficeOptions, officeOf, withOffice } from "./office.ts";
import { ask, type Office } from "./request.ts";

interface PaymentOptions extends OfficeOptions {
  readonly porte: string;
  readonly mission: string;
  readonly amount: string;
  readonly month?: string;
  readonly receivedOn?: string;
}

/** Adds what records what clients have paid. */
export function paymentCommands(program: Command, desk: Desk): void {
  const { summaries, options } = desk.say.company;
  const record = groupOf(program, "payments", summaries.payments)
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
  const payment = await ask<Schemas["Payment"]>(office, "POST", "/operator/payments", body, {
    typed,
    like: { amountCents: 0, feeCents: 0, balanceCents: 0 },
  });
  const { euros } = desk.say.format;
  desk.show(payment, [
    desk.say.company.recorded(euros(payment.amountCents), euros(payment.feeCents), euros(payment.balanceCents)),
  ]);
}
