import type { Context } from "../../cli/context.ts";
import { readMissions } from "../../flows/missions.ts";
import { missionsText, shownMissionJson } from "../../view/missions.ts";
import { watchText } from "../../view/watches.ts";

/** Lists the missions, those that are proposed too, and says what a day brings. */
export async function run(
  context: Pick<Context, "say" | "look" | "session" | "wait" | "note" | "show">,
): Promise<void> {
  const missions = await context.wait(readMissions(await context.session()));
  if (missions.length === 0) context.note(context.say.missions.none);
  const watched = missions.flatMap(({ mission, watches }) =>
    watches.map((watch) => watchText(context.look, watch, mission.reference)),
  );
  context.show({ missions: missions.map(shownMissionJson) }, () =>
    missions.length === 0 ? "" : missionsText(context.look, missions),
  );
  for (const sentence of watched) context.note(sentence);
}
