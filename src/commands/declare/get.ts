import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { saveReport } from "../../flows/activity/versions.ts";

/** Saves the signed month as a PDF, for the client. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "show">,
  { month, pdf }: { readonly month: Month; readonly pdf: string },
): Promise<void> {
  const saved = await context.wait(saveReport(await context.session(), month, pdf));
  context.show({ month, ...saved }, () => context.say.declare.saved(saved.file));
}
