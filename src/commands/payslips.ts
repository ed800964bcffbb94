import type { Command } from "commander";
import type { Context } from "../cli/context.ts";
import { type Month, parseMonth } from "../domain/calendar.ts";
import { fullPayslipJson, fullPayslipText, summariesText, summaryJson } from "../view/payslips.ts";

/** `porte payslips list|get`. */
export function register(payslips: Command, context: Context): void {
  const { help } = context.say;
  const month = (text: string) => parseMonth(text, context.today());
  payslips
    .command("list", { isDefault: true })
    .description(help.payslips.list)
    .action(() => list(context));
  payslips
    .command("get")
    .description(help.payslips.get)
    .argument("<month>", help.payslips.month, month)
    .option("--pdf <file>", help.payslips.pdf)
    .action((asked: Month, options: { pdf?: string }) =>
      options.pdf === undefined ? show(context, asked) : save(context, asked, options.pdf),
    );
}

/** Lists the payslips, latest first. */
export async function list(context: Context): Promise<void> {
  const { company } = await context.session();
  const payslips = await context.wait(company.payslips());
  if (payslips.length === 0) context.note(context.say.payslips.none);
  context.show({ payslips: payslips.map(summaryJson) }, () =>
    payslips.length === 0 ? "" : summariesText(context.look, payslips),
  );
}

/** Shows one payslip, line by line. */
export async function show(context: Context, month: Month): Promise<void> {
  const { company } = await context.session();
  const payslip = await context.wait(company.payslip(month));
  context.show(fullPayslipJson(context.look, payslip), () => fullPayslipText(context.look, payslip));
}

/** Saves a payslip's PDF: whole, or not at all. @throws {PorteError} `file.unwritable`. */
export async function save(context: Context, month: Month, file: string): Promise<void> {
  const [{ savePayslip }, session] = await Promise.all([import("../flows/payslips.ts"), context.session()]);
  const saved = await context.wait(savePayslip(session, month, file));
  context.show({ month, ...saved }, () => context.say.payslips.saved(saved.file));
}
