import { type Handlers, reads, writes } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { addContract, endContract, recordPayslipMentions, recordWorkingTime } from "./commands.ts";
import { listContracts } from "./queries.ts";

/** Employment contracts, and what of them payroll and payslips need. */
export function contractRoutes(deps: Deps) {
  return {
    listContracts: reads(({ query }) => listContracts(deps, query)),
    addContract: writes(deps, ({ trx, caller, body }) => addContract(deps, trx, caller, body)),
    endContract: writes(deps, ({ trx, body, params }) => endContract(trx, params.personId, body)),
    recordWorkingTime: writes(deps, ({ trx, body }) => recordWorkingTime(trx, body)),
    recordPayslipMentions: writes(deps, ({ trx, body }) => recordPayslipMentions(trx, body)),
  } satisfies Partial<Handlers>;
}
