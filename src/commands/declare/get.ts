import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { saveReport } from "../../flows/activity/versions.ts";
import { fileToWrite, type NamedFile } from "../../flows/tidy-file.ts";

/** Saves the signed month as a PDF, for the client. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "show">,
  { month, pdf }: { readonly month: Month; readonly pdf: NamedFile },
): Promise<void> {
  const session = await context.session();
  const kind = { month, word: context.say.declare.fileWord, end: "pdf" } as const;
  const file = await context.wait(fileToWrite(session, pdf, kind));
  const saved = await context.wait(saveReport(session, month, file));
  context.show({ month, ...saved }, () => context.say.declare.saved(saved.file));
}
