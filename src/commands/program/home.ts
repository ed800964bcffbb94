import type { Context } from "../../cli/context.ts";
import { isBegun } from "../../flows/profile-in-use.ts";
import { firstStepsJson, firstStepsText } from "../../view/first-steps.ts";
import { type ShowsStatus, run as showStatus } from "../status.ts";

/** Shows where its person stands; before anything was said, what can be done already. */
export async function run(context: ShowsStatus & Pick<Context, "machine">): Promise<void> {
  if (await isBegun(context.machine())) return showStatus(context);
  context.show(firstStepsJson(context.look), () => firstStepsText(context.look));
}
