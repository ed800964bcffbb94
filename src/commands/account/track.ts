import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { trackMoney } from "../../flows/money.ts";
import { trackedJson, trackedText } from "../../view/money.ts";

/** Shows where the money of each month is: declared, approved, invoiced, late, collected or paid. */
export async function run(
  context: Pick<Context, "look" | "session" | "wait" | "show">,
  { month }: { readonly month?: Month },
): Promise<void> {
  const tracked = await context.wait(trackMoney(await context.session(), month));
  context.show(trackedJson(tracked), () => trackedText(context.look, tracked));
}
