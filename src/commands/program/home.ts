import type { Context } from "../../cli/context.ts";
import { isConnected } from "../../flows/profile-in-use.ts";
import { firstStepsJson, firstStepsText } from "../../view/first-steps.ts";
import { type ShowsStatus, run as showStatus } from "../status.ts";

/** Shows where its person stands; before there is a company, what can be done already. */
export async function run(context: ShowsStatus & Pick<Context, "machine">): Promise<void> {
  if (isConnected(context.machine())) return showStatus(context);
  context.show(firstStepsJson(context.look), () => firstStepsText(context.look));
}
