import type { Context } from "../../cli/context.ts";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { proofOf } from "../../flows/activity/proof.ts";
import { type OwnProof, ownProofOf } from "../../flows/local/own-proof.ts";
import { isLocalProfile, ownerOf } from "../../flows/session.ts";
import { ownProofJson, ownProofText } from "../../view/delivery.ts";
import { proofJson, proofText } from "../../view/proof.ts";

/**
 * Verifies the company's receipt of a month with what this machine keeps, without a network.
 * @throws {PorteError} `check.found` where it does not hold.
 */
export async function run(
  context: Pick<Context, "look" | "machine" | "show">,
  { month }: { readonly month: Month },
): Promise<void> {
  const machine = context.machine();
  const owner = await ownerOf(machine);
  if (isLocalProfile(machine)) return showOwn(context, await ownProofOf(owner, month));
  const found = await proofOf(owner, month);
  context.show(proofJson(found), () => proofText(context.look, found));
  if (found.faults.length > 0) throw new PorteError("check.found", { count: found.faults.length });
}

/** Shows what left and what became of it, with the files that are no longer what they were. */
function showOwn(context: Pick<Context, "look" | "show">, found: OwnProof): void {
  context.show(ownProofJson(found), () => ownProofText(context.look, found));
  if (found.faults.length > 0) throw new PorteError("check.found", { count: found.faults.length });
}
