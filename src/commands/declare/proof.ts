import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { proofOf } from "../../flows/activity/proof.ts";
import { ownerOf } from "../../flows/session.ts";
import { proofJson, proofText } from "../../view/proof.ts";

/**
 * Verifies the company's receipt of a month with what this machine keeps, without a network.
 * @throws {PorteError} `check.found` where it does not hold.
 */
export async function run(
  context: Pick<Context, "look" | "machine" | "show">,
  { month }: { readonly month: Month },
): Promise<void> {
  const found = await proofOf(await ownerOf(context.machine()), month);
  context.show(proofJson(found), () => proofText(context.look, found));
  if (found.faults.length > 0) throw new PorteError("check.found", { count: found.faults.length });
}
