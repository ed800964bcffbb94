import type { Context } from "../../cli/context.ts";
import { listedPayslips } from "../../flows/papers/filed.ts";
import { summariesText, summaryJson } from "../../view/payslips.ts";

/** Lists the payslips, latest first. */
export async function run(
  context: Pick<Context, "say" | "look" | "session" | "wait" | "note" | "show">,
): Promise<void> {
  const payslips = await context.wait(listedPayslips(await context.session()));
  if (payslips.length === 0) context.note(context.say.payslips.none);
  context.show({ payslips: payslips.map(summaryJson) }, () =>
    payslips.length === 0 ? "" : summariesText(context.look, payslips),
  );
}
