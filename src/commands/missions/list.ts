import type { Context } from "../../cli/context.ts";
import { missionJson, missionsText } from "../../view/missions.ts";

/** Lists the missions. */
export async function run(
  context: Pick<Context, "say" | "look" | "session" | "wait" | "note" | "show">,
): Promise<void> {
  const { reader } = await context.session();
  const missions = await context.wait(reader.missions());
  if (missions.length === 0) context.note(context.say.missions.none);
  context.show({ missions: missions.map(missionJson) }, () =>
    missions.length === 0 ? "" : missionsText(context.look, missions),
  );
}
