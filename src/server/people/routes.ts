import { type Handlers, reads, writes } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { weakTag } from "../http/answered.ts";
import { addPerson, endPerson, setPassword, setStaffRole } from "./commands.ts";
import { erasePerson } from "./erasure.ts";
import { exportPerson } from "./export.ts";
import { listPeople } from "./queries.ts";

/** The people of the company: their access, and what is held about them. */
export function peopleRoutes(deps: Deps) {
  return {
    listPeople: reads(({ query }) => listPeople(deps, query)),
    addPerson: writes(deps, ({ trx, caller, body }) => addPerson(deps, trx, caller.name, body)),
    endPerson: writes(deps, ({ trx, params }) => endPerson(deps, trx, params.personId)),
    setPassword: writes(deps, ({ trx, body, params }) => setPassword(trx, params.personId, body)),
    setStaffRole: writes(deps, ({ trx, body, params }) => setStaffRole(trx, params.personId, body)),
    exportPerson: reads(async ({ params: { personId }, reply }) => {
      const data = await exportPerson(deps, personId);
      /** When it was asked for is none of what it holds. */
      void reply.header("etag", weakTag(JSON.stringify([data.person, data.tables])));
      return data;
    }),
    erasePerson: writes(deps, ({ trx, params }) => erasePerson(deps, trx, params.personId)),
  } satisfies Partial<Handlers>;
}
