import type { Context } from "../../cli/context.ts";
import type { Day, Month } from "../../domain/calendar.ts";
import type { Mark } from "../../domain/local/filed.ts";
import { remoteReport } from "../../flows/activity/reports.ts";
import { markMonth } from "../../flows/local/mark-month.ts";
import { assertLocal } from "../../flows/local/only-local.ts";
import { evidenceLines } from "../../view/delivery.ts";
import { reportJson } from "../../view/report.ts";

interface Input {
  readonly month: Month;
  readonly what: Mark;
  readonly file?: string;
  readonly reason?: string;
  readonly on?: Day;
}

/** Notes what became of a month that left as a document, with the file that shows it. */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "show">,
  { month, what, file, reason, on }: Input,
): Promise<void> {
  const session = await context.session();
  assertLocal(session, "declare mark");
  const { report, proof, read } = await context.wait(markMonth(session, month, { mark: what, file, reason, on }));
  const { deliveries, format } = context.say;
  context.show({ ...reportJson(remoteReport(report)), proof, read }, () =>
    [
      deliveries.markedMonth(format.month(month), deliveries.marked[what]),
      ...evidenceLines(context, { read, proof }),
    ].join("\n"),
  );
}
