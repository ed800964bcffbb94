import type { Command } from "commander";
import type { Context } from "../../cli/context.ts";
import { type Month, monthOf, parseMonth } from "../../domain/calendar.ts";

/** `porte expenses export [month]`. */
export function registerExport(expenses: Command, context: Context): void {
  const { expenses: help } = context.say.help;
  expenses
    .command("export")
    .description(help.export)
    .argument("[month]", help.exportMonth, (text: string) => parseMonth(text, context.today()))
    .requiredOption("--csv <file>", help.exportCsv)
    .action((month: Month | undefined, { csv }: { csv: string }) => run(context, month, csv));
}

/** Saves a month's expenses for one's own records: whole, or not at all. */
async function run(context: Context, asked: Month | undefined, csv: string): Promise<void> {
  const [{ exportCsv }, session] = await Promise.all([import("../../flows/expenses/export.ts"), context.session()]);
  const month = asked ?? monthOf(context.today());
  const { file, expenses } = await context.wait(exportCsv(session, month, csv));
  context.show({ month, file, expenses: expenses.length }, () => context.say.expenses.exported(expenses.length, file));
}
