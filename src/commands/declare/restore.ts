import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { restoreVersion } from "../../flows/activity/versions.ts";
import { versionJson } from "../../view/report.ts";

/** Takes a version of a month as a draft, and sends nothing. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "show">,
  { month, version }: { readonly month: Month; readonly version: number },
): Promise<void> {
  const restored = await context.wait(restoreVersion(await context.session(), month, version));
  const { declare, format } = context.say;
  context.show({ month, state: "draft", ...versionJson(restored) }, () =>
    declare.restored(format.month(month), version),
  );
}
