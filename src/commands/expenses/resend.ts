import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { failureOf } from "../../flows/local/failure-of.ts";
import { assertLocal } from "../../flows/local/only-local.ts";
import { resendDossiers } from "../../flows/local/submit-expenses.ts";
import { deliveryText } from "../../view/delivery.ts";
import { dossierJson } from "../../view/sent-dossier.ts";

/** Sends the expenses of a month again just as they left. @throws {PorteError} `delivery.*` where nobody knows whether they arrived. */
export async function run(
  context: Pick<Context, "say" | "look" | "session" | "wait" | "show">,
  { month }: { readonly month: Month },
): Promise<void> {
  const session = await context.session();
  assertLocal(session, "expenses resend");
  const dossiers = await context.wait(resendDossiers(session, month));
  const { expenses: words, format } = context.say;
  const failures = dossiers.flatMap(({ delivery }) => {
    const again = delivery.reason !== null && delivery.state === "delivered";
    return failureOf(again ? { ...delivery, state: "unknown" } : delivery) ?? [];
  });
  context.show({ month, dossiers: dossiers.map(dossierJson) }, () =>
    [
      ...(failures.length === 0 ? [words.resent(format.month(month))] : []),
      ...dossiers.map(({ delivery }) => deliveryText(context.look, delivery)),
    ].join("\n"),
  );
  const [first] = failures;
  if (first !== undefined) throw first;
}
