import type { Context } from "../../cli/context.ts";
import { editMission, type MissionFacts } from "../../flows/local/missions.ts";
import { assertWritable, type ShowsWritten, showWritten } from "./written.ts";

interface Input extends MissionFacts {
  readonly reference: string;
}

/** Changes a mission that was written down here. @throws {PorteError} `activity.unknown_mission`, `local.to_amend`, `local.nothing_said`. */
export async function run(
  context: ShowsWritten & Pick<Context, "session">,
  { reference, ...facts }: Input,
): Promise<void> {
  const session = await context.session();
  assertWritable(session, reference);
  const mission = await editMission(session, reference, facts);
  await showWritten(context, session, mission, context.say.sheet.missionChanged(mission.reference));
}
