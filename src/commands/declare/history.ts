import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { versionsOf } from "../../flows/activity/versions.ts";
import { versionsJson, versionsText } from "../../view/report.ts";

/** Shows every version of a month at the company. */
export async function run(
  context: Pick<Context, "look" | "session" | "wait" | "show">,
  { month }: { readonly month: Month },
): Promise<void> {
  const versions = await context.wait(versionsOf(await context.session(), month));
  context.show({ month, versions: versionsJson(versions) }, () => versionsText(context.look, month, versions));
}
