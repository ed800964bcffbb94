import type { Deps, Schemas } from "../deps.ts";
import { setCompany } from "../services/admin/company.ts";
import { addContract, endContract, listContracts } from "../services/admin/contracts.ts";
import { addMission, endMission, listAllMissions } from "../services/admin/missions.ts";
import { addPerson, endPerson, listPeople, type OfEmail, setPassword, setStaffRole } from "../services/admin/people.ts";
import { erasePerson, exportPerson } from "../services/admin/personal-data.ts";
import { addToken, endToken, listTokens } from "../services/admin/tokens.ts";
import { listAuditTrail } from "../services/admin/trail.ts";
import type { PageQuery } from "../services/paging.ts";
import { type Handlers, reads, writes } from "./route.ts";

/** The people of the company and what they may do, their contracts, missions and tokens, and the trail of it all. */
export function adminRoutes(deps: Deps): Handlers {
  return {
    setCompany: writes<Schemas["Company"]>(deps, "operator", ({ trx, caller, body }) =>
      setCompany(deps, trx, caller.name, body),
    ),
    ...peopleRoutes(deps),
    listContracts: reads<OfEmail>("operator", (_caller, query) => listContracts(deps, query)),
    addContract: writes<Schemas["ContractSubmission"]>(deps, "operator", ({ trx, caller, body }) =>
      addContract(deps, trx, caller, body),
    ),
    endContract: writes<Schemas["EndSubmission"]>(deps, "operator", ({ trx, body, params }) =>
      endContract(trx, params.personId ?? "", body),
    ),
    listAllMissions: reads<OfEmail>("operator", (_caller, query) => listAllMissions(deps, query)),
    addMission: writes<Schemas["MissionSubmission"]>(deps, "operator", ({ trx, caller, body }) =>
      addMission(deps, trx, caller, body),
    ),
    endMission: writes<Schemas["EndSubmission"]>(deps, "operator", ({ trx, body, params }) =>
      endMission(trx, params.missionId ?? "", body),
    ),
    listTokens: reads<OfEmail>("operator", (_caller, query) => listTokens(deps, query)),
    addToken: writes<Schemas["TokenSubmission"]>(deps, "operator", ({ trx, caller, body }) =>
      addToken(deps, trx, caller, body),
    ),
    endToken: writes<undefined>(deps, "operator", ({ trx, params }) => endToken(deps, trx, params.tokenId ?? "")),
    listAuditTrail: reads<PageQuery & { person?: string }>("operator", (_caller, query) => listAuditTrail(deps, query)),
  };
}

function peopleRoutes(deps: Deps): Handlers {
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
