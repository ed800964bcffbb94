import { dayIn } from "../api/paging.ts";
import { type Handlers, reads, writes } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { addContract, endContract, recordPayslipMentions, recordWorkingTime } from "./commands.ts";
import { listContracts } from "./queries.ts";

/** Employment contracts, and what of them payroll and payslips need. */
export function contractRoutes(deps: Deps) {
  return {
    listContracts: reads(({ query }) => listContracts(deps, query)),
    addContract: writes(deps, ({ trx, caller, body }) => addContract(deps, trx, caller, body)),
    endContract: writes(deps, ({ trx, caller, body, params }) => endContract(deps, trx, caller, params.personId, body)),
    recordWorkingTime: writes(deps, ({ trx, caller, query, body }) =>
      recordWorkingTime(deps, trx, caller, body, dayIn("from", query.from)),
    ),
    recordPayslipMentions: writes(deps, ({ trx, caller, query, body }) =>
      recordPayslipMentions(deps, trx, caller, body, dayIn("from", query.from)),
    ),
  } satisfies Partial<Handlers>;
}
