import type { Command } from "commander";
import type { Context } from "../../cli/context.ts";
import { type Month, monthOf, parseMonth } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import type { DossierExpense } from "../../flows/expenses/dossier.ts";

interface ExportOptions {
  readonly csv?: string;
  readonly pdf?: string;
}

/** `porte expenses export [month]`. */
export function registerExport(expenses: Command, context: Context): void {
  const { expenses: help } = context.say.help;
  expenses
    .command("export")
    .description(help.export)
    .argument("[month]", help.exportMonth, (text: string) => parseMonth(text, context.today()))
    .option("--csv <file>", help.exportCsv)
    .option("--pdf <file>", help.exportPdf)
    .action((month: Month | undefined, options: ExportOptions) => run(context, month, options));
}

/** Saves a month's expenses for one's own records: each file whole, or not at all. */
async function run(context: Context, asked: Month | undefined, { csv, pdf }: ExportOptions): Promise<void> {
  if (csv === undefined && pdf === undefined)
    throw new PorteError("usage.missing_option", { option: "--csv, --pdf", command: "porte expenses export" });
  const session = await context.session();
  const month = asked ?? monthOf(context.today());
  const { expenses: words, categories, format } = context.say;
  const saved: { file: string; expenses: number }[] = [];
  if (csv !== undefined) {
    const { exportCsv } = await import("../../flows/expenses/export.ts");
    const { file, expenses } = await context.wait(exportCsv(session, month, csv));
    saved.push({ file, expenses: expenses.length });
  }
  if (pdf !== undefined) {
    const { saveDossier } = await import("../../flows/expenses/dossier.ts");
    const dossier = {
      title: words.dossier(format.month(month)),
      line: ({ date, category, amountCents, mission, note }: DossierExpense) =>
        [format.day(date), categories[category], format.euros(amountCents), mission, note]
          .filter((part) => part !== null)
          .join(" · "),
      total: (cents: number) => `${words.total} ${format.euros(cents)}`,
      notDrawn: words.notDrawn,
    };
    const { file, expenses } = await context.wait(saveDossier(session, month, pdf, dossier));
    saved.push({ file, expenses });
  }
  context.show({ month, files: saved.map(({ file }) => file), expenses: saved[0]?.expenses ?? 0 }, () =>
    saved.map(({ file, expenses }) => words.exported(expenses, file)).join("\n"),
  );
}
