import type { PageQuery } from "../api/paging.ts";
import { type Handlers, reads, writes } from "../api/route.ts";
import type { Deps, Schemas } from "../deps.ts";
import { recordPayment } from "./commands.ts";
import { listPayments } from "./queries.ts";
import { reversePayment } from "./reversals.ts";

/** Clients' payments. */
export function paymentRoutes(deps: Deps): Handlers {
  return {
    recordPayment: writes<Schemas["PaymentSubmission"]>(deps, "operator", ({ trx, caller, body }) =>
      recordPayment(deps, trx, caller, body),
    ),
    listPayments: reads<PageQuery>("operator", (_caller, query) => listPayments(deps, query)),
    reversePayment: writes<Schemas["Reversal"]>(deps, "operator", ({ trx, caller, body, params }) =>
      reversePayment(deps, trx, caller, params.paymentId ?? "", body),
    ),
  };
}
