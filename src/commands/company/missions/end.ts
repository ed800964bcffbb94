import type { Day } from "../../../domain/calendar.ts";
import { endMission } from "../../../flows/staff/missions.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { itemLine } from "../../../view/staff/items.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

interface Input extends ConnectionInput {
  readonly porte: string;
  readonly on: Day;
  readonly mission: string;
}

/** Ends a mission of a porté. @throws {PorteError} `company.not_found`. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const ended = await endMission(await connect(context, input), input);
  context.show(ended, () => context.say.administration.ended(itemLine(context.say, ended)));
}
