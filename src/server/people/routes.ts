import { type Handlers, reads, writes } from "../api/route.ts";
import type { Deps, Schemas } from "../deps.ts";
import { addPerson, endPerson, setPassword, setStaffRole } from "./commands.ts";
import { erasePerson } from "./erasure.ts";
import { exportPerson } from "./export.ts";
import { listPeople, type OfEmail } from "./queries.ts";

/** The people of the company: their access, and what is held about them. */
export function peopleRoutes(deps: Deps): Handlers {
  return {
    listPeople: reads<OfEmail>("operator", (_caller, query) => listPeople(deps, query)),
    addPerson: writes<Schemas["PersonSubmission"]>(deps, "operator", ({ trx, caller, body }) =>
      addPerson(deps, trx, caller.name, body),
    ),
    endPerson: writes<undefined>(deps, "operator", ({ trx, params }) => endPerson(deps, trx, params.personId ?? "")),
    setPassword: writes<Schemas["PasswordSubmission"]>(deps, "operator", ({ trx, body, params }) =>
      setPassword(trx, params.personId ?? "", body),
    ),
    setStaffRole: writes<Schemas["StaffRoleSubmission"]>(deps, "operator", ({ trx, body, params }) =>
      setStaffRole(trx, params.personId ?? "", body),
    ),
    exportPerson: reads("operator", (_caller, _query, { personId = "" }) => exportPerson(deps, personId)),
    erasePerson: writes<undefined>(deps, "operator", ({ trx, params }) =>
      erasePerson(deps, trx, params.personId ?? ""),
    ),
  };
}
