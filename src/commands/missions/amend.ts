import type { Context } from "../../cli/context.ts";
import type { Day } from "../../domain/calendar.ts";
import type { Cents } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { proposeAmendment } from "../../flows/missions.ts";
import { showProposal } from "./proposed.ts";

interface Input {
  readonly reference: string;
  readonly agreedOn: Day;
  readonly tjm?: Cents;
  readonly from?: Day;
  readonly to?: Day;
  readonly daysOrdered?: number;
  readonly purchaseOrder?: string;
}

/** Tells the company what was agreed anew with a client. @throws {PorteError} `mission.nothing_changed`, `activity.unknown_mission`. */
export async function run(
  context: Pick<Context, "say" | "look" | "session" | "wait" | "note" | "show">,
  { reference, agreedOn, tjm, from, to, daysOrdered, purchaseOrder }: Input,
): Promise<void> {
  const changes = {
    ...(tjm === undefined ? {} : { dailyRateCents: tjm }),
    ...(to === undefined ? {} : { end: to }),
    ...(daysOrdered === undefined ? {} : { daysOrdered }),
    ...(purchaseOrder === undefined ? {} : { purchaseOrder }),
  };
  if (Object.keys(changes).length === 0) throw new PorteError("mission.nothing_changed", {});
  const body = { agreedOn, ...changes, ...(from === undefined ? {} : { from }) };
  const onKept = () => context.note(context.say.proposals.priceKept);
  const session = await context.session();
  if (session.isLocal) throw new PorteError("local.no_other_end", { operation: "proposeAmendment" });
  const proposal = await context.wait(proposeAmendment(session, reference, body, onKept));
  showProposal(context, proposal, context.say.proposals.amended(proposal.reference));
}
