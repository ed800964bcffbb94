import type { Command } from "commander";
import type { Context } from "../cli/context.ts";
import type { Synced } from "../flows/activity/outbox.ts";
import type { Session } from "../flows/session.ts";

/** `porte sync`: sends what waits on this machine. */
export function register(sync: Command, context: Context): void {
  sync.action(() => run(context));
}

/**
 * Sends every month that is queued.
 * @throws {PorteError} the first reason for which a month still waits, once all were tried.
 */
export async function run(context: Context): Promise<void> {
  const [{ deliverAll }, { heldReport }, { reportJson }, session] = await Promise.all([
    import("../flows/activity/outbox.ts"),
    import("../flows/activity/reports.ts"),
    import("../view/report.ts"),
    context.session(),
  ]);
  const synced = await context.wait(deliverAll(session));
  const { sync } = context.say;
  const result = {
    sent: synced.sent.map(({ report, isNew }) => ({ ...reportJson(heldReport(report)), sent: isNew })),
    waiting: synced.waiting.map(({ month, failure }) => ({ month, error: context.tell(failure) })),
  };
  context.show(result, () => linesOf(context, synced).join("\n") || sync.nothing);
  const [first] = synced.waiting;
  if (first !== undefined) throw first.failure;
}

/** Sends what earlier commands queued, before another one shows how things stand; what still waits is said, and stays. */
export async function sendQueued(context: Context, session: Session): Promise<void> {
  const { hasQueued } = await import("../flows/activity/queued.ts");
  if (!(await hasQueued(session))) return;
  const { deliverAll } = await import("../flows/activity/outbox.ts");
  for (const line of linesOf(context, await context.wait(deliverAll(session)))) context.remark(line, "queued");
}

function linesOf(context: Context, { sent, waiting }: Synced): string[] {
  const { sync, format } = context.say;
  return [
    ...sent.map(({ report }) => sync.sent(format.month(report.month), report.version)),
    ...waiting.map(({ month, failure }) => sync.waits(format.month(month), context.words(failure))),
  ];
}
