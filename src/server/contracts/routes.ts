import { type Handlers, reads, writes } from "../api/route.ts";
import type { Deps, Schemas } from "../deps.ts";
import type { OfEmail } from "../people/queries.ts";
import { addContract, endContract, recordPayslipMentions, recordWorkingTime } from "./commands.ts";
import { listContracts } from "./queries.ts";

/** Employment contracts, and what of them payroll and payslips need. */
export function contractRoutes(deps: Deps): Handlers {
  return {
    listContracts: reads<OfEmail>("operator", (_caller, query) => listContracts(deps, query)),
    addContract: writes<Schemas["ContractSubmission"]>(deps, "operator", ({ trx, caller, body }) =>
      addContract(deps, trx, caller, body),
    ),
    endContract: writes<Schemas["EndSubmission"]>(deps, "operator", ({ trx, body, params }) =>
      endContract(trx, params.personId ?? "", body),
    ),
    recordWorkingTime: writes<Schemas["WorkingTimeSubmission"]>(deps, "operator", ({ trx, body }) =>
      recordWorkingTime(trx, body),
    ),
    recordPayslipMentions: writes<Schemas["PayslipMentionsSubmission"]>(deps, "operator", ({ trx, body }) =>
      recordPayslipMentions(trx, body),
    ),
  };
}
