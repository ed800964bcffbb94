import { createHash } from "node:crypto";
import layoutText from "../../templates/activity-report.json" with { type: "json" };
import { canonicalReport, type Kind, totalsOf } from "../domain/activity.ts";
import type { AlsoSent } from "../domain/local/sheet.ts";
import { reportMail as words } from "../i18n/fr/documents.ts";
import { fr } from "../i18n/fr.ts";
import { type PrintedReport, reportPdf } from "./report-pdf.ts";
import type { Layout } from "./sheet.ts";
import { timesheetCsv, timesheetXlsx } from "./timesheet.ts";

/** The layout of a month, where nobody has one of their own. */
export const USUAL_LAYOUT = layoutText as unknown as Layout;

/** A month that leaves as a document: what is printed, how it looks, and in which forms it goes. */
export interface MonthToPrint {
  readonly layout: Layout;
  readonly logo: Uint8Array | null;
  readonly printed: Omit<PrintedReport, "receipt" | "own">;
  /** The instant at which its porté signs it. */
  readonly signedAt: string;
  readonly replaces: number | null;
  readonly also: readonly AlsoSent[];
}

/** The letter that goes with a month. @param client whether it is for a client, who is asked to sign it. */
export function monthMail(
  { printed: { porte, report }, replaces }: Pick<MonthToPrint, "printed" | "replaces">,
  client: string | null,
): { readonly subject: string; readonly text: string } {
  const totals = Object.entries(totalsOf(report.days)).map(
    ([kind, count]) => `${fr.kinds[kind as Kind]} : ${fr.format.days(count)}`,
  );
  const facts = { month: fr.format.month(report.month), name: porte, version: report.version, replaces };
  return { subject: words.subject(facts), text: words.text({ ...facts, totals, client }) };
}

/** Draws a month in each of its forms, the PDF first. @param stem the name of each file, without its end. */
export async function monthPapers(
  { layout, logo, printed, signedAt, replaces, also }: MonthToPrint,
  stem: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> {
  const { month, days, restStatement } = printed.report;
  const own = { at: signedAt, hash: hashOf(canonicalReport(month, days, restStatement)), replaces };
  const papers = [
    { name: `${stem}.pdf`, bytes: await reportPdf({ layout, logo }, { ...printed, receipt: null, own }) },
  ];
  if (also.includes("csv")) papers.push({ name: `${stem}.csv`, bytes: await timesheetCsv(days) });
  if (also.includes("xlsx")) papers.push({ name: `${stem}.xlsx`, bytes: await timesheetXlsx(days, month) });
  return papers;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
