import type { Context } from "../../cli/context.ts";
import type { Day } from "../../domain/calendar.ts";
import { editMission } from "../../flows/local/missions.ts";
import { assertWritable, type ShowsWritten, showWritten } from "./written.ts";

interface Input {
  readonly reference: string;
  /** Its last day; today's where nobody says. */
  readonly on?: Day;
}

/** Ends a mission that was written down here. @throws {PorteError} `activity.unknown_mission`, `local.to_amend`, `local.mission_days`. */
export async function run(
  context: ShowsWritten & Pick<Context, "session" | "today">,
  { reference, on }: Input,
): Promise<void> {
  const session = await context.session();
  assertWritable(session, reference);
  const last = on ?? context.today();
  const mission = await editMission(session, reference, { to: last });
  const { sheet, format } = context.say;
  await showWritten(context, session, mission, sheet.missionEnded(mission.reference, format.day(last)));
}
