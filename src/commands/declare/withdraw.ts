import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { withdraw } from "../../flows/activity/versions.ts";
import { reportJson } from "../../view/report.ts";

/** Takes back a month that was sent, as long as nobody decided, or one that waits here to be sent. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "show">,
  { month }: { readonly month: Month },
): Promise<void> {
  const session = await context.session();
  const { report, isFromCompany } = await context.wait(withdraw(session, month));
  const { declare, deliveries, format } = context.say;
  const withdrawn = session.isLocal ? deliveries.withdrawn : declare.withdrawn;
  context.show(reportJson(report), () => (isFromCompany ? withdrawn : declare.unqueued)(format.month(month)));
}
