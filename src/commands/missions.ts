import type { Command } from "commander";
import type { Context } from "../cli/context.ts";
import { missionNamed } from "../domain/mission.ts";
import { parseDayLength, USUAL_DAY_HOURS } from "../domain/working-time.ts";
import { LocalActs } from "../store/local-acts.ts";
import { Settings } from "../store/settings.ts";
import { missionJson, missionsText, missionText } from "../view/missions.ts";

/** `porte missions list|show|set`. */
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
  missions
    .command("set")
    .description(help.missions.set)
    .argument("<reference>", help.missions.reference)
    .requiredOption("--day-length <hours>", help.missions.dayLength, parseDayLength)
    .action((reference: string, { dayLength }: { dayLength: number }) => set(context, reference, dayLength));
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
  const { company, machine, profile } = await context.session();
  const mission = missionNamed(await context.wait(company.missions()), reference);
  const dayHours = new Settings(machine.folders).dayLengths(profile)[mission.reference] ?? USUAL_DAY_HOURS;
  context.show({ ...missionJson(mission), dayHours }, () => missionText(context.look, mission, dayHours));
}

/** Keeps the hours of a whole day of a mission on this machine. @throws {PorteError} `activity.unknown_mission`. */
export async function set(context: Context, reference: string, dayHours: number): Promise<void> {
  const { company, machine, profile } = await context.session();
  const mission = missionNamed(await context.wait(company.missions()), reference);
  const settings = new Settings(machine.folders);
  const act = { kind: "day-length", about: mission.reference, now: machine.now() } as const;
  await settings.inTurn((held) =>
    new LocalActs(machine.folders, profile).record(act, [settings.file], async () =>
      held.keepDayLength(profile, mission.reference, dayHours),
    ),
  );
  context.show({ ...missionJson(mission), dayHours }, () => missionText(context.look, mission, dayHours));
}
