import type { Context } from "../cli/context.ts";
import type { Month } from "../domain/calendar.ts";
import { deliverAll, type Synced } from "../flows/activity/outbox.ts";
import { monthsHere } from "../flows/activity/queued.ts";
import { remoteReport } from "../flows/activity/reports.ts";
import type { Session } from "../flows/session.ts";
import { deliveryJson, deliveryLine } from "../view/delivery.ts";
import { reportJson } from "../view/report.ts";
import { tellConflicts } from "./conflicts.ts";
import { assertArrived } from "./declare/arrived.ts";
import { syncedLines } from "./send-queued.ts";

/**
 * Sends every month that is queued.
 * @throws {PorteError} the first reason for which a month still waits, once all were tried.
 */
export async function run(
  context: Pick<Context, "say" | "look" | "session" | "wait" | "words" | "tell" | "remark" | "show">,
): Promise<void> {
  const session = await context.session();
  tellConflicts(context, session);
  const synced = await context.wait(deliverAll(session));
  const drafts = await monthsHere(session, "draft");
  const result = {
    sent: synced.sent.map(({ report, isNew }) => ({ ...reportJson(remoteReport(report)), sent: isNew })),
    waiting: synced.waiting.map(({ month, failure }) => ({ month, error: context.tell(failure) })),
    deliveries: (synced.deliveries ?? []).map(deliveryJson),
    drafts,
  };
  context.show(result, () => linesOf(context, session, synced, drafts).join("\n"));
  const [first] = synced.waiting;
  if (first !== undefined) throw first.failure;
  for (const { report } of synced.sent) assertArrived(report.delivery ?? null);
  for (const delivery of synced.deliveries ?? []) assertArrived(delivery);
}

/** What became of what was queued; what is only typed is said, since nothing sends it. */
function linesOf(
  context: Pick<Context, "say" | "look" | "words">,
  { isLocal }: Pick<Session, "isLocal">,
  synced: Synced,
  drafts: readonly Month[],
): string[] {
  const { sync, format } = context.say;
  const left = (synced.deliveries ?? []).map((one) => deliveryLine(context.look, one));
  const lines = [
    ...syncedLines(context, synced),
    ...left,
    ...drafts.map((month) => sync.draft(format.month(month), month)),
  ];
  return lines.length === 0 ? [isLocal ? sync.nothingHere : sync.nothing] : lines;
}
