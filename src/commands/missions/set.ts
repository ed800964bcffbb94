import type { Context } from "../../cli/context.ts";
import { missionNamed } from "../../domain/mission.ts";
import { Settings } from "../../store/settings.ts";
import { LocalActs } from "../../store/undo-log.ts";
import { missionJson, missionText } from "../../view/missions.ts";

interface Input {
  readonly reference: string;
  /** The hours of a whole day of the mission. */
  readonly dayLength: number;
}

/** Keeps the hours of a whole day of a mission on this machine. @throws {PorteError} `activity.unknown_mission`. */
export async function run(
  context: Pick<Context, "look" | "session" | "wait" | "show">,
  { reference, dayLength: dayHours }: Input,
): Promise<void> {
  const { sure, machine, profile, folder } = await context.session();
  const mission = missionNamed(await context.wait(sure.missions()), reference);
  const settings = new Settings(machine.folders);
  const act = { kind: "day-length", about: mission.reference, now: machine.now() } as const;
  await settings.inTurn((held) =>
    new LocalActs(folder).record(act, [settings.file], async () =>
      held.keepDayLength(profile, mission.reference, dayHours),
    ),
  );
  context.show({ ...missionJson(mission), dayHours }, () => missionText(context.look, { mission }, dayHours));
}
