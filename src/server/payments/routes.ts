import { type Handlers, reads, writes } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { recordPayment } from "./commands.ts";
import { listOwnPayments, listPayments } from "./queries.ts";
import { reversePayment } from "./reversals.ts";

/** Clients' payments. */
export function paymentRoutes(deps: Deps) {
  return {
    recordPayment: writes(deps, ({ trx, caller, body }) => recordPayment(deps, trx, caller, body)),
    listPayments: reads(({ query }) => listPayments(deps, query)),
    listOwnPayments: reads(({ caller, query }) => listOwnPayments(deps, caller, query)),
    reversePayment: writes(deps, ({ trx, caller, body, params }) =>
      reversePayment(deps, trx, caller, params.paymentId, body),
    ),
  } satisfies Partial<Handlers>;
}
