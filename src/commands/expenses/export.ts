import type { Context } from "../../cli/context.ts";
import { type Month, monthOf } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { type DossierFacts, saveDossier } from "../../flows/expenses/dossier.ts";
import { exportCsv } from "../../flows/expenses/export.ts";
import { fileToWrite, type NamedFile } from "../../flows/tidy-file.ts";
import { dossierSummary } from "../../view/dossier.ts";
import { sheetForm } from "../../view/expense-sheet.ts";

interface Input {
  readonly month?: Month;
  readonly csv?: NamedFile;
  readonly pdf?: NamedFile;
}

/** Saves a month's expenses for one's own records: each file whole, or not at all. */
export async function run(
  context: Pick<Context, "say" | "lang" | "today" | "session" | "wait" | "show">,
  { month: asked, csv, pdf }: Input,
): Promise<void> {
  const month = asked ?? monthOf(context.today());
  if (csv === undefined && pdf === undefined) throw new PorteError("expense.no_file", { month });
  const session = await context.session();
  const { expenses: words } = context.say;
  const saved: { file: string; expenses: number }[] = [];
  if (csv !== undefined) {
    const named = await context.wait(fileToWrite(session, csv, { month, word: words.fileWord, end: "csv" }));
    const { file, expenses } = await context.wait(exportCsv(session, month, named, sheetForm(context)));
    saved.push({ file, expenses: expenses.length });
  }
  if (pdf !== undefined) {
    const dossier = {
      summary: (facts: DossierFacts) => dossierSummary(context, facts),
      notDrawn: words.notDrawn,
    };
    const named = await context.wait(fileToWrite(session, pdf, { month, word: words.fileWord, end: "pdf" }));
    const { file, expenses } = await context.wait(saveDossier(session, month, named, dossier));
    saved.push({ file, expenses });
  }
  context.show({ month, files: saved.map(({ file }) => file), expenses: saved[0]?.expenses ?? 0 }, () =>
    saved.map(({ file, expenses }) => words.exported(expenses, file)).join("\n"),
  );
}
