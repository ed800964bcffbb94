import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { remoteReport } from "../../flows/activity/reports.ts";
import { withdraw } from "../../flows/activity/versions.ts";
import { reportJson } from "../../view/report.ts";

/** Takes back a month that was sent, as long as nobody decided. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "show">,
  { month }: { readonly month: Month },
): Promise<void> {
  const report = await context.wait(withdraw(await context.session(), month));
  const { declare, format } = context.say;
  context.show(reportJson(remoteReport(report)), () => declare.withdrawn(format.month(month)));
}
