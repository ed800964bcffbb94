import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { remoteReport } from "../../flows/activity/reports.ts";
import { assertLocal } from "../../flows/local/only-local.ts";
import { sendToClient } from "../../flows/local/send-client.ts";
import { deliveryJson, deliveryText } from "../../view/delivery.ts";
import { reportJson } from "../../view/report.ts";
import { followUp } from "./follow-up.ts";

interface Input {
  readonly month: Month;
  readonly for?: string;
  readonly to?: string;
}

/** Sends the signed month to its client, to be signed there. */
export async function run(
  context: Pick<Context, "say" | "look" | "session" | "wait" | "show" | "note" | "openFile">,
  { month, for: mission, to }: Input,
): Promise<void> {
  const session = await context.session();
  assertLocal(session, "declare send-client");
  const { report, delivery } = await context.wait(sendToClient(session, month, { mission, to }));
  const { deliveries, format } = context.say;
  const said = delivery.state === "delivered" ? deliveries.clientSent : deliveries.clientReady;
  context.show({ ...reportJson(remoteReport(report)), client: deliveryJson(delivery) }, () =>
    [said(format.month(month)), deliveryText(context.look, delivery)].join("\n"),
  );
  await followUp(context, delivery);
}
