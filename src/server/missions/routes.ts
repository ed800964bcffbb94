import { lists, MAX_PAGE, START } from "../api/alongside.ts";
import { pageByNewest } from "../api/paging.ts";
import { type Handlers, reads, writes } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { addMission, endMission, recordClientContact } from "./commands.ts";
import { listAllMissions, MISSIONS } from "./queries.ts";

/** Missions, and to which client their months are shown. */
export function missionRoutes(deps: Deps) {
  return {
    listMissions: lists({
      name: "missions",
      ...MISSIONS,
      rows: MISSIONS.rows("caller.id", START, MAX_PAGE),
      values: pageByNewest,
    }),
    listAllMissions: reads(({ query }) => listAllMissions(deps, query)),
    addMission: writes(deps, ({ trx, caller, body }) => addMission(deps, trx, caller, body)),
    endMission: writes(deps, ({ trx, body, params }) => endMission(trx, params.missionId, body)),
    recordClientContact: writes(deps, ({ trx, body }) => recordClientContact(trx, body)),
  } satisfies Partial<Handlers>;
}
