import type { Context } from "../../cli/context.ts";
import { missionNamed } from "../../domain/mission.ts";
import { USUAL_DAY_HOURS } from "../../domain/working-time.ts";
import { Settings } from "../../store/settings.ts";
import { missionJson, missionText } from "../../view/missions.ts";

/** Shows one mission. @throws {PorteError} `activity.unknown_mission`. */
export async function run(
  context: Pick<Context, "look" | "session" | "wait" | "show">,
  { reference }: { readonly reference: string },
): Promise<void> {
  const { reader, machine, profile } = await context.session();
  const mission = missionNamed(await context.wait(reader.missions()), reference);
  const dayHours = new Settings(machine.folders).dayLengths(profile)[mission.reference] ?? USUAL_DAY_HOURS;
  context.show({ ...missionJson(mission), dayHours }, () => missionText(context.look, mission, dayHours));
}
