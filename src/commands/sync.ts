import type { Context } from "../cli/context.ts";
import { deliverAll } from "../flows/activity/outbox.ts";
import { remoteReport } from "../flows/activity/reports.ts";
import { reportJson } from "../view/report.ts";
import { syncedLines } from "./send-queued.ts";

/**
 * Sends every month that is queued.
 * @throws {PorteError} the first reason for which a month still waits, once all were tried.
 */
export async function run(
  context: Pick<Context, "say" | "session" | "wait" | "words" | "tell" | "show">,
): Promise<void> {
  const synced = await context.wait(deliverAll(await context.session()));
  const { sync } = context.say;
  const result = {
    sent: synced.sent.map(({ report, isNew }) => ({ ...reportJson(remoteReport(report)), sent: isNew })),
    waiting: synced.waiting.map(({ month, failure }) => ({ month, error: context.tell(failure) })),
  };
  context.show(result, () => syncedLines(context, synced).join("\n") || sync.nothing);
  const [first] = synced.waiting;
  if (first !== undefined) throw first.failure;
}
