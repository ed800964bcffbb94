import type { Context } from "../../cli/context.ts";
import type { Day } from "../../domain/calendar.ts";
import { clientDetails } from "../../domain/contracts/client-details.ts";
import { assertDayOrder } from "../../domain/day-order.ts";
import { given } from "../../domain/given.ts";
import type { Cents } from "../../domain/money.ts";
import { addMission, type MissionFacts } from "../../flows/local/missions.ts";
import { proposeMission } from "../../flows/missions.ts";
import { showProposal } from "./proposed.ts";
import { type ShowsWritten, showWritten } from "./written.ts";

interface Input extends MissionFacts {
  readonly reference: string;
  readonly client: string;
  readonly tjm: Cents;
  readonly from: Day;
  readonly agreedOn?: Day;
}

/**
 * Proposes a mission to the company, or writes it down where there is none.
 * @throws {PorteError} `usage.day_order`, the company's refusals, `local.mission_exists`.
 */
export async function run(
  context: ShowsWritten & Pick<Context, "session" | "wait">,
  { reference, client, tjm, from, to, title, ...input }: Input,
): Promise<void> {
  const { daysOrdered, purchaseOrder, place, skills, equipment, agreedOn } = input;
  const named = reference.toUpperCase();
  assertDayOrder(from, to, "--to");
  const session = await context.session();
  if (session.isLocal) {
    const facts = given({ title, to, daysOrdered, purchaseOrder, place, skills, equipment });
    const mission = await addMission(session, named, { ...clientDetails(input), ...facts, client, tjm, from });
    return showWritten(context, session, mission, context.say.sheet.missionAdded(mission.reference));
  }
  const body = {
    reference: named,
    client: { name: client, ...clientDetails(input) },
    title: title ?? named,
    start: from,
    end: to ?? null,
    dailyRateCents: tjm,
    ...given({ daysOrdered, purchaseOrder, place, skills, equipment, agreedOn }),
  };
  const proposal = await context.wait(proposeMission(session, body));
  showProposal(context, proposal, context.say.proposals.proposed(proposal.reference));
}
