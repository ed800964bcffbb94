import { lists, MOST, START } from "../api/alongside.ts";
import { pageByNewest } from "../api/paging.ts";
import { type Handlers, reads, writes } from "../api/route.ts";
import type { Deps, Schemas } from "../deps.ts";
import type { OfEmail } from "../people/queries.ts";
import { addMission, endMission, recordClientContact } from "./commands.ts";
import { listAllMissions, MISSIONS } from "./queries.ts";

/** Missions, and to which client their months are shown. */
export function missionRoutes(deps: Deps): Handlers {
  return {
    listMissions: lists("read", {
      name: "missions",
      ...MISSIONS,
      rows: MISSIONS.rows("caller.id", START, MOST),
      values: pageByNewest,
      isTagged: true,
    }),
    listAllMissions: reads<OfEmail>("operator", (_caller, query) => listAllMissions(deps, query)),
    addMission: writes<Schemas["MissionSubmission"]>(deps, "operator", ({ trx, caller, body }) =>
      addMission(deps, trx, caller, body),
    ),
    endMission: writes<Schemas["EndSubmission"]>(deps, "operator", ({ trx, body, params }) =>
      endMission(trx, params.missionId ?? "", body),
    ),
    recordClientContact: writes<Schemas["ClientContactSubmission"]>(deps, "operator", ({ trx, body }) =>
      recordClientContact(trx, body),
    ),
  };
}
