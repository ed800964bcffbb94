import type { Deps, Schemas } from "../deps.ts";
import { recordClientContact } from "../services/client-approval.ts";
import { decideExpense, listExpensesToDecide, ownedExpense, questionExpense } from "../services/expense-decisions.ts";
import { recordLeave } from "../services/leave.ts";
import type { PageQuery } from "../services/paging.ts";
import { listPayments, reversePayment } from "../services/payment-reversals.ts";
import { recordPayment } from "../services/payments.ts";
import {
  recordEstablishment,
  recordPayslipMentions,
  recordWorkingTime,
  setPayrollProfile,
} from "../services/people.ts";
import { decideReport } from "../services/report-acts.ts";
import { listReportsToDecide, ownedReport } from "../services/reports.ts";
import { type Handlers, reads, writes } from "./route.ts";

/** What the company's staff does. */
export function operatorRoutes(deps: Deps): Handlers {
  return {
    listReportsToDecide: reads<PageQuery>("operator", (_caller, query) => listReportsToDecide(deps, query)),
    getOwnedReport: reads("operator", async (_caller, _query, { reportId = "" }, reply) => {
      const owned = await ownedReport(deps.db, reportId);
      void reply.header("etag", owned.etag);
      return owned;
    }),
    decideReport: writes<Schemas["Decision"]>(deps, "operator", ({ trx, caller, body, params, ifMatch }) =>
      decideReport(deps, trx, caller, params.reportId ?? "", { decision: body, ifMatch }),
    ),
    listExpensesToDecide: reads<PageQuery>("operator", (_caller, query) => listExpensesToDecide(deps, query)),
    getOwnedExpense: reads("operator", async (_caller, _query, { expenseId = "" }, reply) => {
      const owned = await ownedExpense(deps.db, expenseId);
      void reply.header("etag", owned.etag);
      return owned;
    }),
    decideExpense: writes<Schemas["Decision"]>(deps, "operator", ({ trx, caller, body, params, ifMatch }) =>
      decideExpense(deps, trx, caller, params.expenseId ?? "", { decision: body, ifMatch }),
    ),
    recordPayment: writes<Schemas["PaymentSubmission"]>(deps, "operator", ({ trx, caller, body }) =>
      recordPayment(deps, trx, caller, body),
    ),
    listPayments: reads<PageQuery>("operator", (_caller, query) => listPayments(deps, query)),
    reversePayment: writes<Schemas["Reversal"]>(deps, "operator", ({ trx, caller, body, params }) =>
      reversePayment(deps, trx, caller, params.paymentId ?? "", body),
    ),
    recordClientContact: writes<Schemas["ClientContactSubmission"]>(deps, "operator", ({ trx, body }) =>
      recordClientContact(trx, body),
    ),
    questionExpense: writes<Schemas["ExpenseQuestion"]>(deps, "operator", ({ trx, body, params, ifMatch }) =>
      questionExpense(trx, params.expenseId ?? "", body.question, ifMatch),
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
