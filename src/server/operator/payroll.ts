import type { Command } from "commander";
import { list } from "../../client/list.ts";
import { parseMonth } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { act, actAsync, type Office } from "./act.ts";
import type { Desk } from "./commands.ts";
import { type FromOptions, groupOf, type OfficeOptions, officeOf, withFrom, withOffice } from "./office.ts";
import { followRun, showRun } from "./payroll-run.ts";
import { payrollProfile } from "./profile.ts";

/** Adds what pays a month, follows and resumes a run, reverses a payslip, and what payroll takes from the company. */
export function payrollCommands(program: Command, desk: Desk): void {
  const { summaries } = desk.say.company;
  const { summaries: more, options } = desk.say.staff;
  const payroll = groupOf(program, "payroll", summaries.payroll);
  withOffice(payroll.command("run <month>").description(summaries.run), desk).action(
    async (month: string, given: OfficeOptions) => runPayroll(desk, await officeOf(desk, given), month),
  );
  withOffice(payroll.command("show <run>").description(more.showRun), desk).action(
    async (run: string, given: OfficeOptions) => showRun(desk, await officeOf(desk, given), run),
  );
  withOffice(payroll.command("resume <run>").description(more.resumeRun), desk).action(
    async (run: string, given: OfficeOptions) => resumeRun(desk, await officeOf(desk, given), run),
  );
  const reverse = payroll
    .command("reverse <porte> <month>")
    .description(more.reversePayslip)
    .requiredOption("--reason <text>", options.reversalReason);
  withOffice(reverse, desk).action(async (porte: string, month: string, given: OfficeOptions & { reason: string }) =>
    reversePayslip(desk, await officeOf(desk, given), { porte, month, reason: given.reason }),
  );
  withOffice(withFrom(payroll.command("profile [file]").description(summaries.profile), desk), desk).action(
    async (file: string | undefined, given: OfficeOptions & FromOptions) =>
      payrollProfile(desk, await officeOf(desk, given), file, given),
  );
}

async function runPayroll(desk: Desk, office: Office, typed: string): Promise<void> {
  const month = parseMonth(typed, dayInParis(desk.now()));
  const run = await actAsync(office, "runPayroll", { body: { month } });
  await followRun(desk, office, run.id);
}

async function resumeRun(desk: Desk, office: Office, runId: string): Promise<void> {
  const run = await act(office, "resumePayrollRun", { params: { runId } });
  await followRun(desk, office, run.id);
}

/** @throws {PorteError} `company.not_found` where no payslip of the month stands. */
async function reversePayslip(
  desk: Desk,
  office: Office,
  { porte, month: typed, reason }: { readonly porte: string; readonly month: string; readonly reason: string },
): Promise<void> {
  const month = parseMonth(typed, dayInParis(desk.now()));
  const kept = await list(office.line, "listPortePayslips", { query: { porteEmail: porte } });
  const standing = kept.find(({ payslip, reversal }) => payslip.month === month && reversal === null);
  if (standing === undefined) throw new PorteError("company.not_found", { what: month });
  const params = { payslipId: standing.payslip.id };
  const reversed = await act(office, "reversePayslip", { params, body: { reason } });
  const { format, staff } = desk.say;
  desk.show(reversed, [
    staff.payslipReversed(reversed.owner.name, format.month(month), format.euros(reversed.balanceCents)),
  ]);
}
