import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { remoteReport } from "../../flows/activity/reports.ts";
import { assertLocal } from "../../flows/local/only-local.ts";
import { resendMonth } from "../../flows/local/send-client.ts";
import { deliveryText } from "../../view/delivery.ts";
import { reportJson } from "../../view/report.ts";

/** Sends a month again just as it left. */
export async function run(
  context: Pick<Context, "say" | "look" | "session" | "wait" | "show">,
  { month }: { readonly month: Month },
): Promise<void> {
  const session = await context.session();
  assertLocal(session, "declare resend");
  const { report, delivery } = await context.wait(resendMonth(session, month));
  const { deliveries, format } = context.say;
  context.show(reportJson(remoteReport(report)), () =>
    [deliveries.resent(format.month(month)), deliveryText(context.look, delivery)].join("\n"),
  );
}
