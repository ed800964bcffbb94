import type { Command } from "commander";
import { parseMonth } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import type { Desk } from "./commands.ts";
import { groupOf, type OfficeOptions, officeOf, withOffice } from "./office.ts";
import { payrollProfile } from "./profile.ts";
import { act, type Office } from "./request.ts";

/** Adds what pays a month, and what payroll takes from the company. */
export function payrollCommands(program: Command, desk: Desk): void {
  const { summaries } = desk.say.company;
  const payroll = groupOf(program, "payroll", summaries.payroll);
  withOffice(payroll.command("run <month>").description(summaries.run), desk).action(
    async (month: string, given: OfficeOptions) => runPayroll(desk, await officeOf(desk, given), month),
  );
  withOffice(payroll.command("profile [file]").description(summaries.profile), desk).action(
    async (file: string | undefined, given: OfficeOptions) => payrollProfile(desk, await officeOf(desk, given), file),
  );
}

async function runPayroll(desk: Desk, office: Office, month: string): Promise<void> {
  const run = await act(office, "PayrollRun", "/operator/payroll-runs", {
    month: parseMonth(month, dayInParis(desk.now())),
  });
  const { company, format } = desk.say;
  const paid = run.paid.map(({ owner, payslip }) =>
    company.paid(owner.name, format.euros(payslip.netPaidCents), format.day(payslip.transferDate)),
  );
  const leftOut = run.leftOut.map(({ owner, reason }) => company.leftOut(owner.name, company.reasons[reason]));
  const lines = [...paid, ...leftOut];
  desk.show(run, lines.length === 0 ? [company.nobody] : lines);
}
