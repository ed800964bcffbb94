import type { Context } from "../../cli/context.ts";
import { USUAL_DAY_HOURS } from "../../domain/working-time.ts";
import { PorteError } from "../../errors.ts";
import { readMissions } from "../../flows/missions.ts";
import { Settings } from "../../store/settings.ts";
import { shownMissionJson, wholeMissionText } from "../../view/missions.ts";
import { watchText } from "../../view/watches.ts";

/** Shows one mission, with its client and its contracts. @throws {PorteError} `activity.unknown_mission`. */
export async function run(
  context: Pick<Context, "look" | "session" | "wait" | "note" | "show">,
  { reference }: { readonly reference: string },
): Promise<void> {
  const session = await context.session();
  const missions = await context.wait(readMissions(session));
  const found = missions.find(({ mission }) => mission.reference === reference.toUpperCase());
  const known = missions.map(({ mission }) => mission.reference);
  if (found === undefined) throw new PorteError("activity.unknown_mission", { mission: reference, missions: known });
  const { machine, profile } = session;
  const dayHours = new Settings(machine.folders).dayLengths(profile)[found.mission.reference] ?? USUAL_DAY_HOURS;
  context.show({ ...shownMissionJson(found), dayHours }, () => wholeMissionText(context.look, found, dayHours));
  for (const watch of found.watches) context.note(watchText(context.look, watch, found.mission.reference));
}
