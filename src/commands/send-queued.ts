import type { Context } from "../cli/context.ts";
import type { Synced } from "../flows/activity/outbox.ts";
import { deliverQueued } from "../flows/activity/queued.ts";
import { failureOf } from "../flows/local/failure-of.ts";
import type { Session } from "../flows/session.ts";
import { deliveryLine } from "../view/delivery.ts";

/** What sending what is queued, and saying so, uses of a run. */
export type SendsQueued = Pick<Context, "say" | "look" | "wait" | "remark" | "words">;

/** Sends what earlier commands queued, before another one shows how things stand; what still waits is said, and stays. */
export async function sendQueued(context: SendsQueued, session: Session): Promise<void> {
  if (session.machine.reads === "cached") return;
  const synced = await context.wait(deliverQueued(session));
  if (synced === null) return;
  for (const line of syncedLines(context, synced)) context.remark(line, "queued");
}

/** Says of each month that was queued whether it was sent. */
export function syncedLines(
  { say, look, words }: Pick<Context, "say" | "look" | "words">,
  { sent, waiting }: Synced,
): string[] {
  const { sync, deliveries, format } = say;
  return [
    ...sent.flatMap(({ report: { month, version, delivery = null } }) => {
      if (delivery?.state === "prepared")
        return [deliveries.ready(format.month(month)), deliveryLine(look, delivery), deliveries.nextSent(month)];
      const failure = delivery === null ? null : failureOf(delivery);
      return failure === null ? sync.sent(format.month(month), version) : words(failure);
    }),
    ...waiting.map(({ month, failure }) => sync.waits(format.month(month), words(failure))),
  ];
}
