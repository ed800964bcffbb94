import { addMission, type MissionInput } from "../../../flows/staff/missions.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { itemLine } from "../../../view/staff/items.ts";
import { type Connecting, connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";

type Input = ConnectionInput & MissionInput;

/** Adds a mission. */
export async function run(context: Connecting & Pick<StaffContext, "show">, input: Input): Promise<void> {
  const item = await addMission(await connect(context, input), input);
  context.show(item, () => context.say.administration.added(itemLine(context.say, item)));
}
