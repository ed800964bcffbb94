import type { Context } from "../../cli/context.ts";
import { packageText, saveText } from "../../flows/simulation/report.ts";
import { reportHtml } from "../../view/simulation/report.ts";
import type { ShownSimulation } from "../../view/simulation/shown.ts";

/** Writes the report of a simulation, and gives its whole path. @throws {PorteError} `file.unwritable`. */
export async function writeReport(context: Context, shown: ShownSimulation, file: string): Promise<string> {
  const template = await packageText(context.packageFolder, "report.eta");
  const { lang, version } = context;
  const html = reportHtml(context.look, shown, { template, lang, version, today: context.today() });
  return saveText(file, html);
}
