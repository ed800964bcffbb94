import type { Command } from "commander";
import type { Context } from "../cli/context.ts";
import { missionNamed } from "../domain/mission.ts";
import { missionJson, missionsText, missionText } from "../view/missions.ts";

/** `porte missions list|show`. */
export function register(missions: Command, context: Context): void {
  const { help } = context.say;
  missions
    .command("list", { isDefault: true })
    .description(help.missions.list)
    .action(() => list(context));
  missions
    .command("show")
    .description(help.missions.show)
    .argument("<reference>", help.missions.reference)
    .action((reference: string) => show(context, reference));
}

/** Lists the missions. */
export async function list(context: Context): Promise<void> {
  const { company } = await context.session();
  const missions = await context.wait(company.missions());
  if (missions.length === 0) context.note(context.say.missions.none);
  context.show({ missions: missions.map(missionJson) }, () =>
    missions.length === 0 ? "" : missionsText(context.look, missions),
  );
}

/** Shows one mission. @throws {PorteError} `activity.unknown_mission`. */
export async function show(context: Context, reference: string): Promise<void> {
  const { company } = await context.session();
  const mission = missionNamed(await context.wait(company.missions()), reference);
  context.show(missionJson(mission), () => missionText(context.look, mission));
}
