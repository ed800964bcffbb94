import type { Context } from "../../cli/context.ts";
import { nextFreeDay } from "../../domain/mission.ts";
import { type MissionView, readMissions } from "../../flows/missions.ts";
import { missionsText, shownMissionJson } from "../../view/missions.ts";
import { watchText } from "../../view/watches.ts";

/** Lists the missions, those that are proposed too, and says what a day brings. */
export async function run(
  context: Pick<Context, "say" | "look" | "session" | "wait" | "note" | "show">,
): Promise<void> {
  const session = await context.session();
  const missions = await context.wait(readMissions(session));
  const free = missions.length === 0 ? null : nextFreeDay(agreedOf(missions), session.machine.today());
  if (missions.length === 0) context.note(context.say.missions.none);
  const watched = missions.flatMap(({ mission, watches }) =>
    watches.map((watch) => watchText(context.look, watch, mission.reference)),
  );
  context.show({ missions: missions.map(shownMissionJson), nextFreeDay: free }, () =>
    missions.length === 0 ? "" : missionsText(context.look, missions),
  );
  if (free !== null) context.note(context.say.sheet.nextFree(context.say.format.day(free)));
  for (const sentence of watched) context.note(sentence);
}

/** The missions that are agreed: what is only proposed, or was refused, takes no day. */
function agreedOf(missions: readonly MissionView[]): MissionView["mission"][] {
  return missions.flatMap(({ mission, state }) => (state === "proposed" || state === "refused" ? [] : [mission]));
}
