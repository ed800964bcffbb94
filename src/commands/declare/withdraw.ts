import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { withdraw } from "../../flows/activity/versions.ts";
import { reportJson } from "../../view/report.ts";

/** Takes back a month that was sent, as long as nobody decided, or one that waits here to be sent. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "show">,
  { month }: { readonly month: Month },
): Promise<void> {
  const { report, isFromCompany } = await context.wait(withdraw(await context.session(), month));
  const { declare, format } = context.say;
  context.show(reportJson(report), () => (isFromCompany ? declare.withdrawn : declare.unqueued)(format.month(month)));
}
