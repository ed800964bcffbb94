import { lists, MAX_PAGE, START } from "../api/alongside.ts";
import { pageByNewest } from "../api/paging.ts";
import { answers, type Handlers, reads, writes } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { listClients, recordClient } from "./clients.ts";
import { addMission, endMission, recordClientContact } from "./commands.ts";
import {
  decideProposal,
  listProposals,
  listProposalsToDecide,
  ownedProposal,
  proposeAmendment,
  proposeMission,
} from "./proposals.ts";
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
    endMission: writes(deps, ({ trx, body, params }) => endMission(deps, trx, params.missionId, body)),
    recordClientContact: writes(deps, ({ trx, body }) => recordClientContact(trx, body)),
    ...proposalRoutes(deps),
    listClients: reads(({ query }) => listClients(deps, query)),
    recordClient: writes(deps, ({ trx, body, params }) => recordClient(trx, params.clientId, body)),
  } satisfies Partial<Handlers>;
}

/** What portés propose, and what the company decides of it. */
function proposalRoutes(deps: Deps) {
  return {
    proposeMission: writes(deps, ({ trx, caller, body }) => proposeMission(deps, trx, caller, body)),
    proposeAmendment: writes(deps, ({ trx, caller, body, params }) =>
      proposeAmendment(deps, trx, caller, { missionId: params.missionId, given: body }),
    ),
    listMissionProposals: reads(({ caller, query }) => listProposals(deps, caller.personId, query)),
    listProposalsToDecide: reads(({ query }) => listProposalsToDecide(deps, query)),
    getOwnedProposal: answers(async ({ params, reply }) => {
      const body = await ownedProposal(deps.db, params.proposalId);
      return reply.header("etag", body.etag).send(body);
    }),
    decideProposal: writes(deps, ({ trx, caller, body, params, ifMatch }) =>
      decideProposal(deps, trx, caller, { proposalId: params.proposalId, decision: body, ifMatch }),
    ),
  } satisfies Partial<Handlers>;
}
