import type { Context } from "../../cli/context.ts";
import { isConnected } from "../../flows/profile-in-use.ts";
import { firstStepsJson, firstStepsText } from "../../view/first-steps.ts";
import type { SendsQueued } from "../send-queued.ts";
import { run as showStatus } from "../status.ts";

/** Shows where its person stands; before there is a company, what can be done already. */
export async function run(
  context: SendsQueued & Pick<Context, "look" | "machine" | "session" | "show">,
): Promise<void> {
  if (isConnected(context.machine())) return showStatus(context);
  context.show(firstStepsJson(context.look), () => firstStepsText(context.look));
}
