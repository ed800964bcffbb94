import type { Context } from "../../cli/context.ts";
import { listReports } from "../../flows/activity/reports.ts";
import { reportJson, reportsText } from "../../view/report.ts";
import { type SendsQueued, sendQueued } from "../send-queued.ts";

/** Lists the reports. */
export async function run(
  context: SendsQueued & Pick<Context, "look" | "ownSession" | "note" | "show">,
): Promise<void> {
  const session = await context.ownSession();
  await sendQueued(context, session);
  const reports = await context.wait(listReports(session));
  if (reports.length === 0) context.note(context.say.declare.none);
  context.show(
    () => ({ reports: reports.map(reportJson) }),
    () => (reports.length === 0 ? "" : reportsText(context.look, reports)),
  );
}
