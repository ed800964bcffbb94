import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { findReport } from "../../flows/activity/reports.ts";
import { reportJson, reportText } from "../../view/report.ts";
import { type SendsQueued, sendQueued } from "../send-queued.ts";

/** Shows one month's report. */
export async function run(
  context: SendsQueued & Pick<Context, "look" | "ownSession" | "show">,
  { month }: { readonly month: Month },
): Promise<void> {
  const session = await context.ownSession();
  await sendQueued(context, session);
  const report = await context.wait(findReport(session, month));
  context.show(reportJson(report), () => reportText(context.look, report));
}
