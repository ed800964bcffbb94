import type { Context } from "../cli/context.ts";
import { PorteError } from "../errors.ts";
import { overview } from "../flows/overview.ts";
import { statusJson, statusText } from "../view/status.ts";
import { tellConflicts } from "./conflicts.ts";
import { type SendsQueued, sendQueued } from "./send-queued.ts";
import type { Watches } from "./status-watch.ts";

/** What is typed. */
interface StatusOptions {
  readonly check?: true;
  readonly watch?: true;
  readonly ics?: string;
}

/** What showing how things stand uses of a run. */
export type ShowsStatus = SendsQueued & Watches & Pick<Context, "session">;

/**
 * Shows what needs the porté, what waits for others, where the money stands.
 * @throws {PorteError} `check.todo` with `--check` where something needs the porté.
 */
export async function run(context: ShowsStatus, { check, watch, ics }: StatusOptions = {}): Promise<void> {
  if (watch === true) return (await import("./status-watch.ts")).run(context);
  const session = await context.session();
  await sendQueued(context, session);
  tellConflicts(context, session);
  if (ics !== undefined) return (await import("./status-ics.ts")).run(context, session, ics);
  const seen = await context.wait(overview(session));
  const { machine } = session;
  const asOf = machine.now().toISOString();
  context.show(statusJson(seen, asOf), () => statusText(context.look, seen, machine.today()));
  if (check === true && seen.todo.length > 0) throw new PorteError("check.todo", { count: seen.todo.length });
}
