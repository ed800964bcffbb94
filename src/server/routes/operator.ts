import type { Deps, Schemas } from "../deps.ts";
import { recordClientContact } from "../services/client-approval.ts";
import { decideExpense, listExpensesToDecide, questionExpense } from "../services/expenses.ts";
import { recordLeave } from "../services/leave.ts";
import type { PageQuery } from "../services/paging.ts";
import { recordPayment } from "../services/payments.ts";
import {
  recordEstablishment,
  recordPayslipMentions,
  recordWorkingTime,
  setPayrollProfile,
} from "../services/people.ts";
import { decideReport } from "../services/report-acts.ts";
import { listReportsToDecide } from "../services/reports.ts";
import { type Handlers, reads, writes } from "./route.ts";

/** What the company's staff does. */
export function operatorRoutes(deps: Deps): Handlers {
  return {
    listReportsToDecide: reads<PageQuery>("operator", (_caller, query) => listReportsToDecide(deps, query)),
    decideReport: writes<Schemas["Decision"]>(deps, "operator", ({ trx, caller, body, params, ifMatch }) =>
      decideReport(deps, trx, caller, params.reportId ?? "", { decision: body, ifMatch }),
    ),
    listExpensesToDecide: reads<PageQuery>("operator", (_caller, query) => listExpensesToDecide(deps, query)),
    decideExpense: writes<Schemas["Decision"]>(deps, "operator", ({ trx, caller, body, params, ifMatch }) =>
      decideExpense(deps, trx, caller, params.expenseId ?? "", { decision: body, ifMatch }),
    ),
    recordPayment: writes<Schemas["PaymentSubmission"]>(deps, "operator", ({ trx, caller, body }) =>
      recordPayment(deps, trx, caller, body),
    ),
    recordClientContact: writes<Schemas["ClientContactSubmission"]>(deps, "operator", ({ trx, body }) =>
      recordClientContact(trx, body),
    ),
    questionExpense: writes<Schemas["ExpenseQuestion"]>(deps, "operator", ({ trx, body, params }) =>
      questionExpense(trx, params.expenseId ?? "", body.question),
    ),
    recordLeave: writes<Schemas["LeaveSubmission"]>(deps, "operator", ({ trx, caller, body }) =>
      recordLeave(deps, trx, caller, body),
    ),
    recordWorkingTime: writes<Schemas["WorkingTimeSubmission"]>(deps, "operator", ({ trx, body }) =>
      recordWorkingTime(trx, body),
    ),
    recordPayslipMentions: writes<Schemas["PayslipMentionsSubmission"]>(deps, "operator", ({ trx, body }) =>
      recordPayslipMentions(trx, body),
    ),
    recordEstablishment: writes<Schemas["Establishment"]>(deps, "operator", ({ trx, body }) =>
      recordEstablishment(trx, body),
    ),
    setPayrollProfile: writes<Schemas["PayrollProfile"]>(deps, "operator", ({ trx, caller, body }) =>
      setPayrollProfile(deps, trx, caller, body),
    ),
  };
}
