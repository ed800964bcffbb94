import type { Context } from "../cli/context.ts";
import { overview } from "../flows/overview.ts";
import { statusJson, statusText } from "../view/status.ts";
import { type SendsQueued, sendQueued } from "./send-queued.ts";

/** Shows what needs the porté, what waits for others, where the money stands. */
export async function run(context: SendsQueued & Pick<Context, "look" | "session" | "show">): Promise<void> {
  const session = await context.session();
  await sendQueued(context, session);
  const seen = await context.wait(overview(session));
  const { machine } = session;
  context.show(statusJson(seen, machine.now().toISOString()), () => statusText(context.look, seen, machine.today()));
}
